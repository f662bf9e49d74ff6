import { answerOf, isAccepted } from '../../transcript/body.ts';
import { defineScenario, step, text } from '../scenario.ts';

/** The service for consignees is interrupted; nobody sees more of a person meanwhile. */
export const platformInterruption = defineScenario({
  id: 'platform-interruption',
  title: text('Views while the platform is interrupted', '平台中断期间的视图'),
  system: 'platform',
  when: { offers: 'getConsigneeView' },
  tier: 'C',
  needs: ['ACTIONS', 'INTERRUPTIONS', 'CLOCK'],
  movesClock: true,
  touches: ['CTY-001', 'CTY-011', 'CSN-017'],
  run: async function* (stage) {
    yield step('PREPARE', 'A parcel of the platform', '平台的包裹');
    const parcel = await stage.prepare('consignment');
    if ('blocked' in parcel) return;
    const path = { consigneeRef: parcel.consigneeRef };
    await stage.call('getConsigneeView', {
      path,
      intent: 'CONTROL',
      probe: 'consignee-before-interruption',
    });

    yield step('CALL', 'An interruption, and the view in it', '发起中断并读取视图');
    const started = await stage.call('startTestInterruption', {
      body: { noticeClass: 'UNPLANNED', modules: ['consignee'], duration: 'PT30M' },
      intent: 'TEST_CONTROL',
    });
    if (!isAccepted(started)) return;
    await stage.settle();
    const refused = await stage.call('getConsigneeView', {
      path,
      intent: 'PROBE',
      probe: 'consignee-during-interruption',
    });
    const noticeId = answerOf(refused)?.noticeId;
    if (typeof noticeId === 'string')
      await stage.call('getInterruptionNotice', { path: { noticeId } });

    yield step('ADVANCE', 'The interruption is over', '中断结束');
    await stage.advance('PT1H');
    await stage.call('getConsigneeView', {
      path,
      intent: 'PROBE',
      probe: 'consignee-after-interruption',
    });
  },
});
