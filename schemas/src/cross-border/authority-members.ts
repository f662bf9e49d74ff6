import { check, Line, privacy } from '../define/index.ts';

/** What the authority replied, as it is. */
export const authorityCode = Line(
  20,
  { en: 'Reply code', zh: '回执代码' },
  { en: "The authority's code, as it is.", zh: '海关回执的原始代码。' },
  { pattern: '[A-Za-z0-9_.-]{1,20}', ...privacy('business', 'code') },
);

/** The words beside it, scrubbed. */
export const authorityText = Line(
  200,
  { en: 'Reply text', zh: '回执说明' },
  {
    en: "The authority's words without anything about a person: no run of seven digits.",
    zh: '海关回执文字，已清除个人信息；不得含连续七位数字。',
  },
  { ...check('digit-run'), ...privacy('business', 'business-text') },
);
