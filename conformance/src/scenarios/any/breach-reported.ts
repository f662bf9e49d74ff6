import { act } from '../../drive/prepare.ts';
import { statusOf } from '../../transcript/body.ts';
import { defineScenario, step, text } from '../scenario.ts';

const BREACH = 'org.openwaybill.consignee.breach.reported';

/** A breach at the system under test, told to its counterparty: how much of what, and of nobody in particular. */
export const breachReported = defineScenario({
  id: 'breach-reported',
  title: text('A breach is reported', '通报泄露事件'),
  system: 'any',
  when: { offers: 'createEventSubscription' },
  tier: 'W',
  needs: ['ACTIONS'],
  touches: ['CSN-015', 'DSC-021', 'DSC-022'],
  run: async function* (stage) {
    yield step('PREPARE', 'A subscription to breaches', '订阅泄露通报');
    const subscription = await stage.prepare('subscription', { eventTypes: [BREACH] });
    if ('blocked' in subscription) return;

    yield step('AWAIT', 'The system reports a breach', '系统通报泄露');
    const started = await act(stage, 'REPORT_BREACH', {});
    // a system of an earlier draft may not know the action
    if (statusOf(started) !== 202) return;
    await stage.settle();
    await stage.await({ eventType: BREACH }, stage.run.maxWaitMilliseconds);
  },
});
