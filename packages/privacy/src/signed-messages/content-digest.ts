import { isInnerList, parseDictionary, serializeDictionary } from 'structured-headers';
import { isSameHash } from '../audit/tree-hash.ts';

const ALGORITHM = 'sha-256';

const sha256 = (bytes: Uint8Array): Promise<ArrayBuffer> =>
  crypto.subtle.digest('SHA-256', new Uint8Array(bytes));

/** The field `Content-Digest` (RFC 9530) of these bytes. */
export const contentDigest = async (bytes: Uint8Array): Promise<string> =>
  serializeDictionary(new Map([[ALGORITHM, [await sha256(bytes), new Map()]]]));

/** Whether a field `Content-Digest` has the SHA-256 of these bytes. */
export const digestFits = async (field: string, bytes: Uint8Array): Promise<boolean> => {
  let said: ArrayBuffer;
  try {
    const member = parseDictionary(field).get(ALGORITHM);
    if (member === undefined || isInnerList(member) || !(member[0] instanceof ArrayBuffer))
      return false;
    said = member[0];
  } catch {
    return false;
  }
  return isSameHash(new Uint8Array(said), new Uint8Array(await sha256(bytes)));
};
