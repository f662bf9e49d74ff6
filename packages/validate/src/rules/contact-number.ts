import type { Contact } from '@openwaybill/schemas';
import { at, membersRule } from './members-rule.ts';

/** A contact without a number cannot be reached. */
export const contactNumber = membersRule<Contact>({
  schema: 'Contact',
  id: 'contact-number',
  broken: ({ mobile, landline }) => at('', mobile !== undefined || landline !== undefined),
  text: { en: 'a contact has neither mobile nor landline', zh: '联系人既无手机也无固定电话' },
  hint: {
    en: 'Add mobile or landline, in E.164.',
    zh: '请补充 mobile 或 landline（E.164 格式）。',
  },
});
