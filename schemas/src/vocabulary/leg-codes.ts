import { defineCodeList } from '../define/index.ts';

/** A flag beside the status, so that scans on the way back do not resurrect a parcel. */
export const Leg = defineCodeList({
  name: 'Leg',
  version: '2026-11',
  title: { en: 'Leg', zh: '运输方向' },
  description: { en: 'Forward, or on the way back.', zh: '正向或逆向。' },
  growth: 'closed',
  codes: {
    FORWARD: { en: 'Forward', zh: '正向' },
    RETURN: { en: 'Return', zh: '逆向' },
  },
});
