import { hasDigitRun } from './digit-run.ts';
import { ruleFor, unless } from './rule.ts';
import { hasUnitNumber } from './unit-number.ts';

/** A unit, a room or a telephone number in a level of a masked address: a net under its producer. */
export const maskedLevel = ruleFor<string>({
  name: 'masked-level',
  id: 'plaintext',
  places: [{ mask: 'addr-1', kinds: ['addr.road', 'addr.building'] }],
  judge: (level, at) => unless(!hasUnitNumber(level) && !hasDigitRun(level), at, 'plaintext'),
  severity: 'error',
  problem: 'PLAINTEXT_PERSONAL_DATA',
  requirement: 'PRV-007',
  displaces: true,
  text: {
    en: 'a masked address holds a unit, a room or a telephone number',
    zh: '脱敏地址中出现了单元、室号或电话号码',
  },
  hint: {
    en: 'Cut the address at the building; the unit travels in a reveal only.',
    zh: '地址截至楼栋；单元室号只经揭示提供。',
  },
});
