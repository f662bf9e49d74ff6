import { defineMessage, privacy, Word } from '../define/index.ts';

/** A digest of personal data stays personal, whoever holds the key. It is no `consigneeRef` and stands in no event. */
export const SubjectToken = Word(
  'SubjectToken',
  { en: 'Subject token', zh: '对象令牌' },
  {
    en: 'A person, as ct_ and the base64url form of an HMAC-SHA-256 under a key that the hub and its members agree and replace every 90 days.',
    zh: '个人的令牌：ct_ 加 HMAC-SHA-256 的 base64url 形式；密钥由综合平台与成员在协议中约定，每 90 日更换。',
  },
  {
    pattern: 'ct_[A-Za-z0-9_-]{43}',
    maxLength: 46,
    'x-source': 'RFC 2104; RFC 4648 section 5',
    ...privacy('personal', 'merge-key', { subject: 'consignee' }),
  },
);

export const subjectTokenMessage = defineMessage({
  schema: SubjectToken,
  requirements: [
    {
      id: 'CRD-003',
      level: 'MUST NOT',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: {
        en: 'A person is named by phone, name or an unkeyed digest.',
        zh: '不得以电话、姓名或无密钥摘要指代个人。',
      },
      wire: 'needle scan',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: { 'a keyed digest': 'ct_47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU' },
    invalid: {
      'a phone': {
        value: '+8619900000001',
        breaks: { pointer: '', rule: 'pattern' },
      },
      'a digest without its prefix': {
        value: '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU',
        breaks: { pointer: '', rule: 'pattern' },
      },
    },
  },
});
