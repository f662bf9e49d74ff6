import { defineModule } from '../define/index.ts';

export const consigneeModule = defineModule({
  name: 'consignee',
  chapter: 4,
  prefix: 'CSN',
  title: { en: 'Consignee privacy', zh: '收件人隐私' },
  description: {
    en: 'The platform holds the plaintext; everybody else holds a reference and masked values, and asks for more by purpose.',
    zh: '明文由平台保管；其他各方仅持引用与脱敏值，需要更多时按目的申请。',
  },
  conformanceClass: 'core',
  clauses: ['SC-3', 'SC-14', 'DL-7'],
});

export * from './bind-contact.ts';
export * from './breach-reported.ts';
export * from './consent-changed.ts';
export * from './consent-record.ts';
export * from './consignee-codes.ts';
export * from './consignee-requirements.ts';
export * from './contact-binding.ts';
export * from './delivery-note.ts';
export * from './erase-consignee.ts';
export * from './erasure-completed.ts';
export * from './erasure-receipt.ts';
export * from './get-audit-checkpoint.ts';
export * from './get-audit-consistency.ts';
export * from './get-audit-inclusion.ts';
export * from './get-consignee-view.ts';
export * from './get-contact-binding.ts';
export * from './get-erasure.ts';
export * from './get-reveal.ts';
export * from './get-subject-access.ts';
export * from './list-reveal-audit-entries.ts';
export * from './look-up-consignee.ts';
export * from './read-reveal.ts';
export * from './record-consent.ts';
export * from './reference-replaced.ts';
export * from './register-consignee.ts';
export * from './release-contact.ts';
export * from './request-erasure.ts';
export * from './request-reveal.ts';
export * from './request-reveal-batch.ts';
export * from './reveal-changed.ts';
export * from './reveal-grant.ts';
export * from './reveal-lifecycle.ts';
export * from './reveal-request.ts';
export * from './revoke-reveal.ts';
export * from './subject-access.ts';
export * from './withdraw-consent.ts';
