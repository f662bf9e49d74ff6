import { privacy, Word } from '../define/index.ts';

/** Plain http is for a sandbox on the same machine; the rule layer refuses it elsewhere. */
export const HttpsUrl = Word(
  'HttpsUrl',
  { en: 'HTTPS address', zh: 'HTTPS 地址' },
  {
    en: 'Absolute address without user information and fragment.',
    zh: '绝对地址，不含用户信息与片段。',
  },
  {
    pattern: "https?://[A-Za-z0-9.:_\\[\\]-]+(/[A-Za-z0-9._~!&'()*+,;=:@%/?-]*)?",
    maxLength: 200,
    format: 'uri',
    'x-source': 'RFC 3986',
    ...privacy('business', 'technical'),
  },
);
