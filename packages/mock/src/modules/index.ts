import type { Behaviour } from '../engine/call.ts';
import * as ofModules from '../generated/modules.ts';
import type { Follower, Hooks, ModuleBehaviours, Receiver } from '../resources/hooks.ts';
import type { OwnCall } from '../resources/own-call.ts';
/** What each module adds to what its registry entries say. */
export const modules: Readonly<Record<string, ModuleBehaviours>> = ofModules;

const parts = Object.values(modules);

/** Operations of all modules that are of no plain form, by name. */
export const moduleOperations: Readonly<Record<string, Behaviour>> = Object.assign(
  {},
  ...parts.map(({ operations }) => operations),
);

const hooks: Readonly<Record<string, Hooks>> = Object.assign(
  {},
  ...parts.map(({ resources }) => resources),
);

/** What the modules add to the resources under one path. */
export const hooksOf = (collection: string): Hooks => hooks[collection] ?? {};

const calls: Readonly<Record<string, OwnCall>> = Object.assign(
  {},
  ...parts.map((part) => part.calls),
);

/** How this system comes to call an operation of others, by its name. */
export const ownCallOf = (operation: string): OwnCall | undefined => calls[operation];

/** What the modules make of an event of another system. */
export const receiversOf = (eventType: string): readonly Receiver[] =>
  parts.flatMap(({ receives }) => receives?.[eventType] ?? []);

/** What the modules make of an observation of a parcel, in the order of their list. */
export const followersOfParcels: readonly Follower[] = parts.flatMap(
  ({ followsParcel }) => followsParcel ?? [],
);
