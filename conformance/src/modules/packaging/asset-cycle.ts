import { exampleBody } from '../../drive/example.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { isAccepted } from '../../transcript/body.ts';
import { inventAsset } from './invent.ts';

const MINUTE = 60_000;
/** All of it happened before the run. */
const MINUTES_BACK = 120;
const ROUND = ['ISSUED', 'BOUND', 'DELIVERED', 'RETURN_DUE', 'COLLECTED', 'CLEANED', 'REISSUED'];

/** An asset goes round once, is bound twice on the way, and is issued again without having gone round. */
export const assetCycle = defineScenario({
  id: 'packaging-asset-cycle',
  title: text('A reusable asset goes round', '循环件周转一圈'),
  system: 'packaging-operator',
  when: { claims: 'packaging' },
  tier: 'W',
  touches: ['PKG-001', 'PKG-002', 'PKG-007', 'DSC-021', 'DSC-027'],
  run: async function* (stage) {
    const now = await stage.now();
    const { assetId, miscopied } = inventAsset(stage);
    let minute = 0;
    const eventOf = (eventStep: string, more: object = {}) => {
      minute += 1;
      return {
        assetEventId: stage.invent.uuid(),
        assetId,
        step: eventStep,
        ...(eventStep === 'BOUND' ? { waybillNo: `ZZ${String(now + minute)}` } : {}),
        occurredAt: new Date(now + (minute - MINUTES_BACK) * MINUTE).toISOString(),
        ...more,
      };
    };
    const record = (eventStep: string, probe: string) =>
      stage.call('recordAssetEvent', { body: eventOf(eventStep), probe });
    const read = (probe: string) => stage.call('getReusableAsset', { path: { assetId }, probe });

    yield step('CALL', 'An asset is registered', '登记循环件');
    const registered = await stage.call('putReusableAsset', {
      path: { assetId },
      body: exampleBody('putReusableAsset'),
      probe: 'packaging-registered',
    });
    if (!isAccepted(registered)) return;
    await read('packaging-asset-read');

    yield step('CALL', 'It goes round, and is read after every step', '周转一圈并逐步查询');
    let first = registered;
    for (const one of ROUND) {
      const recorded = await record(one, 'packaging-step');
      if (one === 'ISSUED') first = recorded;
      await read('packaging-asset-read');
      if (one !== 'BOUND') continue;
      await read('packaging-bound-once');
      await record('BOUND', 'packaging-second-binding');
      await read('packaging-bound-twice');
      await stage.call('listAssetEvents', { query: { assetId }, probe: 'packaging-events' });
    }

    yield step('CALL', 'It is issued again without having gone round', '未周转即再次领用');
    await record('REISSUED', 'packaging-step');
    await read('packaging-asset-read');

    yield step('CALL', 'A number with a wrong check digit', '校验位错误的编号');
    await stage.call('recordAssetEvent', {
      body: eventOf('ISSUED', { assetId: miscopied }),
      twinOf: first.seq,
      probe: 'packaging-miscopied-event',
    });
    await stage.call('putReusableAsset', {
      path: { assetId: miscopied },
      body: exampleBody('putReusableAsset'),
      twinOf: registered.seq,
      probe: 'packaging-miscopied-asset',
    });
  },
});
