import { base64 } from '@openwaybill/validate';
import type { System } from '../engine/system.ts';
import { rootOf } from './merkle.ts';

const encoder = new TextEncoder();
const ED25519 = 1;

/** The first four bytes of the digest of name, line feed, algorithm and public key (C2SP signed-note). */
const keyHash = async (name: string, publicKey: Uint8Array): Promise<Uint8Array> => {
  const named = encoder.encode(`${name}\n`);
  const bytes = new Uint8Array([...named, ED25519, ...publicKey]);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).slice(0, 4);
};

/** The signed head of the log (C2SP tlog-checkpoint). */
export const checkpointOf = async (
  { options, keys }: Pick<System, 'options' | 'keys'>,
  leaves: readonly Uint8Array<ArrayBuffer>[],
): Promise<string> => {
  const name = `openwaybill.org/audit/${options.partyId}`;
  const text = `${name}\n${leaves.length}\n${base64(await rootOf(leaves))}\n`;
  const { privateKey, publicKey } = keys.current;
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
  const signature = new Uint8Array(
    await crypto.subtle.sign('Ed25519', privateKey, encoder.encode(text)),
  );
  const signed = base64(new Uint8Array([...(await keyHash(name, raw)), ...signature]));
  return `${text}\n\u2014 ${name} ${signed}\n`;
};
