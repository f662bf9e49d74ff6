import type { Row } from './store.ts';

type Dated = { readonly createdAt: string; readonly updatedAt: string };

/** The row of a resource: its own instants are those of the row, so lists and `updatedSince` agree with what is shown. */
export const resourceRow = (
  collection: string,
  id: string,
  owner: string,
  body: Dated,
  parent = '',
): Row => ({
  collection,
  id,
  owner,
  parent,
  createdAt: body.createdAt,
  updatedAt: body.updatedAt,
  body,
});

/** The row of what no reader sees: it is dated by the moment of writing. */
export const recordRow = (
  collection: string,
  id: string,
  owner: string,
  now: string,
  body: unknown,
  parent = '',
): Row => ({ collection, id, owner, parent, createdAt: now, updatedAt: now, body });
