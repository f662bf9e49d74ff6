import { defineOperation } from '../define/index.ts';
import { ContactBinding } from './contact-binding.ts';

export const getContactBinding = defineOperation({
  name: 'get-contact-binding',
  since: '1.0',
  title: { en: 'Read a contact binding', zh: '查询联系绑定' },
  description: {
    en: 'Own live bindings only; an ended one is unknown.',
    zh: '仅限本方有效的绑定；已终止者视为不存在。',
  },
  servedBy: ['platform'],
  calledBy: ['courier', 'merchant', 'isv', 'locker', 'service-point'],
  method: 'GET',
  path: '/v1/contact-bindings/{bindingId}',
  answer: { status: 200, body: ContactBinding },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
