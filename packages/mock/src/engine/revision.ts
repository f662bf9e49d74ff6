import { Refusal } from './refusal.ts';

/** A resource as the engine keeps it: what it shows, and `status` by its lifecycle where it has one. */
export type Versioned = {
  readonly revision: number;
  readonly createdAt?: string;
  readonly updatedAt?: string;
};

/** The next state of a resource that a reader can see: one revision more, and the instant of the change. */
export const revised = <T extends Versioned>(resource: T, change: Partial<T>, now: string): T => ({
  ...resource,
  ...change,
  revision: resource.revision + 1,
  ...(resource.updatedAt === undefined ? {} : { updatedAt: now }),
});

/** Step 12: the revision that the caller read is the present one. */
export const demandRevision = (resource: Versioned, wanted: number | undefined): void => {
  if (wanted !== resource.revision) throw new Refusal('REVISION_STALE');
};
