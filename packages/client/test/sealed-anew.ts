import { CompactEncrypt, compactDecrypt, importJWK } from 'jose';

const ALGORITHM = 'ECDH-ES+A256KW';

type Plain = Readonly<Record<string, unknown>>;

const understood = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, true]));

/** The same fields, sealed to the same key with another header. */
export const sealedAnew = async (
  sealed: string,
  over: Plain,
  privateJwk: object,
): Promise<string> => {
  const header = JSON.parse(Buffer.from(sealed.split('.')[0] ?? '', 'base64url').toString());
  const key = await importJWK(privateJwk, ALGORITHM);
  const { plaintext } = await compactDecrypt(sealed, key, { crit: understood(header.crit) });
  const { epk: _, ...claims } = header;
  const said = { ...claims, ...over };
  const { d: _d, ...publicJwk } = privateJwk as { readonly d?: string };
  return new CompactEncrypt(plaintext)
    .setProtectedHeader(said)
    .encrypt(await importJWK(publicJwk, ALGORITHM), { crit: understood(said.crit) });
};
