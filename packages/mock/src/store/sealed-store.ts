import { CompactEncrypt, compactDecrypt } from 'jose';
import { recordRow } from './resource.ts';
import type { Change, Row, Store } from './store.ts';

/** A row of a sealed collection: `recordId` names the data key of the person's record that its body is sealed with. */
type Sealed = { readonly recordId: string; readonly sealed: string };

/** Collections that hold plaintext of a person. */
const SEALED: readonly string[] = ['vault'];

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

const recordOf = (row: Row): string => (row.body as { readonly recordId: string }).recordId;

/**
 * A store in which the plaintext of a person is at rest only under a data key of its record. Deleting the row of the
 * key erases the record wherever a copy of it is, in a backup too.
 */
export const sealedStore = (store: Store, vaultKey: Uint8Array): Store => {
  /** A row as it was put; nothing where its key is gone. */
  const opened = async (row: Row): Promise<Row | undefined> => {
    if (!SEALED.includes(row.collection)) return row;
    const body = row.body as Sealed;
    const key = await store.get(DATA_KEY, body.recordId);
    if (key === undefined) return undefined;
    return { ...row, body: await open(body, await unwrap(key.body as string, vaultKey)) };
  };

  /** A change as it is stored, after that of a key which it is the first to need. */
  const sealed = async (change: Change): Promise<readonly Change[]> => {
    if (change.kind !== 'put' || !SEALED.includes(change.row.collection)) return [change];
    const { row } = change;
    const recordId = recordOf(row);
    const known = await store.get(DATA_KEY, recordId);
    const dataKey =
      known === undefined
        ? crypto.getRandomValues(new Uint8Array(KEY_BYTES))
        : await unwrap(known.body as string, vaultKey);
    const body: Sealed = { recordId, sealed: await seal(row.body, recordId, dataKey) };
    const stored: Change = { kind: 'put', row: { ...row, body } };
    if (known !== undefined) return [stored];
    const wrapped = await wrap(dataKey, vaultKey);
    const keyRow = recordRow(DATA_KEY, recordId, row.owner, row.createdAt, wrapped, row.id);
    return [{ kind: 'put', row: keyRow }, stored];
  };

  return {
    get: async (collection, id) => {
      const row = await store.get(collection, id);
      return row && opened(row);
    },
    list: async (selection) => {
      const rows = await store.list(selection);
      if (!SEALED.includes(selection.collection)) return rows;
      return (await Promise.all(rows.map(opened))).filter((row) => row !== undefined);
    },
    apply: async (changes) => {
      const hasPlaintext = changes.some(
        (one) => one.kind === 'put' && SEALED.includes(one.row.collection),
      );
      await store.apply(hasPlaintext ? (await Promise.all(changes.map(sealed))).flat() : changes);
    },
    close: () => store.close(),
  };
};
