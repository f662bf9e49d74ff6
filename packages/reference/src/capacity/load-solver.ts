import type { Highs } from 'highs';

/** Its types are those of its CommonJS entry, whose default is one level deeper than that of the ES module. */
type Loaded = { readonly default: () => Promise<Highs> };

/** Loads the solver, some megabytes of WebAssembly, when somebody needs it and not before. */
export const loadSolver = async (): Promise<Highs> => {
  const module = (await import('highs')) as unknown as Loaded;
  return module.default();
};
