import { defineModule } from '../define/index.ts';

export const crossBorderModule = defineModule({
  name: 'cross-border',
  chapter: 16,
  prefix: 'XBD',
  title: { en: 'Cross-border', zh: '跨境' },
  description: {
    en: 'Customs declarations without identity numbers, postal item descriptions, and exchange offices.',
    zh: '不含证件号的报关、邮件内件信息与互换局事件。',
  },
  conformanceClass: 'cross-border',
  clauses: ['DL-5'],
});

export * from './amend-declaration.ts';
export * from './authority-members.ts';
export * from './bonded-move.ts';
export * from './buyer-attestation.ts';
export * from './cross-border-codes.ts';
export * from './cross-border-requirements.ts';
export * from './customs-declaration.ts';
export * from './customs-declaration-lifecycle.ts';
export * from './customs-declaration-submission.ts';
export * from './declaration-changed.ts';
export * from './get-declaration.ts';
export * from './goods-members.ts';
export * from './match-resulted.ts';
export * from './postal-item-description.ts';
export * from './report-bonded-move.ts';
export * from './submit-declaration.ts';
export * from './submit-item-description.ts';
