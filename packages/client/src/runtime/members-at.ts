type Members = Record<string, unknown>;

/** A place in a value: the object or list that holds it, and under which name. */
export type Place = { readonly holder: Members; readonly name: string; readonly pointer: string };

const isHolder = (value: unknown): value is Members => typeof value === 'object' && value !== null;

/** Every place of a value that a JSON pointer with `*` for any item names, where there is something. */
export const membersAt = (value: unknown, pointer: string): readonly Place[] => {
  const steps = pointer.slice(1).split('/');
  const walk = (at: unknown, depth: number, path: string): readonly Place[] => {
    const step = steps[depth];
    if (step === undefined || !isHolder(at)) return [];
    const names = step === '*' ? Object.keys(at) : Object.hasOwn(at, step) ? [step] : [];
    return names.flatMap((name) =>
      depth === steps.length - 1
        ? [{ holder: at, name, pointer: `${path}/${name}` }]
        : walk(at[name], depth + 1, `${path}/${name}`),
    );
  };
  return walk(value, 0, '');
};
