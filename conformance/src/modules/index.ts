import * as ofModules from '../generated/modules.ts';
import type { ModuleSuite } from './suite.ts';

/** The suites of the modules beyond the core exchange. */
export const suites: readonly ModuleSuite[] = Object.values(ofModules);
