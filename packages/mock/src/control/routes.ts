import { clockRoutes } from './clock.ts';
import { defaultsRoutes } from './defaults.ts';
import { logRoutes } from './log.ts';
import { resetRoutes } from './reset.ts';
import type { ControlRoute } from './route.ts';
import { snapshotRoutes } from './snapshots.ts';
import { stateRoutes } from './state.ts';

/** Every route of the control interface: one line a family. */
export const controlRoutes: readonly ControlRoute[] = [
  ...clockRoutes,
  ...defaultsRoutes,
  ...logRoutes,
  ...resetRoutes,
  ...snapshotRoutes,
  ...stateRoutes,
];
