import { defineOperation } from '../define/index.ts';
import { LockerDeposit } from './locker-deposit.ts';

export const getDeposit = defineOperation({
  name: 'get-deposit',
  since: '1.0',
  title: { en: 'Read a deposit', zh: '查询投放' },
  description: {
    en: 'What is only reserved, or was cancelled, is no deposit: NOT_FOUND.',
    zh: '仅预留或已取消者不是投放，应答不存在。',
  },
  servedBy: ['locker'],
  calledBy: ['courier', 'platform'],
  method: 'GET',
  path: '/v1/locker-deposits/{depositId}',
  answer: { status: 200, body: LockerDeposit },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
