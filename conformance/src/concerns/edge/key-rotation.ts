import { act } from '../../drive/prepare.ts';
import type { Stage } from '../../drive/stage.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';

/** Milliseconds within which the system begins to rotate. */
const SOON = 5_000;

/** What the system sends while a step lasts, and the keys that it publishes then. */
const listen = async (stage: Stage, probe: string): Promise<void> => {
  await stage.prepare('event');
  await stage.settle();
  await stage.callAs('nobody', 'getKeys', { probe });
};

/** The system replaces the key that signs its events, and the former one goes when nobody needs it any more. */
export const keyRotation = defineScenario({
  id: 'key-rotation',
  title: text('The signing key is replaced', '轮换签名密钥'),
  system: 'any',
  when: { offers: 'createEventSubscription' },
  tier: 'C',
  needs: ['ACTIONS', 'CLOCK', 'RESET'],
  movesClock: true,
  touches: ['WHK-006', 'DSC-008', 'DSC-021', 'DSC-022'],
  run: async function* (stage) {
    const prepared = await stage.prepare('subscription');
    if ('blocked' in prepared) return;
    yield step('AWAIT', 'One key signs', '单一密钥签名');
    await listen(stage, 'keys-before');

    yield step('CALL', 'The key is replaced', '更换密钥');
    const rotated = await act(stage, 'ROTATE_KEYS', {}, 'rotation');
    if (!isAccepted(rotated)) {
      stage.leaveOut(text('No rotation on demand', '无法触发密钥轮换'), 'OPERATOR_CANNOT');
      return;
    }
    await stage.settle();
    await stage.await(
      { eventType: 'org.openwaybill.discovery.keys.rotated', after: rotated.seq },
      SOON,
    );
    await stage.call('getTestAction', {
      path: { actionId: String(answerOf(rotated)?.actionId) },
      probe: 'rotation-ended',
    });
    await listen(stage, 'keys-of-rotation');

    yield step('ADVANCE', 'A day later', '一天之后');
    await stage.advance('P1DT1H');
    await listen(stage, 'keys-a-day-later');

    yield step('ADVANCE', 'A month later', '一个月之后');
    await stage.advance('P30D');
    await listen(stage, 'keys-a-month-later');
    await stage.call('resetTestTenant', { intent: 'TEST_CONTROL' });
  },
});
