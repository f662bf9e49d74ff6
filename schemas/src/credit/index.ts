import { defineModule } from '../define/index.ts';

export const creditModule = defineModule({
  name: 'credit',
  chapter: 20,
  prefix: 'CRD',
  title: { en: 'Credit and blacklist', zh: '信用与黑名单' },
  description: {
    en: 'Scores that name their evidence, and a blacklist in which every entry can be appealed and expires.',
    zh: '注明依据的信用评分；黑名单条目均可申诉且有期限。',
  },
  conformanceClass: 'credit',
  clauses: ['SC-4', 'SC-17', 'DL-S3'],
});

export * from './appeal-blacklist-entry.ts';
export * from './blacklist-changed.ts';
export * from './blacklist-entry.ts';
export * from './blacklist-lifecycle.ts';
export * from './check-blacklist.ts';
export * from './credit-codes.ts';
export * from './credit-evaluation.ts';
export * from './evaluate-credit.ts';
export * from './get-blacklist-entry.ts';
export * from './list-credit-evaluations.ts';
export * from './list-pledges.ts';
export * from './propose-blacklist-entry.ts';
export * from './revoke-blacklist-entry.ts';
export * from './self-discipline-pledge.ts';
export * from './sign-pledge.ts';
export * from './subject-token.ts';
