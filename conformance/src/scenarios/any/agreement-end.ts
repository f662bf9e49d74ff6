import { OBSERVED } from '../../drive/observation.ts';
import { physicalRoute } from '../../drive/physical-route.ts';
import { scan } from '../../drive/scan.ts';
import type { Stage } from '../../drive/stage.ts';
import { dayOf } from '../../drive/terms.ts';
import { agreement } from '../../models/agreement-walk.ts';
import { answerOf, isAccepted, requestOf } from '../../transcript/body.ts';
import { defineScenario, step, text } from '../scenario.ts';

/** Waits until the observations of a parcel were all told, where they are told. */
const allScansTold = async (stage: Stage, count: number): Promise<void> => {
  if (!stage.claim.document.events.sends.includes(OBSERVED)) return;
  const told = new Set<unknown>();
  await stage.await(
    {
      eventType: OBSERVED,
      matches: (exchange) =>
        exchange.scenario === stage.scenario &&
        told.add(requestOf(exchange)?.data?.eventId).size >= count,
    },
    stage.run.maxWaitMilliseconds,
  );
};

/** The agreements that a list names; a list that breaks its form names none. */
const effectiveIn = (items: unknown): readonly { readonly agreementId: string }[] =>
  Array.isArray(items) ? items.filter((item) => typeof item?.agreementId === 'string') : [];

/** The only agreement ends, announced and drained: nothing is served and nothing is sent any more. */
export const agreementEnd = defineScenario({
  id: 'agreement-end',
  title: text('The end of the only agreement', '唯一协议终止之后'),
  system: 'any',
  when: { offers: 'terminateAgreement' },
  tier: 'C',
  needs: ['INTERRUPTIONS', 'RESET'],
  movesClock: true,
  touches: ['AGR-001', 'AGR-007', 'AGR-011', 'DSC-021', 'DSC-022', 'DSC-024'],
  run: async function* (stage) {
    yield step('PREPARE', 'A fresh tenant', '全新租户');
    await stage.call('resetTestTenant', { intent: 'TEST_CONTROL' });
    await stage.prepare('subscription');
    const hasScans = stage.offers('SCANS') && stage.claim.role === 'courier';
    const parcel = hasScans
      ? await stage.prepare('parcel', { codes: [...physicalRoute] })
      : undefined;
    // what was told while the agreement was in force has arrived: it must not be on its way when it ends
    if (parcel !== undefined && !('blocked' in parcel))
      await allScansTold(stage, physicalRoute.length);
    const listed = await stage.call('listAgreements', { query: { status: 'EFFECTIVE' } });
    const effective = effectiveIn(answerOf(listed)?.items);
    // what is in force and not listed cannot be ended here, and goes on rightly
    if (effective.length === 0) {
      stage.leaveOut(text('The end of what is in force', '终止生效中的协议'), 'STATE_NOT_REACHED');
      return;
    }
    const agreed = await stage.call('replayEvents', { probe: 'call-before-end' });
    const suspended = await agreement.states.SUSPENDED?.reach(stage);

    yield step('CALL', 'Announced, then ended', '通知后终止');
    const announced = await stage.call('startTestInterruption', {
      body: { noticeClass: 'TERMINATION', modules: ['continuity'], duration: 'PT1H' },
      intent: 'TEST_CONTROL',
      probe: 'end-announced',
    });
    await stage.settle();
    if (!isAccepted(announced)) return;
    const ended = suspended === undefined ? effective : [suspended.path, ...effective];
    for (const { agreementId = '' } of ended) {
      await stage.call('terminateAgreement', {
        path: { agreementId },
        body: { reason: '合作结束', effectiveOn: dayOf(await stage.now()) },
        intent: 'CONTROL',
        probe: 'terminate-announced',
      });
      await stage.settle();
      await stage.call('getAgreement', { path: { agreementId }, probe: 'agreement-ended' });
    }

    yield step('CALL', 'Nothing is served or sent any more', '不再服务，也不再推送');
    await stage.call('replayEvents', { probe: 'call-after-end', twinOf: agreed.seq });
    if (parcel !== undefined && !('blocked' in parcel)) {
      await scan(stage, parcel.waybillNo, 'INFO', {}, 'scan-after-end');
      await stage.settle();
    }
    await stage.call('getHealth', { probe: 'after-end' });
    await stage.call('resetTestTenant', { intent: 'TEST_CONTROL', probe: 'reset-after-end' });
  },
});
