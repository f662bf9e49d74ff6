import { defineCodeList, statesAsCodes } from '../define/index.ts';
import { licenceApplicationLifecycle } from './licence-application-lifecycle.ts';
import { licenceLifecycle } from './licence-lifecycle.ts';
import { partyLifecycle } from './party-lifecycle.ts';

/** States of a party in the register. */
export const PartyStatus = statesAsCodes('PartyStatus', partyLifecycle);

/** States of a licence. */
export const LicenceStatus = statesAsCodes('LicenceStatus', licenceLifecycle);

/** States of an application. */
export const LicenceApplicationStatus = statesAsCodes(
  'LicenceApplicationStatus',
  licenceApplicationLifecycle,
);

/** What is applied for. */
export const LicenceApplicationKind = defineCodeList({
  name: 'LicenceApplicationKind',
  version: '2026-11',
  title: { en: 'Kind of application', zh: '申请类别' },
  description: { en: 'What is applied for.', zh: '申请的事项。' },
  growth: 'closed',
  codes: {
    NEW: { en: 'New licence', zh: '新申请' },
    CHANGE: { en: 'Change', zh: '变更' },
    RENEWAL: { en: 'Renewal', zh: '延续' },
    CANCEL: { en: 'Cancellation', zh: '注销' },
  },
});
