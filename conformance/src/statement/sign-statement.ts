import {
  CompactSign,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose';
import type { Statement } from './statement.ts';
import { STATEMENT_TYPE } from './statement-form.ts';
import { publicPart } from './statement-key.ts';

/** A new key to sign statements with, known by its thumbprint (RFC 7638). */
export const newSigningKey = async (): Promise<JWK> => {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const key = await exportJWK(privateKey);
  return { ...key, kid: await calculateJwkThumbprint(publicPart(key)), alg: 'EdDSA', use: 'sig' };
};

/** A statement as a compact JWS with the public key in its header, so that nothing has to be fetched to read it. */
export const signStatement = async (statement: Statement, key: JWK): Promise<string> =>
  new CompactSign(new TextEncoder().encode(JSON.stringify(statement)))
    .setProtectedHeader({
      alg: 'EdDSA',
      typ: STATEMENT_TYPE,
      kid: key.kid ?? (await calculateJwkThumbprint(publicPart(key))),
      jwk: publicPart(key),
      ...(key.x5c === undefined ? {} : { x5c: key.x5c }),
    })
    .sign(await importJWK(key, 'EdDSA'));
