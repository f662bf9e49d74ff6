import { defineModule } from '../define/index.ts';

export const claimsModule = defineModule({
  name: 'claims',
  chapter: 19,
  prefix: 'CLM',
  title: { en: 'Exceptions and claims', zh: '异常与理赔' },
  description: {
    en: 'Exceptions and their instructions, claims and their decisions, complaints and their answers, each with a due time.',
    zh: '异常与指示、理赔与决定、投诉与答复，各有期限。',
  },
  conformanceClass: 'claims',
  clauses: ['SC-4', 'SC-9', 'DL-12'],
});

export * from './add-claim-evidence.ts';
export * from './appeal-claim.ts';
export * from './claim.ts';
export * from './claim-changed.ts';
export * from './claim-decision.ts';
export * from './claim-filing.ts';
export * from './claim-lifecycle.ts';
export * from './claim-terms.ts';
export * from './claims-codes.ts';
export * from './complaint.ts';
export * from './complaint-answer.ts';
export * from './complaint-answered.ts';
export * from './complaint-lifecycle.ts';
export * from './complaint-opening.ts';
export * from './escalate-complaint.ts';
export * from './exception-lifecycle.ts';
export * from './exception-raised.ts';
export * from './exception-report.ts';
export * from './file-claim.ts';
export * from './get-claim.ts';
export * from './get-complaint.ts';
export * from './get-exception.ts';
export * from './instruct-exception.ts';
export * from './liability-term.ts';
export * from './open-complaint.ts';
export * from './withdraw-claim.ts';
