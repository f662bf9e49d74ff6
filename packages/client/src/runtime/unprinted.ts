import { membersAt } from './members-at.ts';

/** What stands for a value of a person wherever an object is shown. */
const HIDDEN = '[personal]';
/** Node's name for what shows an object; other places have no such thing and no need of it. */
const INSPECT = Symbol.for('nodejs.util.inspect.custom');

/**
 * Lets the objects that hold a value of a person show `[personal]` in its place, in text and on inspection. JSON, which
 * is how a value goes on, is as it was.
 */
export const unprinted = (value: unknown, pointers: readonly string[]): void => {
  const hidden = new Map<Record<string, unknown>, Set<string>>();
  for (const pointer of pointers)
    for (const { holder, name } of membersAt(value, pointer))
      hidden.set(holder, (hidden.get(holder) ?? new Set()).add(name));
  for (const [holder, names] of hidden) {
    const shown = () =>
      Object.fromEntries(
        Object.entries(holder).map(([name, one]) => [name, names.has(name) ? HIDDEN : one]),
      );
    Object.defineProperty(holder, INSPECT, { value: shown });
    Object.defineProperty(holder, 'toString', { value: () => JSON.stringify(shown()) });
  }
};
