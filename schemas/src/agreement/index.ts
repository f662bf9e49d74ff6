import { defineModule } from '../define/index.ts';

export const agreementModule = defineModule({
  name: 'agreement',
  chapter: 6,
  prefix: 'AGR',
  title: { en: 'Data-sharing agreement', zh: '数据共享协议' },
  description: {
    en: 'Who may send what to whom, down to the field, signed by both sides and executable.',
    zh: '约定谁可向谁发送哪些字段；双方签署，可直接执行。',
  },
  conformanceClass: 'core',
  clauses: ['SC-3', 'SC-4', 'DL-14'],
});

export * from './agreement.ts';
export * from './agreement-codes.ts';
export * from './agreement-lifecycle.ts';
export * from './agreement-proposal.ts';
export * from './agreement-requirements.ts';
export * from './agreement-status-changed.ts';
export * from './agreement-terms.ts';
export * from './counter-agreement.ts';
export * from './field-grant.ts';
export * from './get-agreement.ts';
export * from './list-agreements.ts';
export * from './propose-agreement.ts';
export * from './resume-agreement.ts';
export * from './sign-agreement.ts';
export * from './suspend-agreement.ts';
export * from './terminate-agreement.ts';
