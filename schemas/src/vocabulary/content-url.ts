import { privacy, Word } from '../define/index.ts';

/** Whoever has it can fetch the content, so it is never in an event or a log. */
export const ContentUrl = Word(
  'ContentUrl',
  { en: 'Link to content', zh: '内容链接' },
  {
    en: 'Link of single use that lives at most fifteen minutes.',
    zh: '一次性链接，至多十五分钟有效。',
  },
  {
    pattern: "https?://[A-Za-z0-9.:_\\[\\]-]+(/[A-Za-z0-9._~!&'()*+,;=:@%/?-]*)?",
    maxLength: 500,
    format: 'uri',
    'x-source': 'RFC 3986',
    ...privacy('secret', 'credential'),
  },
);
