import type { Static } from '@sinclair/typebox';
import { defineOperation, pageOf } from '../define/index.ts';
import { statementLine } from './_examples.ts';
import { StatementLine } from './statement-line.ts';

/** Lines of one statement. */
export const StatementLinePage = pageOf(StatementLine, {
  en: 'lines of a statement',
  zh: '账单明细',
});
export type StatementLinePage = Static<typeof StatementLinePage>;

export const listStatementLines = defineOperation({
  name: 'list-statement-lines',
  since: '1.0',
  title: { en: 'List the lines of a statement', zh: '账单明细列表' },
  servedBy: ['courier'],
  calledBy: ['merchant', 'platform'],
  method: 'GET',
  path: '/v1/statements/{statementId}/lines',
  answer: { status: 200, body: StatementLinePage },
  problems: ['NOT_FOUND', 'CURSOR_EXPIRED'],
  requirements: [],
  examples: {
    answer: {
      valid: { 'one line': { items: [statementLine] }, 'nothing was charged': { items: [] } },
      invalid: {
        'items are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'a total': {
          value: { items: [], totalMinor: 0 },
          breaks: { pointer: '', rule: 'additionalProperties' },
        },
      },
    },
  },
});
