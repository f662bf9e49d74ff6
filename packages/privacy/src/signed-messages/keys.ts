import type { webcrypto as node } from 'node:crypto';
import { type Signer, type Verifier, webcrypto } from 'http-message-sig';

/** A key of Web Cryptography. */
export type CryptoKey = node.CryptoKey;

/** A key of RFC 7517, as far as a signature needs it. */
export type SignatureJwk = Readonly<Record<string, unknown>>;

/** The private half of a key, under the name that its public half has in the key set of its party. */
export type SigningKey = { readonly kid: string; readonly privateKey: CryptoKey };

/** Algorithms (RFC 9421, section 6.2.2) that a message may be signed with. */
export const ALGORITHMS = ['ed25519', 'ecdsa-p256-sha256'] as const;

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const ECDSA_SHA256 = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** The one algorithm of a key: a message does not choose it. */
const parametersOf = ({ kty, crv, use }: SignatureJwk) => {
  if (use !== undefined && use !== 'sig') return undefined;
  if (kty === 'OKP' && crv === 'Ed25519') return 'Ed25519';
  if (kty === 'EC' && crv === 'P-256') return P256;
  return undefined;
};

const imported = new WeakMap<SignatureJwk, Promise<CryptoKey>>();

/** The public key of a JWK; nothing where it is a key for something else. */
export const verifyingKeyOf = (jwk: SignatureJwk): Promise<CryptoKey> | undefined => {
  const parameters = parametersOf(jwk);
  if (parameters === undefined) return undefined;
  const known = imported.get(jwk);
  if (known !== undefined) return known;
  const { kty, crv, x, y } = jwk as node.JsonWebKey;
  const publicJwk: node.JsonWebKey = {
    ...(kty === undefined ? {} : { kty }),
    ...(crv === undefined ? {} : { crv }),
    ...(x === undefined ? {} : { x }),
    ...(y === undefined ? {} : { y }),
  };
  const made = crypto.subtle.importKey('jwk', publicJwk, parameters, true, ['verify']);
  imported.set(jwk, made);
  return made;
};

/** The private key of a JWK. Throws where the JWK holds none that can sign. */
export const signingKeyFrom = async (jwk: SignatureJwk): Promise<SigningKey> => {
  const parameters = parametersOf(jwk);
  const { kid } = jwk;
  if (parameters === undefined || typeof kid !== 'string')
    throw new TypeError(
      'The key cannot sign messages. Give a private JWK of Ed25519 or P-256 with its kid.',
    );
  const { key_ops: _, use: __, alg: ___, ...bare } = jwk as node.JsonWebKey;
  return {
    kid,
    privateKey: await crypto.subtle.importKey('jwk', bare, parameters, false, ['sign']),
  };
};

/** What signs with a key. The library knows Ed25519; of P-256 the signature is `r || s` (RFC 9421, section 3.3.4). */
export const signerOf = ({ privateKey }: SigningKey): Signer =>
  privateKey.algorithm.name === 'ECDSA'
    ? {
        algorithm: 'ecdsa-p256-sha256',
        sign: async (data) =>
          new Uint8Array(await crypto.subtle.sign(ECDSA_SHA256, privateKey, new Uint8Array(data))),
      }
    : webcrypto.signer(privateKey);

/** What verifies by a public key. */
export const verifierOf = (publicKey: CryptoKey): Verifier =>
  publicKey.algorithm.name === 'ECDSA'
    ? {
        algorithm: 'ecdsa-p256-sha256',
        verify: (data, signature) =>
          crypto.subtle.verify(
            ECDSA_SHA256,
            publicKey,
            new Uint8Array(signature),
            new Uint8Array(data),
          ),
      }
    : webcrypto.verifier(publicKey);
