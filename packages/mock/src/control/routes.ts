import { inspectorRoutes } from '../inspector/routes.ts';
import { clockRoutes } from './clock.ts';
import { defaultsRoutes } from './defaults.ts';
import { deliveryRoutes } from './deliveries.ts';
import { faultRoutes } from './faults.ts';
import { logRoutes } from './log.ts';
import { parcelRoutes } from './parcels.ts';
import { resetRoutes } from './reset.ts';
import type { ControlRoute } from './route.ts';
import { sinkRoutes } from './sinks.ts';
import { snapshotRoutes } from './snapshots.ts';
import { stateRoutes } from './state.ts';
import { streamRoutes } from './stream.ts';

/** Every route of the control interface: one line a family. */
export const controlRoutes: readonly ControlRoute[] = [
  ...clockRoutes,
  ...defaultsRoutes,
  ...deliveryRoutes,
  ...faultRoutes,
  ...inspectorRoutes,
  ...logRoutes,
  ...parcelRoutes,
  ...resetRoutes,
  ...snapshotRoutes,
  ...sinkRoutes,
  ...stateRoutes,
  ...streamRoutes,
];
