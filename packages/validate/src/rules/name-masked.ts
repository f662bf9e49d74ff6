import { ruleFor } from './rule.ts';

/** One letter with its marks and two stars, in Unicode; the pattern of the schema can only count code points. */
const FORM = /^(\*{3}|\p{L}\p{M}{0,7}\*{2})$/u;

export const nameMasked = ruleFor<string>({
  name: 'name-masked',
  id: 'pattern',
  places: [{ mask: 'cn-name-1', kinds: ['person-name'] }],
  judge: (name, at) =>
    FORM.test(name) ? [] : [{ pointer: at, rule: 'pattern', params: { mask: 'cn-name-1' } }],
  severity: 'error',
  problem: 'PLAINTEXT_PERSONAL_DATA',
  requirement: 'MSK-001',
  text: { en: 'a masked name shows more than its first letter', zh: '脱敏姓名显示多于首字' },
  hint: {
    en: 'Write the first character and two stars, or three stars.',
    zh: '写作首字加两个星号，或三个星号。',
  },
});
