import type { Static } from '@sinclair/typebox';
import { CALLING_ROLES, defineOperation, pageOf } from '../define/index.ts';
import { convention } from './_examples.ts';
import { SelfDisciplinePledge } from './self-discipline-pledge.ts';

export const SelfDisciplinePledgePage = pageOf(SelfDisciplinePledge, {
  en: 'self-discipline pledge',
  zh: '自律承诺',
});
export type SelfDisciplinePledgePage = Static<typeof SelfDisciplinePledgePage>;

export const listPledges = defineOperation({
  name: 'list-pledges',
  since: '1.0',
  title: { en: 'List self-discipline pledges', zh: '列出自律承诺' },
  servedBy: ['hub'],
  calledBy: CALLING_ROLES,
  method: 'GET',
  path: '/v1/pledges',
  answer: { status: 200, body: SelfDisciplinePledgePage },
  problems: [],
  agreement: 'none',
  requirements: [],
  examples: {
    answer: {
      valid: { 'none so far': { items: [] }, 'one pledge': { items: [convention] } },
      invalid: {
        'items are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'an item is a name': {
          value: { items: ['样例市快递业自律公约'] },
          breaks: { pointer: '/items/0', rule: 'type' },
        },
      },
    },
  },
});
