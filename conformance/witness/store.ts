import { isDeepStrictEqual } from 'node:util';
import { type Bag, isInstant } from './form.ts';
import { base64, type Call, type Client, type Reply, refuse } from './wire.ts';

type Stored = Bag & { revision: number; createdAt: string; updatedAt: string };
/** What is kept of a resource: whose it is, what is shown, and what is not. */
export type Row = { owner: string; value: Stored; note: Bag };

/** Rows in tables, in memory. */
export const openStore = (now: () => number) => {
  const tables = new Map<string, Map<string, Row>>();
  let last = 0;
  const table = (name: string): Map<string, Row> => {
    const found = tables.get(name) ?? new Map<string, Row>();
    tables.set(name, found);
    return found;
  };
  /** Instants that never repeat, so that lists have one order. */
  const stamp = (): string => {
    last = Math.max(now(), last + 1);
    return new Date(last).toISOString();
  };
  return {
    table,
    stamp,
    today: (): string => new Date(now() + 8 * 3600_000).toISOString().slice(0, 10),
    made: (name: string, id: string, owner: string, value: Bag, note: Bag = {}): Row => {
      const at = stamp();
      const row = { owner, value: { ...value, revision: 1, createdAt: at, updatedAt: at }, note };
      table(name).set(id, row);
      return row;
    },
    change: (row: Row, members: Bag): void => {
      Object.assign(row.value, members, { revision: row.value.revision + 1, updatedAt: stamp() });
    },
    own: (name: string, id: string, { partyId }: Client): Row => {
      const row = table(name).get(id);
      return row === undefined || row.owner !== partyId || row.note.isErased
        ? refuse('NOT_FOUND')
        : row;
    },
    ownRows: (name: string, { partyId }: Client): Row[] =>
      [...table(name).values()].filter(({ owner }) => owner === partyId),
  };
};
/** The tables of a witness. */
export type Store = ReturnType<typeof openStore>;

/** A resource as it is answered. */
export const shown = (
  { value }: Row,
  status = 200,
  headers: Record<string, string> = {},
): Reply => ({
  status,
  body: structuredClone(value),
  headers: { ETag: `"${value.revision}"`, ...headers },
});
/** A resource without an ETag. */
export const plain = ({ value }: Row, status = 200): Reply => ({
  status,
  body: structuredClone(value),
});
/** A page of a list, oldest first. */
export const page = (rows: readonly Row[], query: URLSearchParams): Reply => {
  const limit = Number(query.get('limit') ?? 50);
  const cursor = query.get('cursor');
  const after = cursor === null ? '' : Buffer.from(cursor, 'base64url').toString();
  if (cursor !== null && !isInstant(after)) refuse('PARAMETER_INVALID');
  const since = query.get('updatedSince');
  const left = rows
    .filter(({ note, value }) => !note.isErased && value.createdAt > after)
    .filter(({ value }) => since === null || Date.parse(value.updatedAt) >= Date.parse(since))
    .sort((a, b) => (a.value.createdAt < b.value.createdAt ? -1 : 1));
  const items = left.slice(0, limit).map(({ value }) => structuredClone(value));
  const end = items.at(-1);
  return {
    status: 200,
    body: {
      items,
      ...(left.length > limit && end ? { nextCursor: base64(end.createdAt) } : {}),
    },
  };
};
/** Refuses a change to a revision that is not the present one. */
export const current = (row: Row, { ifMatch }: Call): void => {
  if (row.value.revision !== ifMatch) refuse('REVISION_STALE');
};
/** A PATCH: members replace, `clear` removes; what changes nothing raises nothing. */
export const patch = (
  { change }: Store,
  row: Row,
  { clear = [], remark: _remark, ...members }: Bag,
): void => {
  const next: Bag = { ...row.value, ...structuredClone(members) };
  for (const name of clear as string[]) delete next[name];
  if (isDeepStrictEqual(next, { ...row.value })) return;
  for (const name of clear as string[]) delete row.value[name];
  change(row, structuredClone(members));
};
/** Refuses a command from a state that does not allow it. */
export const illegal = ({ value }: Row, command: string): never =>
  refuse('STATE_ILLEGAL', { from: value.status, command });
export const within = (row: Row, command: string, ...states: string[]): void => {
  if (!states.includes(String(row.value.status))) illegal(row, command);
};
