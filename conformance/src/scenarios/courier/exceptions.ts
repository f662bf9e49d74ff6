import { scan } from '../../drive/scan.ts';
import { defineScenario, step, text } from '../scenario.ts';

const TROUBLES: readonly {
  readonly en: string;
  readonly zh: string;
  readonly codes: readonly string[];
}[] = [
  { en: 'Lost and found', zh: '遗失后找回', codes: ['PICKED_UP', 'ARRIVED_HUB', 'LOST', 'FOUND'] },
  {
    en: 'Damaged, then delivered',
    zh: '破损后签收',
    codes: ['PICKED_UP', 'ARRIVED_HUB', 'DAMAGED', 'OUT_FOR_DELIVERY', 'DELIVERED_AFTER_EXCEPTION'],
  },
  {
    en: 'Held, then forwarded to another courier',
    zh: '滞留后转投',
    codes: ['PICKED_UP', 'ARRIVED_DELIVERY_BRANCH', 'HELD_AT_BRANCH', 'FORWARDED_CARRIER'],
  },
  {
    en: 'Found although never lost',
    zh: '未遗失即找回',
    codes: ['PICKED_UP', 'ARRIVED_DELIVERY_BRANCH', 'FOUND'],
  },
  {
    en: 'Destroyed, then scanned again',
    zh: '销毁后再扫描',
    codes: ['PICKED_UP', 'ARRIVED_HUB', 'SECURITY_HELD', 'DESTROYED', 'OUT_FOR_DELIVERY'],
  },
];

/** Everything that goes wrong with a parcel, and what its status says of it. */
export const exceptions = defineScenario({
  id: 'exceptions',
  title: text('Parcels in trouble', '异常件'),
  system: 'courier',
  tier: 'C',
  needs: ['SCANS'],
  touches: ['TRK-001', 'TRK-002', 'TRK-007', 'DSC-021'],
  run: async function* (stage) {
    const now = await stage.now();
    for (const { en, zh, codes } of TROUBLES) {
      yield step('CALL', en, zh);
      const parcel = await stage.prepare('parcel');
      if ('blocked' in parcel) return;
      for (const [index, eventCode] of codes.entries())
        await scan(stage, parcel.waybillNo, eventCode, {
          occurredAt: new Date(now + (index - 60) * 60_000).toISOString(),
        });
      await stage.settle();
      const path = { carrierCode: parcel.carrierCode, waybillNo: parcel.waybillNo };
      await stage.call('getParcel', { path, probe: 'exception-parcel' });
      await stage.call('listParcelEvents', { path, probe: 'exception-events' });
    }
  },
});
