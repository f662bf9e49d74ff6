import { namesPerson } from '../persons/named-person.ts';
import { ruleFor, unless } from './rule.ts';

/** A text about a claim or a complaint says what happened, and not to whom. */
export const noNamedPerson = ruleFor<string>({
  name: 'named-person',
  id: 'named-person',
  places: [{ check: 'named-person' }],
  judge: (value, at) => unless(!namesPerson(value), at, 'named-person'),
  severity: 'error',
  problem: 'PLAINTEXT_PERSONAL_DATA',
  requirement: 'CLM-005',
  text: {
    en: 'the text names a person',
    zh: '文本写明了个人姓名',
  },
  hint: {
    en: 'Write the role alone: the consignee, the courier.',
    zh: '请仅写身份，如收件人、快递员。',
  },
});
