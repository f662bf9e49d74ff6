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
import { PartyId } from '../vocabulary/party-id.ts';
import { PartyStatus } from './registry-codes.ts';

/** Thin: who needs more reads the party. */
export const PartyChange = Resource(
  'PartyChange',
  { en: 'Change of a party', zh: '主体变化' },
  { en: 'That a party may act, or may no longer.', zh: '主体可开展业务或不再可以。' },
  {
    partyId: Ref(PartyId),
    fromStatus: Optional(
      Ref(
        PartyStatus,
        words(
          { en: 'Former status', zh: '原状态' },
          { en: 'Absent at registration.', zh: '登记时不出现。' },
        ),
      ),
    ),
    toStatus: Ref(
      PartyStatus,
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
export type PartyChange = Static<typeof PartyChange>;

const change: PartyChange = {
  partyId: '91210200MA0000002Q',
  fromStatus: 'REGISTERED',
  toStatus: 'SUSPENDED',
  occurredAt: '2026-11-22T09:00:00+08:00',
};
const { toStatus: _, ...withoutTarget } = change;

export const partyChanged = defineEvent({
  type: 'org.openwaybill.registry.party.changed',
  since: '1.0',
  title: { en: 'A party changed', zh: '主体已变化' },
  from: ['hub', 'regulator'],
  to: ORGANISATION_ROLES,
  data: PartyChange,
  subject: 'partyId',
  lifecycle: 'party',
  requirements: [],
  examples: {
    valid: {
      'it lost its licence': change,
      'a new one': {
        partyId: 'ZZEXPRESS',
        toStatus: 'REGISTERED',
        occurredAt: '2026-11-22T09:00:00+08:00',
      },
    },
    invalid: {
      'the new status is missing': {
        value: withoutTarget,
        breaks: { pointer: '', rule: 'required' },
      },
      'a status of no list': {
        value: { ...change, toStatus: 'ACTIVE' },
        breaks: { pointer: '/toStatus', rule: 'enum' },
      },
    },
  },
});
