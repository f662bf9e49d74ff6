import type { Static } from '@sinclair/typebox';
import { defineMessage, Line, privacy, Ref, Resource, words } from '../define/index.ts';
import { LicenceNo } from '../vocabulary/licence-no.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { courierLicence } from './_examples.ts';
import { licensedRegions, publicDay, publicParty } from './_members.ts';
import { LicenceStatus } from './registry-codes.ts';

/** Public: whoever hands a parcel over may look whether the courier is licensed. */
export const LicenceRecord = Resource(
  'LicenceRecord',
  { en: 'Licence', zh: '许可记录' },
  { en: 'A licence to run an express business.', zh: '快递业务经营许可。' },
  {
    licenceNo: Ref(LicenceNo, privacy('public', 'none')),
    partyId: publicParty,
    scope: Line(
      200,
      { en: 'Scope', zh: '经营范围' },
      { en: 'What business is licensed.', zh: '许可的业务范围。' },
      privacy('public', 'business-text'),
    ),
    regionCodes: licensedRegions,
    validFromOn: publicDay(
      { en: 'Valid from', zh: '有效期起' },
      { en: 'First day.', zh: '首日。' },
    ),
    validToOn: publicDay({ en: 'Valid to', zh: '有效期止' }, { en: 'Last day.', zh: '末日。' }),
    status: Ref(LicenceStatus, {
      ...words({ en: 'Status', zh: '状态' }, { en: 'Of the licence.', zh: '许可的状态。' }),
      ...privacy('public', 'code'),
    }),
    ...storedMembers,
  },
);
export type LicenceRecord = Static<typeof LicenceRecord>;

const { scope: _, ...withoutScope } = courierLicence;

export const licenceRecord = defineMessage({
  schema: LicenceRecord,
  requirements: [],
  examples: {
    valid: {
      'a courier of one city': courierLicence,
      suspended: { ...courierLicence, status: 'SUSPENDED', revision: 2 },
    },
    invalid: {
      'the scope is missing': { value: withoutScope, breaks: { pointer: '', rule: 'required' } },
      'it ends before it begins': {
        value: { ...courierLicence, validToOn: '2025-12-31' },
        breaks: { pointer: '/validToOn', rule: 'DSC-021', requirement: 'DSC-021' },
      },
    },
  },
});
