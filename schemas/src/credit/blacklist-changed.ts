import type { Static } from '@sinclair/typebox';
import { defineEvent, Optional, Ref, Resource, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { PartyRef } from '../vocabulary/party-ref.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { BlacklistStatus, BlacklistSubject } from './credit-codes.ts';

/** A token of a person never stands here: who may know asks with `checkBlacklist`. */
export const BlacklistChange = Resource(
  'BlacklistChange',
  { en: 'Change of a blacklist entry', zh: '黑名单条目变化' },
  { en: 'One step of an entry in its lifecycle.', zh: '条目生命周期中的一次变化。' },
  {
    entryId: Ref(
      Uuid,
      words({ en: 'Entry id', zh: '条目标识' }, { en: 'Names the entry.', zh: '标识该条目。' }),
    ),
    subjectKind: Ref(BlacklistSubject),
    subjectParty: Optional(
      Ref(
        PartyRef,
        words(
          { en: 'Organisation', zh: '单位' },
          { en: 'Only of an entry about an organisation.', zh: '仅限针对单位的条目。' },
        ),
      ),
    ),
    fromStatus: Optional(
      Ref(
        BlacklistStatus,
        words(
          { en: 'Former status', zh: '原状态' },
          { en: 'Absent at creation.', zh: '创建时不出现。' },
        ),
      ),
    ),
    toStatus: Ref(
      BlacklistStatus,
      words(
        { en: 'New status', zh: '新状态' },
        { en: 'Status from now on.', zh: '变化后的状态。' },
      ),
    ),
    occurredAt: Ref(
      Instant,
      words(
        { en: 'Occurred at', zh: '发生时间' },
        { en: 'When the status changed.', zh: '状态变化的时刻。' },
      ),
    ),
  },
);
export type BlacklistChange = Static<typeof BlacklistChange>;

const change: BlacklistChange = {
  entryId: '019398a0-0000-7000-8000-00000000c001',
  subjectKind: 'PERSON',
  fromStatus: 'NOTIFIED',
  toStatus: 'EFFECTIVE',
  occurredAt: '2026-12-15T00:00:00+08:00',
};

export const blacklistChanged = defineEvent({
  type: 'org.openwaybill.credit.blacklist.changed',
  since: '1.0',
  title: { en: 'A blacklist entry changed', zh: '黑名单条目已变化' },
  from: ['hub'],
  to: ['platform', 'courier'],
  data: BlacklistChange,
  subject: 'entryId',
  lifecycle: 'blacklist-entry',
  requirements: [],
  examples: {
    valid: {
      'a person, who is not named': change,
      'an organisation': {
        ...change,
        subjectKind: 'ORGANISATION',
        subjectParty: { partyId: '91210200MA0000002Q', role: 'merchant' },
      },
    },
    invalid: {
      'a token is in it': {
        value: { ...change, subjectToken: 'ct_47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU' },
        breaks: { pointer: '', rule: 'additionalProperties' },
      },
      'a party of an entry about a person': {
        value: { ...change, subjectParty: { partyId: '91210200MA0000002Q', role: 'merchant' } },
        breaks: { pointer: '/subjectParty', rule: 'DSC-022', requirement: 'DSC-022' },
      },
    },
  },
});
