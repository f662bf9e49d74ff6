import type { Adapter } from '../conversion.ts';
import { fromEpcis } from '../epcis/from-epcis.ts';
import { fromAftership } from './aftership.ts';
import { fromHtky, fromJd, fromJt, fromSto, fromYunda, fromZto } from './courier-scans.ts';
import { fromEasypost } from './easypost.ts';
import { fromKuaidi100 } from './kuaidi100.ts';
import { fromSfRoute, fromSfRoute2 } from './sf-route.ts';
import { fromWhereis } from './whereis.ts';

/** Vocabularies whose documents the package reads, by `vocabulary/version`. */
export const adapters = {
  'easypost/2': fromEasypost,
  'aftership-tag/1': fromAftership,
  'kuaidi100/2': fromKuaidi100,
  'sf-route/1': fromSfRoute,
  'sf-route/2': fromSfRoute2,
  'zto-scan/1': fromZto,
  'sto-scan/1': fromSto,
  'yunda-action/1': fromYunda,
  'jt-scan/1': fromJt,
  'jd-state/1': fromJd,
  'htky-scan/1': fromHtky,
  'whereis/1': fromWhereis,
  'epcis-cbv/2.0': fromEpcis,
} as const satisfies Record<string, Adapter>;

/** A vocabulary that the package can read documents of. */
export type AdaptedVocabulary = keyof typeof adapters;
