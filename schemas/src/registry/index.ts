import { defineModule } from '../define/index.ts';

export const registryModule = defineModule({
  name: 'registry',
  chapter: 22,
  prefix: 'REG',
  title: { en: 'Party and licence register', zh: '主体与许可登记' },
  description: {
    en: 'Parties, licences, annual reports, keys and certificates of conformance.',
    zh: '主体、许可、年报、密钥与符合性证书。',
  },
  conformanceClass: 'registry',
  clauses: ['SC-1', 'DL-S3'],
});

export * from './annual-report.ts';
export * from './apply-for-licence.ts';
export * from './certificate-issued.ts';
export * from './conformance-certificate.ts';
export * from './correct-annual-report.ts';
export * from './get-annual-report.ts';
export * from './get-licence.ts';
export * from './get-licence-application.ts';
export * from './get-party.ts';
export * from './key-registration.ts';
export * from './licence-application.ts';
export * from './licence-application-lifecycle.ts';
export * from './licence-changed.ts';
export * from './licence-lifecycle.ts';
export * from './licence-record.ts';
export * from './list-certificates.ts';
export * from './list-parties.ts';
export * from './party-changed.ts';
export * from './party-lifecycle.ts';
export * from './party-registration.ts';
export * from './put-party.ts';
export * from './register-keys.ts';
export * from './registry-codes.ts';
export * from './submit-annual-report.ts';
export * from './supplement-licence-application.ts';
