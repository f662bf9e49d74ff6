import { defineCodeList } from '../define/index.ts';

/** Platforms that print at once reserve numbers. */
export const AllocationMode = defineCodeList({
  name: 'AllocationMode',
  version: '2026-11',
  title: { en: 'Mode of allocation', zh: '取号方式' },
  description: { en: 'Where a waybill number comes from.', zh: '运单号的来源。' },
  growth: 'closed',
  codes: {
    POOL: { en: 'Reserved in advance', zh: '号段预取' },
    ON_CREATE: { en: 'With the waybill', zh: '即时取号' },
    SUPPLIED: { en: 'Brought by the platform', zh: '自带单号' },
  },
});
