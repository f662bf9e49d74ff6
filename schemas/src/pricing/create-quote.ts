import { defineOperation } from '../define/index.ts';
import { Quote } from './quote.ts';
import { QuoteRequest } from './quote-request.ts';

export const createQuote = defineOperation({
  name: 'create-quote',
  since: '1.0',
  title: { en: 'Ask for a quote', zh: '询价' },
  servedBy: ['courier'],
  calledBy: ['platform', 'merchant'],
  method: 'POST',
  path: '/v1/quotes',
  request: QuoteRequest,
  answer: { status: 201, body: Quote },
  lifecycle: 'quote',
  problems: ['UNSERVICEABLE', 'RULE_VIOLATION'],
  requirements: [
    {
      id: 'PRC-004',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'C',
      text: {
        en: 'A quote is honoured until `validUntilAt` for equal inputs.',
        zh: '报价有效期内须兑现。',
      },
      wire: 'order with the quote; compare charge advice',
      judgedBy: 'check',
    },
    {
      id: 'PRC-006',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'Equal quote requests give equal totals within the validity.',
        zh: '同条件报价一致。',
      },
      wire: 'ask twice',
      judgedBy: 'check',
    },
    {
      id: 'PRC-007',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'A value-added service that was not chosen is not charged.',
        zh: '未选择的增值服务不得收费。',
      },
      wire: 'quote and charge advice',
      judgedBy: 'check',
    },
  ],
  examples: {},
});
