import type { Exclusion } from '../define/index.ts';

/** Requirements whose checks stand with the scenarios of this module. */
export const withScenarios: Exclusion = {
  because: 'LATER',
  why: {
    en: 'Its check comes with the scenarios of this module.',
    zh: '其检查随本模块的场景一并提供。',
  },
};
