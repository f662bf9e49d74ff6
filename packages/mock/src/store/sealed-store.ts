import { CompactEncrypt, compactDecrypt } from 'jose';
import { recordRow } from './resource.ts';
import type { Change, Row, Rows, Store } from './store.ts';

/** A row of a sealed collection: `recordId` names the data key of the person's record that its body is sealed with. */
type Sealed = { readonly recordId: string; readonly sealed: string };

/** Collections that hold plaintext of a person. */
export const SEALED_COLLECTIONS: readonly string[] = ['vault'];

/** Where the data keys are, each wrapped by the vault key. Without its row a record cannot be read by anybody. */
export const DATA_KEY = 'data-key';

const KEY_BYTES = 32;

/** One data key a record (RFC 7516): `A256KW` wraps what seals the data key, which seals the record. */
const wrap = (dataKey: Uint8Array, vaultKey: Uint8Array): Promise<string> =>
  new CompactEncrypt(dataKey)
    .setProtectedHeader({ alg: 'A256KW', enc: 'A256GCM' })
    .encrypt(vaultKey);

const unwrap = async (wrapped: string, vaultKey: Uint8Array): Promise<Uint8Array> =>
  (await compactDecrypt(wrapped, vaultKey)).plaintext;

const seal = (body: unknown, recordId: string, dataKey: Uint8Array): Promise<string> =>
  new CompactEncrypt(new TextEncoder().encode(JSON.stringify(body)))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: recordId })
    .encrypt(dataKey);

const open = async ({ sealed, recordId }: Sealed, dataKey: Uint8Array): Promise<unknown> => {
  const { plaintext, protectedHeader } = await compactDecrypt(sealed, dataKey);
  if (protectedHeader.kid !== recordId) throw new Error('a sealed row names another record');
  return JSON.parse(new TextDecoder().decode(plaintext));
};

/** A change that puts plaintext. */
type SealedPut = Extract<Change, { readonly kind: 'put' }>;

const isSealed = (change: Change): change is SealedPut =>
  change.kind === 'put' &&
  SEALED_COLLECTIONS.includes(change.row.collection) &&
  // what comes from another store of the same keys is sealed already
  !('sealed' in (change.row.body as object));

const sealedRows = (rows: Rows, vaultKey: Uint8Array): Rows => {
  /** The data key of a record; nothing where it has none yet, or no more. */
  const keyOf = async (recordId: string): Promise<Uint8Array | undefined> => {
    const row = await rows.get(DATA_KEY, recordId);
    return row && unwrap(row.body as string, vaultKey);
  };

  /** A row as it was put; nothing where its key is gone. */
  const opened = async (row: Row): Promise<Row | undefined> => {
    const body = row.body as Sealed;
    const dataKey = await keyOf(body.recordId);
    return dataKey && { ...row, body: await open(body, dataKey) };
  };

  const allOpened = async (found: readonly Row[]): Promise<readonly Row[]> =>
    (await Promise.all(found.map(opened))).filter((row) => row !== undefined);

  /** Changes as they are stored: the first that needs a new key puts it, and the others of its record share it. */
  const sealed = async (changes: readonly Change[]): Promise<readonly Change[]> => {
    const keys = new Map<string, Uint8Array>();
    const stored: Change[] = [];
    for (const change of changes) {
      if (!isSealed(change)) {
        stored.push(change);
        continue;
      }
      const { row } = change;
      const { recordId } = row.body as Pick<Sealed, 'recordId'>;
      let dataKey = keys.get(recordId) ?? (await keyOf(recordId));
      if (dataKey === undefined) {
        dataKey = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
        const wrapped = await wrap(dataKey, vaultKey);
        const keyRow = recordRow(DATA_KEY, recordId, row.owner, row.createdAt, wrapped, row.id);
        stored.push({ kind: 'put', row: keyRow });
      }
      keys.set(recordId, dataKey);
      const body: Sealed = { recordId, sealed: await seal(row.body, recordId, dataKey) };
      stored.push({ kind: 'put', row: { ...row, body } });
    }
    return stored;
  };

  return {
    // nearly all that is read is not sealed, and nothing need be awaited for it here
    get: (collection, id) => {
      const found = rows.get(collection, id);
      return SEALED_COLLECTIONS.includes(collection)
        ? Promise.resolve(found).then((row) => row && opened(row))
        : found;
    },
    list: (selection) => {
      const found = rows.list(selection);
      return SEALED_COLLECTIONS.includes(selection.collection)
        ? Promise.resolve(found).then(allOpened)
        : found;
    },
    // as it is at rest: what leaves the store whole stays sealed
    owned: (owner) => rows.owned(owner),
    apply: (changes, steps) =>
      changes.some(isSealed)
        ? sealed(changes).then((stored) => rows.apply(stored))
        : rows.apply(changes, steps),
  };
};

/**
 * A store in which the plaintext of a person is at rest only under a data key of its record. Deleting the row of the
 * key erases the record wherever a copy of it is, in a backup too.
 */
export const sealedStore = (store: Store, vaultKey: Uint8Array): Store => ({
  ...sealedRows(store, vaultKey),
  isShared: store.isShared,
  alone: (work) => store.alone((rows) => work(sealedRows(rows, vaultKey))),
  close: () => store.close(),
});
