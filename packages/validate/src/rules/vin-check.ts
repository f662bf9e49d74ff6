import { vin } from '../check-digits/index.ts';
import { ruleFor, unless } from './rule.ts';

/** Position 9 of a VIN only warns: not every market uses it. */
export const vinCheck = ruleFor<string>({
  name: 'vin-check',
  id: 'vin-check',
  places: [{ check: 'vin' }],
  judge: (value, at) => unless(vin.isValid(value), at, 'vin-check'),
  severity: 'warning',
  problem: 'CHECK_DIGIT_INVALID',
  text: {
    en: 'position 9 of the vehicle identification number is not its check character',
    zh: '车辆识别代号第 9 位不是其校验位',
  },
  hint: {
    en: 'Compare it with the vehicle licence; leave it if the market does not use the check.',
    zh: '请与行驶证核对；若该市场不使用校验位则可保留。',
  },
});
