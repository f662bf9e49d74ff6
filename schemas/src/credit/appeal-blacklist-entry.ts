import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation, Line, privacy, Ref, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { BlacklistEntry } from './blacklist-entry.ts';

/** Read by those who decide the appeal, and never shown again. */
export const BlacklistAppeal = Closed(
  'BlacklistAppeal',
  { en: 'Appeal against a blacklist entry', zh: '黑名单条目申诉' },
  { en: 'What the subject says against it.', zh: '对象的申诉内容。' },
  {
    text: Line(
      1000,
      { en: 'Text', zh: '文本' },
      { en: 'Why the entry is wrong.', zh: '条目有误的理由。' },
      privacy('personal', 'note.freetext'),
    ),
    filedAt: Ref(
      Instant,
      words(
        { en: 'Filed at', zh: '提交时刻' },
        { en: 'When the subject filed it.', zh: '对象提交申诉的时刻。' },
      ),
    ),
  },
);
export type BlacklistAppeal = Static<typeof BlacklistAppeal>;

const appeal: BlacklistAppeal = {
  text: '订单均已按时付款与签收，未曾恶意下单。',
  filedAt: '2026-12-01T09:00:00+08:00',
};

export const appealBlacklistEntry = defineOperation({
  name: 'appeal-blacklist-entry',
  since: '1.0',
  title: { en: 'Appeal against a blacklist entry', zh: '申诉黑名单条目' },
  description: {
    en: 'By the organisation that is listed, or by the member through which a person appeals.',
    zh: '由被列入单位提出，或由成员代个人提出。',
  },
  servedBy: ['hub'],
  calledBy: ['platform', 'courier', 'merchant', 'service-point'],
  method: 'POST',
  path: '/v1/blacklist-entries/{entryId}/appeal',
  request: BlacklistAppeal,
  answer: { status: 200, body: BlacklistEntry },
  lifecycle: 'blacklist-entry',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL', 'PLAINTEXT_PERSONAL_DATA'],
  requirements: [],
  examples: {
    request: {
      valid: { 'a short one': appeal },
      invalid: {
        'no text': {
          value: { ...appeal, text: '' },
          breaks: { pointer: '/text', rule: 'minLength' },
        },
        'a phone in the text': {
          value: { ...appeal, text: '请致电 19900000001' },
          breaks: { pointer: '/text', rule: 'digit-run' },
        },
        'no time': {
          value: { text: appeal.text },
          breaks: { pointer: '', rule: 'required' },
        },
      },
    },
  },
});
