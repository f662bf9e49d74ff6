import { defineOperation } from '../define/index.ts';
import { PledgeSigning, SelfDisciplinePledge } from './self-discipline-pledge.ts';

export const signPledge = defineOperation({
  name: 'sign-pledge',
  since: '1.0',
  title: { en: 'Sign a self-discipline pledge', zh: '签署自律承诺' },
  servedBy: ['hub'],
  calledBy: ['platform', 'courier'],
  method: 'POST',
  path: '/v1/pledges',
  request: PledgeSigning,
  answer: { status: 201, body: SelfDisciplinePledge },
  problems: ['CHECK_DIGIT_INVALID'],
  agreement: 'none',
  requirements: [],
  examples: {},
});
