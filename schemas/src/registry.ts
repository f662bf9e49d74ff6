import { assemble, type Registry, VERSION } from './define/index.ts';
import { moduleNames } from './module-name.ts';
import * as modules from './modules.ts';
import * as privacy from './privacy/index.ts';
import { problems } from './problems.ts';
import * as security from './security/index.ts';
import * as vocabulary from './vocabulary/index.ts';

/** The names of the modules. */
export const ModuleName = moduleNames(modules);
export type ModuleName = keyof typeof modules;

/** All that exists: the modules of `modules.ts` and the concerns here, their files in each folder's `index.ts`, one line a file. */
export const registry: Registry = assemble({
  version: VERSION,
  problems,
  vocabulary: { ...vocabulary, ModuleName },
  modules,
  concerns: { privacy, security },
});
