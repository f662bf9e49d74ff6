import { defineMessage, privacy, Word } from '../define/index.ts';

/** Up to eight code points, for a letter may have marks. */
export const NameMasked = Word(
  'NameMasked',
  { en: 'Masked name', zh: '脱敏姓名' },
  { en: 'First character and two stars, or three stars.', zh: '首字加两个星号，或三个星号。' },
  {
    pattern: '\\*{3}|[^* ]{1,8}\\*{2}',
    maxLength: 10,
    ...privacy('pseudonymous', 'person-name', { mask: 'cn-name-1', subject: 'consignee' }),
  },
);

export const nameMaskedMessage = defineMessage({
  schema: NameMasked,
  requirements: [],
  examples: {
    valid: {
      'a Chinese name': '张**',
      'a compound surname is not special': '欧**',
      'a Latin name': 'J**',
      'in doubt': '***',
    },
    invalid: {
      'a plain name': { value: '张三丰', breaks: { pointer: '', rule: 'pattern' } },
      'one star': { value: '张*', breaks: { pointer: '', rule: 'pattern' } },
    },
  },
});
