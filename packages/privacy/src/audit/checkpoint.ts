import { base64, fromBase64 } from '@openwaybill/validate';
import type { TreeHash } from './tree-hash.ts';

/** The signed head of a log (C2SP tlog-checkpoint). */
export type Checkpoint = {
  readonly origin: string;
  readonly size: number;
  readonly root: TreeHash;
};

/** Why a note is no checkpoint of that log: its form, another log, no signature of a known key, or a false one. */
export type CheckpointFault = 'FORM' | 'ORIGIN' | 'KEY' | 'SIGNATURE';

export type OpenedCheckpoint =
  | ({ readonly ok: true } & Checkpoint)
  | { readonly ok: false; readonly fault: CheckpointFault };

/** An Ed25519 key that signs notes: its public half as raw bytes, and how it signs. */
export type NoteSigner = {
  readonly publicKey: Uint8Array;
  readonly sign: (text: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;
};

const encoder = new TextEncoder();
const ED25519 = 1;
const HASH_BYTES = 32;
const KEY_HASH_BYTES = 4;
const SIGNATURE_BYTES = 64;

/** What the log of an organisation calls itself, in its checkpoints and as the name of its key. */
export const auditOrigin = (organisationId: string): string =>
  `openwaybill.org/audit/${organisationId}`;

/** The first four bytes of the digest of name, line feed, algorithm and public key (C2SP signed-note). */
const keyHash = async (name: string, publicKey: Uint8Array): Promise<Uint8Array> => {
  const bytes = new Uint8Array([...encoder.encode(`${name}\n`), ED25519, ...publicKey]);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).slice(0, KEY_HASH_BYTES);
};

/** A checkpoint as a signed note; the name of the key is the origin of the log. */
export const signCheckpoint = async (
  { origin, size, root }: Checkpoint,
  { publicKey, sign }: NoteSigner,
): Promise<string> => {
  const text = `${origin}\n${size}\n${base64(root)}\n`;
  const signature = await sign(encoder.encode(text));
  const signed = base64(new Uint8Array([...(await keyHash(origin, publicKey)), ...signature]));
  return `${text}\n\u2014 ${origin} ${signed}\n`;
};

const fault = (of: CheckpointFault): OpenedCheckpoint => ({ ok: false, fault: of });

/** Size and root of the text of a note; lines after the third are extensions, which are signed and not understood. */
const readText = (text: string): Checkpoint | undefined => {
  const [origin = '', size = '', root = ''] = text.split('\n');
  const bytes = fromBase64(root);
  const isRight =
    origin !== '' &&
    /^(0|[1-9][0-9]{0,15})$/.test(size) &&
    Number.isSafeInteger(Number(size)) &&
    bytes?.length === HASH_BYTES &&
    base64(bytes) === root;
  return isRight ? { origin, size: Number(size), root: bytes } : undefined;
};

/**
 * Reads a checkpoint of a log and verifies its signature by one of the Ed25519 keys that are given as raw bytes.
 * Signatures of keys that are not given are passed over, as of a witness.
 */
export const openCheckpoint = async (
  note: string,
  origin: string,
  publicKeys: readonly Uint8Array<ArrayBuffer>[],
): Promise<OpenedCheckpoint> => {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return fault('FORM');
  const text = note.slice(0, end + 1);
  const read = readText(text);
  if (read === undefined) return fault('FORM');
  if (read.origin !== origin) return fault('ORIGIN');
  const signatures: Uint8Array<ArrayBuffer>[] = [];
  for (const line of note.slice(end + 2, -1).split('\n')) {
    const [, name, signed] = /^\u2014 (\S+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? [];
    const bytes = fromBase64(signed ?? '');
    if (bytes === undefined || bytes.length <= KEY_HASH_BYTES) return fault('FORM');
    if (name === origin) signatures.push(bytes);
  }
  for (const publicKey of publicKeys) {
    const own = await keyHash(origin, publicKey);
    for (const bytes of signatures) {
      if (!own.every((byte, at) => byte === bytes[at])) continue;
      if (bytes.length !== KEY_HASH_BYTES + SIGNATURE_BYTES) return fault('SIGNATURE');
      const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
      const isSigned = await crypto.subtle.verify(
        'Ed25519',
        key,
        bytes.slice(KEY_HASH_BYTES),
        encoder.encode(text),
      );
      return isSigned ? { ok: true, ...read } : fault('SIGNATURE');
    }
  }
  return fault('KEY');
};
