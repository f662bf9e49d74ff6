import { defineOperation } from '../define/index.ts';
import { Quote } from './quote.ts';

export const getQuote = defineOperation({
  name: 'get-quote',
  since: '1.0',
  title: { en: 'Read a quote', zh: '查询报价' },
  servedBy: ['courier'],
  calledBy: ['platform', 'merchant'],
  method: 'GET',
  path: '/v1/quotes/{quoteId}',
  answer: { status: 200, body: Quote },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
