import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineOperation,
  Flag,
  ListOf,
  Optional,
  Part,
  privacy,
  Ref,
  Whole,
  words,
} from '../define/index.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { subjectMembers } from './_subject.ts';
import { BlacklistReason } from './credit-codes.ts';

/** The only way to ask about a person: a list of tokens is never given out. */
export const BlacklistCheck = Closed(
  'BlacklistCheck',
  { en: 'Blacklist check', zh: '黑名单查询' },
  { en: 'Asks whether subjects are listed.', zh: '查询对象是否被列入。' },
  {
    items: ListOf(
      Part(subjectMembers),
      1,
      100,
      words(
        { en: 'Items', zh: '条目' },
        { en: 'One subject each, named in one way.', zh: '每项一个对象，以一种方式指明。' },
      ),
    ),
  },
);
export type BlacklistCheck = Static<typeof BlacklistCheck>;

/** Not listed and never heard of are one answer. */
export const BlacklistCheckResult = Closed(
  'BlacklistCheckResult',
  { en: 'Result of a blacklist check', zh: '黑名单查询结果' },
  { en: 'One result an item, in request order.', zh: '每项一个结果，按请求顺序。' },
  {
    results: ListOf(
      Part({
        index: Whole(
          0,
          99,
          { en: 'Index', zh: '序号' },
          { en: 'Place of the item in the request, from 0.', zh: '条目在请求中的序号，从 0 起。' },
          privacy('business', 'technical'),
        ),
        listed: Flag(
          { en: 'Listed', zh: '已列入' },
          { en: 'Whether an entry is in effect.', zh: '是否有生效的条目。' },
        ),
        reasonCode: Optional(Ref(BlacklistReason)),
        entryId: Optional(
          Ref(
            Uuid,
            words(
              { en: 'Entry id', zh: '条目标识' },
              { en: 'Of the entry in effect.', zh: '生效条目的标识。' },
            ),
          ),
        ),
      }),
      1,
      100,
      words({ en: 'Results', zh: '结果' }, { en: 'One an item.', zh: '每项一个。' }),
    ),
  },
);
export type BlacklistCheckResult = Static<typeof BlacklistCheckResult>;

const token = 'ct_47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU';

export const checkBlacklist = defineOperation({
  name: 'check-blacklist',
  since: '1.0',
  title: { en: 'Check the blacklist', zh: '查询黑名单' },
  description: {
    en: 'One member asks about at most 10000 subjects in a minute, or fewer where the hub says so; more is RATE_LIMITED, so that nobody reads the list by guessing.',
    zh: '同一成员每分钟至多查询 10000 个对象，平台可定得更低；超出为 RATE_LIMITED，以防逐一试探。',
  },
  servedBy: ['hub'],
  calledBy: ['platform', 'courier'],
  method: 'POST',
  path: '/v1/blacklist-checks',
  request: BlacklistCheck,
  answer: { status: 200, body: BlacklistCheckResult },
  problems: ['PURPOSE_NOT_GRANTED', 'CHECK_DIGIT_INVALID', 'RULE_VIOLATION'],
  noStore: true,
  requirements: [
    {
      id: 'CRD-004',
      level: 'MUST',
      roles: ['hub'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'Checks are throttled and answer unlisted and unknown subjects alike.',
        zh: '查询限速，未列入与未知应答一致。',
      },
      wire: 'differential',
      judgedBy: 'check',
    },
  ],
  examples: {
    request: {
      valid: {
        'a person': { items: [{ subjectToken: token }] },
        'an organisation and a point': {
          items: [
            { subjectParty: { partyId: '91210200MA0000002Q', role: 'merchant' } },
            { pointId: '019398a0-0000-7000-8000-00000000c101' },
          ],
        },
      },
      invalid: {
        'nobody is asked about': {
          value: { items: [] },
          breaks: { pointer: '/items', rule: 'minItems' },
        },
        'an item names nobody': {
          value: { items: [{ subjectToken: token }, {}] },
          breaks: { pointer: '/items/1', rule: 'DSC-023', requirement: 'DSC-023' },
        },
        'a person by a phone': {
          value: { items: [{ subjectToken: '+8619900000001' }] },
          breaks: { pointer: '/items/0/subjectToken', rule: 'pattern' },
        },
      },
    },
    answer: {
      valid: {
        'not listed, or unknown': { results: [{ index: 0, listed: false }] },
        listed: {
          results: [
            {
              index: 0,
              listed: true,
              reasonCode: 'MALICIOUS_ORDER',
              entryId: '019398a0-0000-7000-8000-00000000c001',
            },
          ],
        },
      },
      invalid: {
        'a reason of nobody listed': {
          value: { results: [{ index: 0, listed: false, reasonCode: 'FRAUD' }] },
          breaks: { pointer: '/results/0', rule: 'DSC-021', requirement: 'DSC-021' },
        },
        'no result': { value: { results: [] }, breaks: { pointer: '/results', rule: 'minItems' } },
      },
    },
  },
});
