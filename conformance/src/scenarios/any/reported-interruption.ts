import { problem } from '../../drive/peer.ts';
import type { Stage } from '../../drive/stage.ts';
import { answerOf, isAccepted, requestOf } from '../../transcript/body.ts';
import { interruptible } from '../interrupted-reads.ts';
import { defineScenario, step, text } from '../scenario.ts';

const NOTICED = 'org.openwaybill.continuity.interruption.noticed';
/** Milliseconds within which an event arrives. */
const SOON = 5_000;

/** The system learns where the regulator, whom the runner plays, takes its reports: it turns to it once. */
const introduceRegulator = async (stage: Stage): Promise<boolean> => {
  const turned = await stage.callAs('regulator', 'triggerTestAction', {
    body: {
      action: 'CREATE_SUBSCRIPTION',
      counterparty: stage.peerUrl,
      input: { eventTypes: [NOTICED] },
    },
    intent: 'TEST_CONTROL',
  });
  await stage.settle();
  return isAccepted(turned);
};

/** One interruption of high risk that the regulator takes note of, and one that it does not. */
export const reportedInterruption = defineScenario({
  id: 'reported-interruption',
  title: text('An interruption of high risk', '高风险中断'),
  system: 'any',
  tier: 'C',
  needs: ['INTERRUPTIONS', 'ACTIONS', 'RESET'],
  movesClock: true,
  touches: ['CTY-005', 'CTY-010', 'DSC-021', 'DSC-022'],
  run: async function* (stage) {
    if (!stage.has('regulator')) {
      stage.leaveOut(text('A regulator', '监管部门'), 'NO_FACILITY');
      return;
    }
    const prepared = await stage.prepare('subscription', { eventTypes: [NOTICED] });
    if ('blocked' in prepared) return;
    if (!(await introduceRegulator(stage))) return;
    const announce = async (probe: string): Promise<void> => {
      const started = await stage.call('startTestInterruption', {
        body: {
          noticeClass: 'PLANNED',
          modules: interruptible(stage.claim),
          duration: 'PT2H',
          riskLevel: 'HIGH',
        },
        intent: 'TEST_CONTROL',
        probe,
      });
      if (!isAccepted(started)) return;
      const { noticeId } = answerOf(started) ?? {};
      await stage.settle();
      await stage.await(
        {
          operation: 'submitPreReport',
          after: started.seq - 1,
          matches: (exchange) => requestOf(exchange)?.noticeId === noticeId,
        },
        SOON,
      );
      await stage.settle();
      await stage.call('getInterruptionNotice', {
        path: { noticeId: String(noticeId) },
        probe: `${probe}-read`,
      });
    };

    yield step('CALL', 'The regulator takes the report', '监管部门收悉预报告');
    await announce('reported-start');

    yield step('SERVE', 'The regulator takes no report', '监管部门不收预报告');
    stage.serve('submitPreReport', problem('RULE_VIOLATION'));
    await announce('unreported-start');
    await stage.call('resetTestTenant', { intent: 'TEST_CONTROL' });
  },
});
