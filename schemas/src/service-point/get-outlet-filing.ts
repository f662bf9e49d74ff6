import { defineOperation } from '../define/index.ts';
import { OutletFiling } from './outlet-filing.ts';

/** Answered to the courier that filed it and to nobody else. */
export const getOutletFiling = defineOperation({
  name: 'get-outlet-filing',
  since: '1.0',
  title: { en: 'Read a filing', zh: '查询备案' },
  servedBy: ['regulator'],
  calledBy: ['courier'],
  method: 'GET',
  path: '/v1/outlet-filings/{filingId}',
  answer: { status: 200, body: OutletFiling },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
