import { ORDERS } from '../../applicability.ts';
import { defineScenario, step, text } from '../scenario.ts';

const HOUR = 3_600_000;
const CONSENT_CHANGED = 'org.openwaybill.consignee.consent.changed';

/** A consent for a locker, told to the courier, and its withdrawal. */
export const consentAndErasure = defineScenario({
  id: 'consent-and-erasure',
  title: text('A consent and its withdrawal', '同意及其撤回'),
  system: 'platform',
  when: { offers: 'recordConsent' },
  tier: 'W',
  needs: [ORDERS],
  touches: ['CSN-015', 'DSC-021', 'DSC-022'],
  run: async function* (stage) {
    yield step('PREPARE', 'A subscription and a parcel', '订阅与包裹');
    await stage.prepare('subscription', { eventTypes: [CONSENT_CHANGED] });
    const parcel = await stage.prepare('consignment');
    if ('blocked' in parcel || parcel.waybillNo === undefined) return;
    const { consigneeRef, waybillNo } = parcel;

    yield step('CALL', 'The courier got a consent', '快递企业取得同意');
    const consentId = stage.invent.uuid();
    await stage.call('recordConsent', {
      body: {
        consentId,
        consigneeRef,
        waybillNo,
        scope: 'ONE_PARCEL',
        preference: 'LOCKER',
        // long enough ago for a system whose clock is behind: nothing is withdrawn before it was granted
        grantedAt: new Date((await stage.now()) - HOUR).toISOString(),
        channel: 'APP',
      },
      intent: 'CONTROL',
      probe: 'consent-recorded',
    });
    await stage.settle();
    await stage.await({ eventType: CONSENT_CHANGED }, 5_000);

    yield step('CALL', 'The consent is withdrawn', '撤回同意');
    await stage.call('withdrawConsent', {
      path: { consentId },
      intent: 'CONTROL',
      probe: 'consent-withdrawn',
    });
    await stage.settle();
  },
});
