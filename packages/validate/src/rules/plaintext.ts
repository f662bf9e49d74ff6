import { ruleFor } from './rule.ts';

/** A member of `Contact` or `Address` in a masked type that does not have it, in the open form too. */
export const plaintext = ruleFor<object>({
  name: 'plaintext',
  id: 'plaintext',
  places: [{ masked: true }],
  judge: (value, at, shape) =>
    (shape.forbidden ?? [])
      .filter((member) => Object.hasOwn(value, member))
      .map((member) => ({ pointer: at, rule: 'plaintext', params: { member } })),
  severity: 'error',
  problem: 'PLAINTEXT_PERSONAL_DATA',
  requirement: 'PRV-007',
  text: {
    en: 'a masked type holds a member of the plain one',
    zh: '脱敏类型中出现了明文类型的字段',
  },
  hint: {
    en: 'Leave it out: plain personal data travels in a reveal only.',
    zh: '请删去：明文个人信息只经揭示提供。',
  },
});
