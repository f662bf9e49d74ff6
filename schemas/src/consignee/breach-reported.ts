import type { Static } from '@sinclair/typebox';
import {
  check,
  defineEvent,
  Line,
  ListOf,
  Optional,
  ORGANISATION_ROLES,
  privacy,
  Ref,
  Resource,
  SERVING_ROLES,
  Whole,
  words,
} from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { NoticeId } from '../vocabulary/notice-id.ts';
import { PrivacyClass } from '../vocabulary/privacy-class-codes.ts';
import { Uuid } from '../vocabulary/uuid.ts';

/** PIPL article 57, unconfirmed. No references, hashed or not. */
export const PrivacyBreachNotice = Resource(
  'PrivacyBreachNotice',
  { en: 'Notice of a breach', zh: '个人信息泄露通知' },
  {
    en: 'That personal data leaked, how much of which class, and what is done about it.',
    zh: '个人信息发生泄露的事实、类别、数量与补救措施。',
  },
  {
    breachId: Ref(Uuid),
    discoveredAt: Ref(
      Instant,
      words(
        { en: 'Discovered at', zh: '发现时刻' },
        { en: 'When the sender learned of it.', zh: '发送方获知的时刻。' },
      ),
    ),
    categories: ListOf(Ref(PrivacyClass), 1, 6, {
      uniqueItems: true,
      ...words(
        { en: 'Categories', zh: '类别' },
        { en: 'Privacy classes of what leaked.', zh: '所泄露信息的隐私级别。' },
      ),
    }),
    affectedCount: Whole(
      0,
      Number.MAX_SAFE_INTEGER,
      { en: 'Affected', zh: '受影响人数' },
      { en: 'How many persons are affected.', zh: '受影响的人数。' },
    ),
    measures: Line(
      500,
      { en: 'Measures', zh: '补救措施' },
      { en: 'What was done and what receivers should do.', zh: '已采取及建议接收方采取的措施。' },
      { ...privacy('business', 'business-text'), ...check('digit-run') },
    ),
    noticeId: Optional(Ref(NoticeId)),
  },
);
export type PrivacyBreachNotice = Static<typeof PrivacyBreachNotice>;

const notice: PrivacyBreachNotice = {
  breachId: '019a3b10-5c00-7a10-8b20-0c3d4e5f60a1',
  discoveredAt: '2026-11-02T03:00:00+08:00',
  categories: ['pseudonymous', 'personal'],
  affectedCount: 12,
  measures: '已封闭接口并更换密钥；请停用旧密钥。',
};
const { categories: _, ...withoutCategories } = notice;

export const breachReported = defineEvent({
  type: 'org.openwaybill.consignee.breach.reported',
  since: '1.0',
  title: { en: 'A breach was reported', zh: '泄露事件已通报' },
  from: SERVING_ROLES,
  to: ORGANISATION_ROLES,
  data: PrivacyBreachNotice,
  subject: 'breachId',
  requirements: [],
  examples: {
    valid: {
      'twelve persons': notice,
      'with the interruption that it caused': {
        ...notice,
        noticeId: 'ntc_2Jx8mQ4tVb7LkD0sYw9cRA',
      },
    },
    invalid: {
      'categories are missing': {
        value: withoutCategories,
        breaks: { pointer: '', rule: 'required' },
      },
      'a class is unknown': {
        value: { ...notice, categories: ['private'] },
        breaks: { pointer: '/categories/0', rule: 'enum' },
      },
      'references come along': {
        value: { ...notice, consigneeRefs: ['cr1_AAECAwQFBgcICQoLDA0ODw4'] },
        breaks: { pointer: '', rule: 'additionalProperties' },
      },
    },
  },
});
