import { ruleFor, unless } from './rule.ts';

const USUAL = /^(国邮[0-9]{8}[A-Z]|[一-龥]邮[0-9]{8}[A-Z])$/;

/** The usual form of a licence of an express business; unconfirmed, so it only warns. */
export const licenceNo = ruleFor<string>({
  name: 'licence-no',
  id: 'licence-no',
  places: [{ check: 'licence-no' }],
  judge: (value, at) => unless(USUAL.test(value), at, 'licence-no'),
  severity: 'warning',
  problem: 'RULE_VIOLATION',
  text: {
    en: 'the licence number does not have the usual form',
    zh: '许可证号不符合通常格式',
  },
  hint: {
    en: 'Compare it with the licence: 国邮 or a province before 邮, eight digits, one letter.',
    zh: '请与许可证核对：国邮或省份简称加邮、八位数字、一位字母。',
  },
});
