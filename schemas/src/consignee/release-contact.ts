import { defineOperation } from '../define/index.ts';

export const releaseContact = defineOperation({
  name: 'release-contact',
  since: '1.0',
  title: { en: 'Release a contact binding', zh: '解除联系绑定' },
  servedBy: ['platform'],
  calledBy: ['courier', 'merchant', 'isv', 'locker', 'service-point'],
  method: 'DELETE',
  path: '/v1/contact-bindings/{bindingId}',
  answer: { status: 204 },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
