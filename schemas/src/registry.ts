import * as agreement from './agreement/index.ts';
import * as consignee from './consignee/index.ts';
import * as continuity from './continuity/index.ts';
import { assemble, type Registry, VERSION } from './define/index.ts';
import * as discovery from './discovery/index.ts';
import * as order from './order/index.ts';
import { problems } from './problems.ts';
import * as tracking from './tracking/index.ts';
import * as vocabulary from './vocabulary/index.ts';
import * as waybill from './waybill/index.ts';

/** The only list of what exists: the modules here, their files in each module's `index.ts`, one line a file. */
export const registry: Registry = assemble({
  version: VERSION,
  problems,
  vocabulary,
  modules: { agreement, consignee, continuity, discovery, order, tracking, waybill },
});
