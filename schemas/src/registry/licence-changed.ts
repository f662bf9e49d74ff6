import type { Static } from '@sinclair/typebox';
import {
  defineEvent,
  Optional,
  ORGANISATION_ROLES,
  Ref,
  Resource,
  words,
} from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { LicenceNo } from '../vocabulary/licence-no.ts';
import { PartyId } from '../vocabulary/party-id.ts';
import { LicenceStatus } from './registry-codes.ts';

/** Thin: who needs more reads the licence. */
export const LicenceChange = Resource(
  'LicenceChange',
  { en: 'Change of a licence', zh: '许可变化' },
  { en: 'One step of a licence in its lifecycle.', zh: '许可生命周期中的一次变化。' },
  {
    licenceNo: Ref(LicenceNo),
    partyId: Ref(PartyId),
    fromStatus: Optional(
      Ref(
        LicenceStatus,
        words(
          { en: 'Former status', zh: '原状态' },
          { en: 'Absent at the grant.', zh: '许可时不出现。' },
        ),
      ),
    ),
    toStatus: Ref(
      LicenceStatus,
      words(
        { en: 'New status', zh: '新状态' },
        { en: 'Status from now on.', zh: '变化后的状态。' },
      ),
    ),
    occurredAt: Ref(
      Instant,
      words({ en: 'Occurred at', zh: '发生时间' }, { en: 'When it changed.', zh: '变化的时刻。' }),
    ),
  },
);
export type LicenceChange = Static<typeof LicenceChange>;

const change: LicenceChange = {
  licenceNo: '辽邮20260001',
  partyId: '91210200MA0000002Q',
  fromStatus: 'VALID',
  toStatus: 'SUSPENDED',
  occurredAt: '2026-11-22T09:00:00+08:00',
};
const { licenceNo: _, ...withoutNumber } = change;

export const licenceChanged = defineEvent({
  type: 'org.openwaybill.registry.licence.changed',
  since: '1.0',
  title: { en: 'A licence changed', zh: '许可已变化' },
  from: ['regulator'],
  to: ORGANISATION_ROLES,
  data: LicenceChange,
  subject: 'licenceNo',
  lifecycle: 'licence',
  requirements: [],
  examples: {
    valid: {
      suspended: change,
      granted: {
        licenceNo: '辽邮20260002',
        partyId: 'ZZEXPRESS',
        toStatus: 'VALID',
        occurredAt: '2026-11-22T09:00:00+08:00',
      },
    },
    invalid: {
      'the number is missing': { value: withoutNumber, breaks: { pointer: '', rule: 'required' } },
      'a status of no list': {
        value: { ...change, toStatus: 'LAPSED' },
        breaks: { pointer: '/toStatus', rule: 'enum' },
      },
    },
  },
});
