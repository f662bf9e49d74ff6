import { capacitySuite } from './capacity/index.ts';
import { claimsSuite } from './claims/index.ts';
import { creditSuite } from './credit/index.ts';
import { crossBorderSuite } from './cross-border/index.ts';
import { emissionSuite } from './emission/index.ts';
import { lockerSuite } from './locker/index.ts';
import { packagingSuite } from './packaging/index.ts';
import { pricingSuite } from './pricing/index.ts';
import { registrySuite } from './registry/index.ts';
import { returnsSuite } from './returns/index.ts';
import { servicePointSuite } from './service-point/index.ts';
import { settlementSuite } from './settlement/index.ts';
import { statisticsSuite } from './statistics/index.ts';
import type { ModuleSuite } from './suite.ts';
import { vehicleSuite } from './vehicle/index.ts';
import { warehouseSuite } from './warehouse/index.ts';

/** The suites of the modules beyond the core exchange: one line a module. */
export const suites: readonly ModuleSuite[] = [
  capacitySuite,
  claimsSuite,
  creditSuite,
  crossBorderSuite,
  emissionSuite,
  lockerSuite,
  packagingSuite,
  pricingSuite,
  registrySuite,
  returnsSuite,
  servicePointSuite,
  settlementSuite,
  statisticsSuite,
  vehicleSuite,
  warehouseSuite,
];
