import { defineCodeList, statesAsCodes } from '../define/index.ts';
import { reusableAssetLifecycle } from './reusable-asset-lifecycle.ts';

/** States of a reusable asset. */
export const ReusableAssetStatus = statesAsCodes('ReusableAssetStatus', reusableAssetLifecycle);

/** `reusable`: made for many trips; a class A packaging has one of them at least. */
export const PackKind = defineCodeList({
  name: 'PackKind',
  version: '2026-11',
  title: { en: 'Kind of packaging', zh: '包装种类' },
  description: { en: 'What a piece of packaging is.', zh: '包装件的种类。' },
  growth: { fallback: 'BOX' },
  source: 'GB/T 16606.1, 16606.2, 16606.3-2018; GB/T 43283-2023 (unconfirmed)',
  codes: {
    ENVELOPE: { en: 'Envelope', zh: '封套', reusable: false },
    BOX: { en: 'Box', zh: '包装箱', reusable: false },
    BAG: { en: 'Bag', zh: '包装袋', reusable: false },
    FILLER: { en: 'Filler', zh: '填充物', reusable: false },
    TAPE: { en: 'Tape', zh: '胶带', reusable: false },
    WAYBILL_LABEL: { en: 'Waybill label', zh: '面单', reusable: false },
    REUSABLE_BOX: { en: 'Reusable box', zh: '循环箱', reusable: true },
    REUSABLE_BAG: { en: 'Reusable bag', zh: '循环袋', reusable: true },
    PALLET_CAGE: { en: 'Cage', zh: '笼车', reusable: true },
  },
});

/** What packaging is made of; limits of substances in GB 43352-2023 depend on it. */
export const PackMaterial = defineCodeList({
  name: 'PackMaterial',
  version: '2026-11',
  title: { en: 'Material of packaging', zh: '包装材料' },
  description: { en: 'What a piece of packaging is made of.', zh: '包装件的材料。' },
  growth: { fallback: 'OTHER' },
  codes: {
    PAPER: { en: 'Paper', zh: '纸' },
    CORRUGATED: { en: 'Corrugated board', zh: '瓦楞纸' },
    PLASTIC_NON_BIO: { en: 'Plastic, not degradable', zh: '不可降解塑料' },
    PLASTIC_BIO: { en: 'Plastic, degradable', zh: '可降解塑料' },
    TEXTILE: { en: 'Textile', zh: '纺织' },
    COMPOSITE: { en: 'Composite', zh: '复合' },
    OTHER: { en: 'Other', zh: '其他' },
  },
});

/** `rank` orders steps of one instant, as a cycle does: part of the fold, so that all receivers agree. */
export const AssetStep = defineCodeList({
  name: 'AssetStep',
  version: '2026-11',
  title: { en: 'Step of a reusable asset', zh: '循环件环节' },
  description: {
    en: 'What was observed of a reusable asset: a physical fact.',
    zh: '对循环件的一次观测：物理事实。',
  },
  growth: 'closed',
  codes: {
    ISSUED: { en: 'Issued', zh: '领用', rank: 1 },
    BOUND: { en: 'Bound to a waybill', zh: '绑定运单', rank: 2 },
    DELIVERED: { en: 'Delivered', zh: '送达', rank: 3 },
    RETURN_DUE: { en: 'Return due', zh: '待归还', rank: 4 },
    COLLECTED: { en: 'Collected', zh: '回收', rank: 5 },
    CLEANED: { en: 'Cleaned', zh: '清洁', rank: 6 },
    REISSUED: { en: 'Issued again', zh: '再次领用', rank: 7 },
    LOST: { en: 'Lost', zh: '遗失', rank: 8 },
    RETIRED: { en: 'Retired', zh: '报废', rank: 9 },
  },
});

/** `sign` of the points: a reversal has the opposite one of the entry that it names. */
export const CreditReason = defineCodeList({
  name: 'CreditReason',
  version: '2026-11',
  title: { en: 'Reason of green credit', zh: '绿色积分事由' },
  description: { en: 'Why points were given or taken.', zh: '积分增减的事由。' },
  growth: 'closed',
  codes: {
    CHOSE_REDUCED: { en: 'Chose reduced packaging', zh: '选择减量', sign: 1 },
    RETURNED_REUSABLE: { en: 'Returned a reusable asset', zh: '归还循环', sign: 1 },
    RECYCLED: { en: 'Recycled', zh: '回收', sign: 1 },
    REDEEMED: { en: 'Redeemed', zh: '兑换', sign: -1 },
    EXPIRED: { en: 'Expired', zh: '过期', sign: -1 },
    REVERSED: { en: 'Reversed', zh: '冲正', sign: 0 },
  },
});
