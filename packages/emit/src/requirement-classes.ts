import type { Emitter } from './artefacts.ts';
import { jsonText } from './json-text.ts';
import { grouped } from './openapi/grouped.ts';

/** The conformance classes: the modules and the requirements of each. */
export const requirementClasses: Emitter = (registry) => {
  const byClass = [...grouped(registry.requirements, (one) => one.class)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return new Map([
    [
      'requirements/classes.json',
      jsonText({
        version: registry.version,
        classes: byClass.map(([name, all]) => ({
          name,
          modules: [...new Set(all.map(({ module }) => module))].toSorted(),
          requirements: all.map(({ id }) => id),
        })),
      }),
    ],
  ]);
};
