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
