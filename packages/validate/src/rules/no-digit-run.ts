import { hasDigitRun } from './digit-run.ts';
import { ruleFor, unless } from './rule.ts';

/** Seven digits in a row in free text are read as a telephone number. */
export const noDigitRun = ruleFor<string>({
  name: 'digit-run',
  id: 'digit-run',
  places: [
    {
      kinds: [
        'note.freetext',
        'person-name',
        'addr.road',
        'addr.building',
        'addr.unit',
        'addr.freetext',
      ],
    },
    { check: 'digit-run' },
  ],
  judge: (value, at) => unless(!hasDigitRun(value), at, 'digit-run'),
  severity: 'error',
  problem: 'PLAINTEXT_PERSONAL_DATA',
  requirement: 'PRV-006',
  displaces: true,
  text: {
    en: 'the text holds seven or more digits in a row, as a telephone number does',
    zh: '文本含七位及以上连续数字，疑似电话号码',
  },
  hint: {
    en: 'Take the number out; telephone numbers have members of their own.',
    zh: '请删去该号码；电话号码有专门的字段。',
  },
});
