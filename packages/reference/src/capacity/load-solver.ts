import type { Highs } from 'highs';

/** Its types are those of its CommonJS entry, whose default is one level deeper than that of the ES module. */
type Loaded = { readonly default: () => Promise<Highs> };

let loaded: Promise<Highs> | undefined;

const load = async (): Promise<Highs> => {
  const module = (await import('highs')) as unknown as Loaded;
  return module.default();
};

/** Loads the solver, some megabytes of WebAssembly, once, when somebody needs it and not before. */
export const loadSolver = (): Promise<Highs> => {
  loaded ??= load();
  return loaded;
};
