import type { Collection } from './collection.ts';

/** The row of a resource. What only its owner reads has a name that only this owner knows, so names never collide. */
export const keyOf = (collection: Collection, owner: string, id: string): string =>
  collection.isShared ? id : `${owner}/${id}`;
