import { scan } from '../../drive/scan.ts';
import { TEST_CARRIER } from '../../drive/test-carrier.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { requestOf } from '../../transcript/body.ts';
import { orderForLabel } from './label-privacy.ts';

const ATTESTED = 'org.openwaybill.waybill.realname.attested';
const HANDED_OVER = 'org.openwaybill.waybill.handover.recorded';
/** Milliseconds within which an event arrives. */
const SOON = 5_000;

/** The sender of a parcel is identified, and a regulator is told that it was. */
export const realNameAttestation = defineScenario({
  id: 'real-name-attestation',
  title: text('An identity is attested', '实名核验'),
  system: 'courier',
  when: { sends: ATTESTED },
  tier: 'C',
  needs: ['SCANS'],
  touches: ['WBL-014'],
  run: async function* (stage) {
    if (!stage.has('regulator')) {
      stage.leaveOut(text('No regulator listens', '没有监管部门接收'), 'NO_REGULATOR');
      return;
    }
    await stage.prepare('subscription', { as: 'regulator', eventTypes: [ATTESTED] });
    yield step('CALL', 'The sender shows a document', '寄件人出示证件');
    const waybill = await stage.prepare('waybill', { order: orderForLabel(stage) });
    if ('blocked' in waybill) return;
    const { waybillNo } = waybill;
    const shown = await scan(stage, waybillNo, 'REAL_NAME_VERIFIED', {}, 'attestation-scan');
    await stage.settle();
    await stage.await({ eventType: ATTESTED, after: shown.seq - 1 }, SOON);
    await stage.settle();
  },
});

/** Another courier carries a parcel on, under a number of its own. */
export const handover = defineScenario({
  id: 'handover',
  title: text('A parcel is handed over', '包裹转投'),
  system: 'courier',
  when: { sends: HANDED_OVER },
  tier: 'C',
  needs: ['SCANS'],
  touches: ['WBL-015'],
  run: async function* (stage) {
    await stage.prepare('subscription');
    const parcel = await stage.prepare('parcel', { codes: ['PICKED_UP'] });
    if ('blocked' in parcel) return;
    yield step('CALL', 'It goes to another courier', '转投其他快递企业');
    const { waybillNo } = parcel;
    const given = await scan(stage, waybillNo, 'FORWARDED_CARRIER', {}, 'handover-scan');
    await stage.settle();
    const told = await stage.await({ eventType: HANDED_OVER, after: given.seq - 1 }, SOON);
    await stage.settle();
    yield step('CALL', 'Both numbers are asked', '查询两个单号');
    await stage.call('getParcel', {
      path: { carrierCode: TEST_CARRIER, waybillNo },
      probe: 'handover-from',
    });
    const { toCarrierCode, toWaybillNo } = (told && requestOf(told)?.data) ?? {};
    if (typeof toCarrierCode !== 'string' || typeof toWaybillNo !== 'string') return;
    await stage.call('getParcel', {
      path: { carrierCode: toCarrierCode, waybillNo: toWaybillNo },
      probe: 'handover-to',
    });
  },
});
