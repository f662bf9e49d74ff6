import { defineOperation } from '../define/index.ts';
import { LockerDeposit } from './locker-deposit.ts';

export const remindDeposit = defineOperation({
  name: 'remind-deposit',
  since: '1.0',
  title: { en: 'Remind the consignee', zh: '提醒取件' },
  description: {
    en: 'At most one reminder in 24 hours, through the channel of the platform.',
    zh: '24 小时内至多提醒一次，经平台渠道发送。',
  },
  servedBy: ['locker'],
  calledBy: ['courier', 'platform'],
  method: 'POST',
  path: '/v1/locker-deposits/{depositId}/remind',
  answer: { status: 200, body: LockerDeposit },
  lifecycle: 'locker-deposit',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL', 'RATE_LIMITED'],
  requirements: [],
  examples: {},
});
