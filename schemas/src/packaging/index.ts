import { defineModule } from '../define/index.ts';

/** Chapter of the standard about packaging that is declared, goes round, comes back and is credited. */
export const packagingModule = defineModule({
  name: 'packaging',
  chapter: 14,
  prefix: 'PKG',
  title: { en: 'Green packaging', zh: '绿色包装' },
  description: {
    en: 'Declared packaging, reusable assets in circulation, recycling, and a ledger of green credits.',
    zh: '包装申报、循环件流转、回收与绿色积分流水。',
  },
  conformanceClass: 'packaging',
  clauses: ['SC-16', 'SC-17', 'DL-9', 'DL-10'],
});

export * from './asset-recorded.ts';
export * from './consumer-ref.ts';
export * from './credit-posted.ts';
export * from './declare-packaging.ts';
export * from './get-reusable-asset.ts';
export * from './green-credit-entry.ts';
export * from './list-asset-events.ts';
export * from './list-green-credits.ts';
export * from './packaging-codes.ts';
export * from './packaging-declaration.ts';
export * from './packaging-requirements.ts';
export * from './post-green-credit.ts';
export * from './producer-report.ts';
export * from './put-reusable-asset.ts';
export * from './record-asset-event.ts';
export * from './record-recycling.ts';
export * from './recycling-event.ts';
export * from './reusable-asset.ts';
export * from './reusable-asset-event.ts';
export * from './reusable-asset-lifecycle.ts';
export * from './submit-producer-report.ts';
