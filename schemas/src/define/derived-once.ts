import type { Registry } from './registry.ts';

/**
 * What follows from schemas and one thing among them, worked out once: they do not change once a registry is assembled,
 * and every message asks again.
 */
export const derivedOnce = <Of extends object, Value>(
  derive: (schemas: Registry['schemas'], of: Of) => Value,
): ((schemas: Registry['schemas'], of: Of) => Value) => {
  const all = new WeakMap<Registry['schemas'], WeakMap<Of, { readonly value: Value }>>();
  return (schemas, of) => {
    const known = all.get(schemas) ?? new WeakMap<Of, { readonly value: Value }>();
    all.set(schemas, known);
    const found = known.get(of) ?? { value: derive(schemas, of) };
    known.set(of, found);
    return found.value;
  };
};
