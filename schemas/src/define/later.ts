import type { Exclusion } from './requirement.ts';
import type { Text } from './text.ts';

/** Why a requirement has no check yet: what it needs comes with a later version. */
export const laterWith = (what: Text): Exclusion => ({
  because: 'LATER',
  why: {
    en: `Its check needs ${what.en}, which the toolkit does not have yet.`,
    zh: `其检查需要${what.zh}，工具包尚未提供。`,
  },
});
