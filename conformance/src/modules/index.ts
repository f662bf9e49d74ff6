import type { ModuleSuite } from './suite.ts';

/** The suites of the modules beyond the core exchange: one line a module. */
export const suites: readonly ModuleSuite[] = [];
