import { defineCodeList, statesAsCodes } from '../define/index.ts';
import { transportLegLifecycle } from './transport-leg-lifecycle.ts';

/** States of a leg at the party that it was reported to. */
export const TransportLegStatus = statesAsCodes('TransportLegStatus', transportLegLifecycle);

/** One leg has one mode: where it changes, the next leg begins. */
export const TransportMode = defineCodeList({
  name: 'TransportMode',
  version: '2026-11',
  title: { en: 'Mode of transport', zh: '运输方式' },
  description: { en: 'How goods travel on a leg.', zh: '航段的运输方式。' },
  growth: 'closed',
  codes: {
    ROAD: { en: 'Road', zh: '公路' },
    RAIL: { en: 'Rail', zh: '铁路' },
    AIR: { en: 'Air', zh: '航空' },
    SEA: { en: 'Sea', zh: '海运' },
    INLAND_WATER: { en: 'Inland waterway', zh: '内河' },
  },
});

/** Names of methods alone: what they prescribe is not repeated here. */
export const EmissionMethod = defineCodeList({
  name: 'EmissionMethod',
  version: '2026-11',
  title: { en: 'Method of accounting', zh: '核算方法' },
  description: { en: 'By which an emission was worked out.', zh: '排放量的核算方法。' },
  growth: { fallback: 'DEFAULT_FACTORS' },
  source: 'ISO 14083, GLEC Framework (unconfirmed)',
  codes: {
    ISO_14083: { en: 'ISO 14083', zh: 'ISO 14083 标准' },
    GLEC: { en: 'GLEC Framework', zh: 'GLEC 框架' },
    DEFAULT_FACTORS: { en: 'Default factors', zh: '缺省因子' },
  },
});
