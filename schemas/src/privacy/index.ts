import { defineConcern } from '../define/index.ts';

export const privacyConcern = defineConcern({
  name: 'privacy',
  prefixes: ['PRV', 'MSK', 'TOK', 'VEW', 'RVL', 'VNM', 'LBL', 'AUD', 'RET', 'LOG', 'SDC'],
  title: { en: 'Privacy', zh: '个人信息保护' },
  description: {
    en: "Masks, views, reveals, audit, labels and retention: what every module has to heed of consumers' personal information.",
    zh: '脱敏、视图、揭示、审计、面单与保留：各模块对消费者个人信息须共同遵守的要求。',
  },
  clauses: ['SC-3'],
});

export * from './annotation-requirements.ts';
export * from './audit-requirements.ts';
export * from './disclosure-control-requirements.ts';
export * from './facets.ts';
export * from './label-requirements.ts';
export * from './log-requirements.ts';
export * from './mask-requirements.ts';
export * from './policy.ts';
export * from './purposes.ts';
export * from './retention-requirements.ts';
export * from './reveal-requirements.ts';
export * from './token-requirements.ts';
export * from './view-requirements.ts';
export * from './virtual-number-requirements.ts';
