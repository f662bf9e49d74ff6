import type { Intercept } from '@openwaybill/schemas';
import { after, type Soon } from '../store/soon.ts';
import type { Unit } from '../store/unit.ts';

/** An intercept as it is kept. */
export type StoredIntercept = {
  readonly intercept: Intercept;
  readonly owner: string;
  readonly newConsigneeRef?: string;
};

const COLLECTION = 'intercept';

export const putIntercept = (unit: Unit, stored: StoredIntercept): void =>
  unit.put({
    collection: COLLECTION,
    id: stored.intercept.interceptId,
    owner: stored.owner,
    parent: stored.intercept.waybillNo,
    createdAt: stored.intercept.createdAt,
    updatedAt: stored.intercept.updatedAt,
    body: stored,
  });

export const findIntercept = (unit: Unit, id: string): Soon<StoredIntercept | undefined> =>
  unit.get<StoredIntercept>(COLLECTION, id);

/** The intercept of a waybill that is not resolved yet; there is at most one. */
export const openIntercept = (
  unit: Unit,
  waybillNo: string,
  isTerminal: (state: string) => boolean,
): Soon<StoredIntercept | undefined> =>
  after(unit.list({ collection: COLLECTION, parent: waybillNo }), (rows) =>
    rows
      .map((row) => row.body as StoredIntercept)
      .find(({ intercept }) => !isTerminal(intercept.state)),
  );
