import { defineOperation } from '../define/index.ts';
import { FrontTransfer, FrontTransferRequest } from './front-transfer.ts';

export const createFrontTransfer = defineOperation({
  name: 'create-front-transfer',
  since: '1.0',
  title: { en: 'Move goods to forward stock', zh: '前置调拨' },
  description: {
    en: 'The pieces leave the stock on hand of one warehouse and are in transit to the other, which keeps them as inbound notice TRANSFER-<transferId>.',
    zh: '货物自调出仓在库扣减，计入调入仓在途；调入仓以 TRANSFER-<transferId> 为号建立入库单。',
  },
  servedBy: ['warehouse'],
  calledBy: ['platform'],
  method: 'POST',
  path: '/v1/front-transfers',
  request: FrontTransferRequest,
  answer: { status: 201, body: FrontTransfer },
  problems: ['NOT_FOUND', 'OFFER_EXHAUSTED', 'RULE_VIOLATION'],
  requirements: [],
  examples: {},
});
