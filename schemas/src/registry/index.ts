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
