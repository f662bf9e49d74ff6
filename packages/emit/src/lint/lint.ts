import { lintPrivacy } from '@openwaybill/privacy';
import type { Registry, Text } from '@openwaybill/schemas';
import type { Finding } from './finding.ts';
import type { Linted, LintRule } from './rule.ts';
import { TRANSLATION_DRIFT } from './rules/drift.ts';
import { EXAMPLE_RULES } from './rules/examples.ts';
import { LINEAR_REGEXP, PLACE_RULES } from './rules/places.ts';
import { REGISTRY_RULES } from './rules/registry.ts';
import { SIZE } from './rules/size.ts';
import { TEXT_RULES } from './rules/texts.ts';
import { PRIVACY_VIEW } from './rules/views.ts';

const PRIVACY: Readonly<Record<ReturnType<typeof lintPrivacy>[number]['rule'], Text>> = {
  'privacy-class': { en: 'a member that says nothing about privacy', zh: '未注明隐私级别的成员' },
  'privacy-text': { en: 'free text without what it is for', zh: '未说明用途的自由文本' },
  'privacy-log': { en: 'personal data in what is logged', zh: '日志中的个人信息' },
  'mask-pattern': {
    en: 'a masked member that takes plaintext, or the reverse',
    zh: '脱敏与明文相混的成员',
  },
  'no-private-in-url': { en: 'personal data in an address', zh: '地址中的个人信息' },
  'privacy-example': { en: 'an example that may be a real person', zh: '可能为真实人物的示例' },
};

/** The privacy rules look at the whole together, once; each row takes its own part. */
const privacyFindings = new WeakMap<Registry, ReturnType<typeof lintPrivacy>>();
const ofPrivacy = (registry: Registry): ReturnType<typeof lintPrivacy> => {
  const known = privacyFindings.get(registry) ?? lintPrivacy(registry);
  privacyFindings.set(registry, known);
  return known;
};

const PRIVACY_RULES: readonly LintRule[] = Object.entries(PRIVACY).map(([id, refuses]) => ({
  id,
  refuses,
  isForbidden: true,
  judge: ({ registry }) => ofPrivacy(registry).filter(({ rule }) => rule === id),
}));

/** Every rule of the lint, one row an id and a part of the standard that it looks at. */
export const LINT_RULES: readonly LintRule[] = [
  ...PLACE_RULES,
  LINEAR_REGEXP,
  ...TEXT_RULES,
  TRANSLATION_DRIFT,
  ...REGISTRY_RULES,
  ...EXAMPLE_RULES,
  SIZE,
  ...PRIVACY_RULES,
  PRIVACY_VIEW,
];

/** What a rule found, with what the rule says of itself. */
export type LintFinding = Finding &
  Pick<LintRule, 'refuses'> & { readonly isWarning: boolean; readonly isForbidden: boolean };

/** Everything that the rules find, or those of some ids. */
export const lint = (linted: Linted, ids?: readonly string[]): readonly LintFinding[] =>
  LINT_RULES.filter(({ id }) => ids === undefined || ids.includes(id)).flatMap(
    ({ id, refuses, isWarning = false, isForbidden = false, judge }) =>
      judge(linted).map(({ about, pointer, message }) => ({
        rule: id,
        about,
        pointer,
        message,
        refuses,
        isWarning,
        isForbidden,
      })),
  );
