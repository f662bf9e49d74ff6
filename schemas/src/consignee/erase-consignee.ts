import { defineOperation } from '../define/index.ts';
import { ErasureReceipt } from './erasure-receipt.ts';

export const eraseConsignee = defineOperation({
  name: 'erase-consignee',
  since: '1.0',
  title: { en: 'Erase a consignee', zh: '删除收件人' },
  description: {
    en: "For the consignee's own application; afterwards every read answers NOT_FOUND.",
    zh: '供收件人本人申请；此后一切读取均返回 NOT_FOUND。',
  },
  servedBy: ['platform'],
  calledBy: ['consignee'],
  method: 'DELETE',
  path: '/v1/consignees/{consigneeRef}',
  answer: { status: 202, body: ErasureReceipt },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
