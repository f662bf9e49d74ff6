import { OBSERVATIONS } from '../../applicability.ts';
import { defineScenario, step, text } from '../scenario.ts';

/** Digits that stand on the label of every order of the examples. */
const PHONE_TAIL = '8000';

/** A parcel is asked after without a proof, with a wrong and with a right one. */
export const publicTracking = defineScenario({
  id: 'public-tracking',
  title: text('Public tracking', '公开查询'),
  system: ['courier', 'hub'],
  when: { offers: 'queryParcels' },
  tier: 'W',
  touches: ['TRK-011', 'TRK-012', 'VEW-006', 'VEW-009', 'DSC-021'],
  run: async function* (stage) {
    const parcel = await stage.prepare('parcel', {
      codes: stage.offers(OBSERVATIONS) ? ['PICKED_UP', 'ARRIVED_HUB'] : [],
    });
    if ('blocked' in parcel) return;
    const { carrierCode, waybillNo, orderNo } = parcel;
    const wrong = stage.invent.orderNo();
    const ask = (probe: string, proof?: Readonly<Record<string, string>>) =>
      stage.callAs('nobody', 'queryParcels', {
        body: { parcels: [{ carrierCode, waybillNo, ...(proof === undefined ? {} : { proof }) }] },
        intent: 'PROBE',
        probe,
      });
    yield step('CALL', 'Without a token: no proof, and wrong ones', '无令牌：无凭据与错误凭据');
    await ask('query-anonymous');
    await stage.callAs('nobody', 'queryParcels', {
      body: { parcels: [{ carrierCode, waybillNo }] },
      query: { phoneTail: PHONE_TAIL },
      intent: 'PROBE',
      probe: 'query-by-tail',
    });
    await ask('query-wrong-order', { orderNo: wrong });
    await ask('query-wrong-consignee', { consigneeRef: stage.invent.consigneeRef() });
    if (stage.has('second')) {
      yield step('CALL', 'Another organisation with the right proof', '他方出示正确凭据');
      await stage.callAs('second', 'queryParcels', {
        body: { parcels: [{ carrierCode, waybillNo, proof: { orderNo } }] },
        intent: 'PROBE',
        probe: 'query-right-order',
      });
    }
    yield step('CALL', 'As the platform of the order', '以下单平台身份');
    await stage.call('queryParcels', {
      body: { parcels: [{ carrierCode, waybillNo }] },
      intent: 'PROBE',
      probe: 'query-platform',
    });
  },
});
