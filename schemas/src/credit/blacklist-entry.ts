import { type Static, Type } from '@sinclair/typebox';
import { Closed, defineMessage, privacy, Ref, Resource, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { PartyRef } from '../vocabulary/party-ref.ts';
import { Sha256 } from '../vocabulary/sha256.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { personEntry, personProposal } from './_examples.ts';
import { subjectMembers } from './_subject.ts';
import { BlacklistReason, BlacklistStatus, BlacklistSubject } from './credit-codes.ts';

const proposed = {
  subjectKind: Ref(BlacklistSubject),
  ...subjectMembers,
  reasonCode: Ref(BlacklistReason),
  evidenceSha256: Ref(
    Sha256,
    words(
      { en: 'Digest of the evidence', zh: '证据摘要' },
      {
        en: 'Of the file that the proposer keeps; never of personal data alone.',
        zh: '提议方留存的证据文件之摘要；不得仅为个人信息的摘要。',
      },
    ),
  ),
  decidedBy: Ref(
    PartyRef,
    words({ en: 'Decided by', zh: '决定方' }, { en: 'Who decided it.', zh: '作出决定的主体。' }),
  ),
  effectiveFromAt: Ref(
    Instant,
    words(
      { en: 'Effective from', zh: '生效时刻' },
      {
        en: 'Not before appealUntilAt.',
        zh: '不早于 appealUntilAt。',
      },
    ),
  ),
  expiresAt: Ref(
    Instant,
    words(
      { en: 'Expires at', zh: '到期时刻' },
      { en: 'At most two years after effectiveFromAt.', zh: '生效后至多两年。' },
    ),
  ),
  appealUntilAt: Ref(
    Instant,
    words(
      { en: 'Appeal until', zh: '申诉截止时刻' },
      { en: 'Until then the subject may appeal.', zh: '此前对象可以申诉。' },
    ),
  ),
  humanReviewed: Type.Literal(true, {
    ...words(
      { en: 'Reviewed by a human', zh: '已人工复核' },
      { en: 'No entry is made by a machine alone.', zh: '条目不得仅由机器作出。' },
    ),
    ...privacy('business', 'flag'),
  }),
};

/** What a member proposes; the hub informs the subject before anything follows from it. */
export const BlacklistProposal = Closed(
  'BlacklistProposal',
  { en: 'Proposal of a blacklist entry', zh: '黑名单条目提议' },
  {
    en: 'Names exactly one subject, of the kind that subjectKind says.',
    zh: '恰好指明一个与 subjectKind 相符的对象。',
  },
  proposed,
);
export type BlacklistProposal = Static<typeof BlacklistProposal>;

export const BlacklistEntry = Resource(
  'BlacklistEntry',
  { en: 'Blacklist entry', zh: '黑名单条目' },
  {
    en: 'Why somebody is listed, who decided it, until when it may be appealed and when it ends.',
    zh: '列入的原因、决定方、申诉期限与终止时刻。',
  },
  {
    entryId: Ref(
      Uuid,
      words({ en: 'Entry id', zh: '条目标识' }, { en: 'Names the entry.', zh: '标识该条目。' }),
    ),
    ...proposed,
    status: Ref(BlacklistStatus),
    ...storedMembers,
  },
);
export type BlacklistEntry = Static<typeof BlacklistEntry>;

const { subjectToken: _, ...withoutToken } = personProposal;
const { expiresAt: __, ...withoutEnd } = personEntry;

export const blacklistProposal = defineMessage({
  schema: BlacklistProposal,
  requirements: [
    {
      id: 'CRD-005',
      level: 'MUST',
      roles: ['platform', 'courier'],
      position: 'caller',
      tier: 'W',
      text: {
        en: 'An entry about a person was reviewed by a human.',
        zh: '针对个人的条目须经人工复核。',
      },
      wire: '`humanReviewed`',
      excluded: {
        because: 'HUMAN_JUDGEMENT',
        why: {
          en: 'Whether a human looked at it is not to be seen on the wire, where the flag is always true.',
          zh: '是否经人工复核无法从线上看出，标志恒为真。',
        },
      },
    },
  ],
  examples: {
    valid: {
      'a person by a keyed token': personProposal,
      'an organisation': {
        ...withoutToken,
        subjectKind: 'ORGANISATION',
        subjectParty: { partyId: '91210200MA0000002Q', role: 'merchant' },
        reasonCode: 'FRAUD',
      },
      'a service point': {
        ...withoutToken,
        subjectKind: 'SERVICE_POINT',
        pointId: '019398a0-0000-7000-8000-00000000c101',
      },
    },
    invalid: {
      'a machine decided': {
        value: { ...personProposal, humanReviewed: false },
        breaks: { pointer: '/humanReviewed', rule: 'const' },
      },
      'a person by a phone': {
        value: { ...personProposal, subjectToken: '+8619900000001' },
        breaks: { pointer: '/subjectToken', rule: 'pattern' },
      },
      'nobody is named': {
        value: withoutToken,
        breaks: { pointer: '', rule: 'DSC-023', requirement: 'DSC-023' },
      },
      'a person, and a kind that says otherwise': {
        value: { ...personProposal, subjectKind: 'ORGANISATION' },
        breaks: { pointer: '', rule: 'DSC-023', requirement: 'DSC-023' },
      },
      'longer than two years': {
        value: { ...personProposal, expiresAt: '2028-12-15T00:00:01+08:00' },
        breaks: { pointer: '/expiresAt', rule: 'CRD-001', requirement: 'CRD-001' },
      },
      'it ends before it begins': {
        value: { ...personProposal, expiresAt: '2026-12-14T00:00:00+08:00' },
        breaks: { pointer: '/expiresAt', rule: 'CRD-001', requirement: 'CRD-001' },
      },
      'effective while it may be appealed': {
        value: { ...personProposal, effectiveFromAt: '2026-12-14T23:59:59+08:00' },
        breaks: { pointer: '/effectiveFromAt', rule: 'CRD-002', requirement: 'CRD-002' },
      },
    },
  },
});

export const blacklistEntry = defineMessage({
  schema: BlacklistEntry,
  requirements: [
    {
      id: 'CRD-001',
      level: 'MUST',
      roles: ['hub'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'Every entry expires, at most 2 years after it takes effect.',
        zh: '条目须有不超过两年的期限。',
      },
      wire: 'entries',
      judgedBy: 'check',
    },
    {
      id: 'CRD-002',
      level: 'MUST',
      roles: ['hub'],
      position: 'server',
      tier: 'C',
      text: {
        en: 'No entry takes effect before its appeal period has passed.',
        zh: '申诉期满前不得生效。',
      },
      wire: 'clock',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      proposed: personEntry,
      effective: {
        ...personEntry,
        status: 'EFFECTIVE',
        revision: 3,
        updatedAt: '2026-12-15T00:00:00+08:00',
      },
    },
    invalid: {
      'no end': { value: withoutEnd, breaks: { pointer: '', rule: 'required' } },
      'a status of no list': {
        value: { ...personEntry, status: 'LISTED' },
        breaks: { pointer: '/status', rule: 'enum' },
      },
      'longer than two years': {
        value: { ...personEntry, expiresAt: '2029-01-01T00:00:00+08:00' },
        breaks: { pointer: '/expiresAt', rule: 'CRD-001', requirement: 'CRD-001' },
      },
      'two subjects': {
        value: { ...personEntry, pointId: '019398a0-0000-7000-8000-00000000c101' },
        breaks: { pointer: '', rule: 'DSC-021', requirement: 'DSC-021' },
      },
    },
  },
});
