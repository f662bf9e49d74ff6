import { privacy, Word } from '../define/index.ts';

/** Shares no last four digits with the real one. */
export const VirtualNumber = Word(
  'VirtualNumber',
  { en: 'Virtual number', zh: '虚拟号码' },
  {
    en: 'Number in E.164 form that stands for a real one, for a time.',
    zh: '在一段时间内代替真实号码的 E.164 格式号码。',
  },
  {
    pattern: '\\+[1-9][0-9]{6,14}',
    maxLength: 16,
    'x-source': 'ITU-T E.164',
    ...privacy('pseudonymous', 'phone.virtual', { subject: 'consignee' }),
  },
);
