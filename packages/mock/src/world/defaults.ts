import type { Unit } from '../store/unit.ts';

/** What holds for a tenant where a request says nothing. */
export type Defaults = {
  /** The scenario of its new parcels. */
  readonly scenario: string;
};

const COLLECTION = 'defaults';
const FIRST: Defaults = { scenario: '01' };

/** The defaults of a tenant. */
export const defaultsOf = async (unit: Unit, tenant: string): Promise<Defaults> =>
  (await unit.get<Defaults>(COLLECTION, tenant)) ?? FIRST;

/** Keeps the defaults of a tenant; a reset takes them back. */
export const putDefaults = (unit: Unit, now: string, tenant: string, body: Defaults): void =>
  unit.put({
    collection: COLLECTION,
    id: tenant,
    owner: tenant,
    parent: '',
    createdAt: now,
    updatedAt: now,
    body,
  });
