import type { Registry, Role } from '@openwaybill/schemas';
import { everyWireFault } from './every-wire-fault.ts';
import { type Reach, reachOf, type Shown } from './reach.ts';
import type { WireFault } from './wire-fault.ts';

/**
 * The faults that stand for all others of their definition, each with the scenarios that show it: by role and
 * position, by scenarios, by message, by pointer, the kinds.
 */
export type Representatives = Readonly<
  Record<
    string,
    Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>
  >
>;

type Found = { readonly fault: WireFault; readonly reach: Reach };

/** Hosts of one definition that are tried for one that is told of. */
const TRIED = 3;

/** Chooses one fault of each definition that a clean run of any role shows, in the first role that tells of it. */
export const representativesIn = (
  registry: Registry,
  shown: ReadonlyMap<Role, Shown>,
): readonly Found[] => {
  const byDefinition = new Map<string, WireFault[]>();
  for (const role of shown.keys())
    for (const fault of everyWireFault(registry, role)) {
      const known = byDefinition.get(fault.definition);
      if (known === undefined) byDefinition.set(fault.definition, [fault]);
      else known.push(fault);
    }
  return [...byDefinition.values()].flatMap((faults) => {
    const found: Found[] = [];
    for (const fault of faults) {
      const where = shown.get(fault.role);
      if (where === undefined) continue;
      const reach = reachOf(fault, where);
      if (reach.meeting === 'CHANGED') found.push({ fault, reach });
      if (reach.isTold || found.length === TRIED) break;
    }
    return found.find(({ reach }) => reach.isTold) ?? found[0] ?? [];
  });
};

/** Things by a name that each of them has. */
const groupedBy = <T>(
  items: readonly T[],
  nameOf: (item: T) => string,
): readonly (readonly [string, readonly T[]])[] => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const known = groups.get(nameOf(item));
    if (known === undefined) groups.set(nameOf(item), [item]);
    else known.push(item);
  }
  return [...groups];
};

const nested = <T, R>(
  items: readonly T[],
  nameOf: (item: T) => string,
  inner: (items: readonly T[]) => R,
): Record<string, R> =>
  Object.fromEntries(groupedBy(items, nameOf).map(([name, group]) => [name, inner(group)]));

/** The same as a file keeps it. */
export const written = (found: readonly Found[]): Representatives =>
  nested(
    found,
    ({ fault }) => `${fault.role}.${fault.position}`,
    (ofRole) =>
      nested(
        ofRole,
        ({ reach }) => reach.scenarios.join(' '),
        (together) =>
          nested(
            together,
            ({ fault }) => fault.message,
            (ofMessage) =>
              nested(
                ofMessage,
                ({ fault }) => fault.pointer,
                (there) => there.map(({ fault }) => fault.change).join(' '),
              ),
          ),
      ),
  );

/** The chosen faults of a role, each with its scenarios. */
export const chosenIn = (
  table: Representatives,
  registry: Registry,
  role: Role,
): readonly WireFault[] => {
  const seenIn = new Map<string, readonly string[]>();
  for (const [of, byScenarios] of Object.entries(table))
    for (const [scenarios, messages] of of.startsWith(`${role}.`)
      ? Object.entries(byScenarios)
      : [])
      for (const [message, pointers] of Object.entries(messages))
        for (const [pointer, kinds] of Object.entries(pointers))
          for (const kind of kinds.split(' '))
            seenIn.set(`wire:${message}${pointer}:${kind}@${of}`, scenarios.split(' '));
  return everyWireFault(registry, role).flatMap((fault) => {
    const scenarios = seenIn.get(fault.id);
    return scenarios === undefined
      ? []
      : [{ ...fault, reach: () => ({ meeting: 'CHANGED', scenarios }) }];
  });
};
