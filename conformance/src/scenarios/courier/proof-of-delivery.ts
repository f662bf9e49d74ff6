import { READ_PARCELS } from '../../applicability.ts';
import { physicalRoute } from '../../drive/physical-route.ts';
import { defineScenario, step, text } from '../scenario.ts';

/** Proof of a delivery, without an agreement that grants attachments. */
export const proofOfDelivery = defineScenario({
  id: 'proof-of-delivery',
  title: text('Proof of delivery', '签收凭证'),
  system: 'courier',
  when: { offers: 'getProofOfDelivery' },
  tier: 'C',
  needs: [READ_PARCELS],
  touches: ['TRK-016', 'DSC-021'],
  run: async function* (stage) {
    const parcel = await stage.prepare('parcel', {
      codes: [...physicalRoute],
      isOnlyRead: true,
    });
    if ('blocked' in parcel) return;
    yield step('CALL', 'The proof without a grant of attachments', '协议未授权附件的签收凭证');
    await stage.call('getProofOfDelivery', {
      path: { carrierCode: parcel.carrierCode, waybillNo: parcel.waybillNo },
      probe: 'proof-without-grant',
    });
  },
});
