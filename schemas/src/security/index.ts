import { defineConcern } from '../define/index.ts';

export const securityConcern = defineConcern({
  name: 'security',
  prefixes: ['WHK', 'AUT', 'IDM', 'ERR', 'LIM', 'ENU', 'DGR', 'SUP'],
  title: { en: 'Security', zh: '安全' },
  description: {
    en: 'Signatures, deliveries, limits, errors and interruptions: what every module has to heed at its edge.',
    zh: '签名、投递、限制、错误与中断：各模块在接口边界须共同遵守的要求。',
  },
  clauses: ['SC-3'],
});

export * from './authentication-requirements.ts';
export * from './degraded-requirements.ts';
export * from './enumeration-requirements.ts';
export * from './idempotency-key-requirements.ts';
export * from './limit-requirements.ts';
export * from './problem-requirements.ts';
export * from './supply-requirements.ts';
export * from './webhook-requirements.ts';
