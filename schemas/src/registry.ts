import * as agreement from './agreement/index.ts';
import * as capacity from './capacity/index.ts';
import * as claims from './claims/index.ts';
import * as consignee from './consignee/index.ts';
import * as continuity from './continuity/index.ts';
import * as credit from './credit/index.ts';
import * as crossBorder from './cross-border/index.ts';
import { assemble, type Registry, VERSION } from './define/index.ts';
import * as discovery from './discovery/index.ts';
import * as emission from './emission/index.ts';
import * as locker from './locker/index.ts';
import * as order from './order/index.ts';
import * as packaging from './packaging/index.ts';
import * as pricing from './pricing/index.ts';
import * as privacy from './privacy/index.ts';
import { problems } from './problems.ts';
import * as partyRegister from './registry/index.ts';
import * as returns from './returns/index.ts';
import * as security from './security/index.ts';
import * as servicePoint from './service-point/index.ts';
import * as settlement from './settlement/index.ts';
import * as statistics from './statistics/index.ts';
import * as tracking from './tracking/index.ts';
import * as vehicle from './vehicle/index.ts';
import * as vocabulary from './vocabulary/index.ts';
import * as warehouse from './warehouse/index.ts';
import * as waybill from './waybill/index.ts';

/** The only list of what exists: the modules and concerns here, their files in each module's `index.ts`, one line a file. */
export const registry: Registry = assemble({
  version: VERSION,
  problems,
  vocabulary,
  modules: {
    agreement,
    capacity,
    claims,
    consignee,
    continuity,
    credit,
    'cross-border': crossBorder,
    discovery,
    emission,
    locker,
    order,
    packaging,
    pricing,
    registry: partyRegister,
    returns,
    'service-point': servicePoint,
    settlement,
    statistics,
    tracking,
    vehicle,
    warehouse,
    waybill,
  },
  concerns: { privacy, security },
});
