import type { Exclusion } from '../define/index.ts';

/** Why a requirement of a module is not judged yet. */
export const later: { readonly excluded: Exclusion } = {
  excluded: {
    because: 'LATER',
    why: {
      en: 'Its check comes with the scenarios of this module.',
      zh: '其检查随本模块的场景一并提供。',
    },
  },
};
