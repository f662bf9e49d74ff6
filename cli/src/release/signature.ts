import {
  type DetachedSignature,
  isSigningKey,
  signDetached,
  type TrustedKey,
  verifyDetached,
} from '@openwaybill/conformance';
import { SIGNATURE } from '@openwaybill/emit';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import { jsonIn } from '../json-in.ts';
import type { Text } from '../language.ts';

/** What the signature of a manifest says that it is of. */
const TYPE = 'openwaybill-manifest+jws';

/** A private key of a file, `openwaybill new key` having written it or not. */
export type SigningKey = Parameters<typeof signDetached>[1];

/** The key that signs a release; or why a file has none. */
export const signingKey = async (
  path: string,
  io: Io,
): Promise<{ readonly key: SigningKey } | { readonly complaint: Complaint }> => {
  const file = await io.read(path);
  if (!file.ok) return { complaint: fileComplaint(file.fault) };
  const key = jsonIn(new TextDecoder().decode(file.bytes))?.value;
  return isSigningKey(key)
    ? { key }
    : {
        complaint: {
          code: EXIT.usage,
          seen: { en: `${path} is no private Ed25519 key`, zh: `${path} 不是 Ed25519 私钥` },
          wanted: {
            en: 'a release is signed with a JWK that has kty OKP, crv Ed25519, x and d',
            zh: '发布须用含 kty OKP、crv Ed25519、x 与 d 的 JWK 签名',
          },
          remedy: { en: 'openwaybill new key publisher', zh: 'openwaybill new key publisher' },
        },
      };
};

/** The signature of a manifest, as it stands beside it. */
export const signatureOf = async (manifest: string, key: SigningKey): Promise<string> =>
  `${await signDetached(new TextEncoder().encode(manifest), key, TYPE)}\n`;

/** What became of the signature of a release, and what keeps it from holding. */
export type Signed = {
  readonly signature?: DetachedSignature;
  readonly wrong?: Text;
};

/** Looks at the signature of a manifest. Whoever names keys that he trusts wants one of them to have signed. */
export const signedBy = async (
  jws: Uint8Array | undefined,
  manifest: Uint8Array,
  trusted: readonly TrustedKey[] | undefined,
): Promise<Signed> => {
  if (jws === undefined)
    return trusted === undefined
      ? {}
      : {
          wrong: {
            en: 'it is not there, and a signature of a key that is trusted was asked for',
            zh: '文件不存在，而要求由受信密钥签名',
          },
        };
  const signature = await verifyDetached(new TextDecoder().decode(jws), manifest, TYPE, trusted);
  if (signature.is === 'wrong')
    return {
      signature,
      wrong:
        signature.why === 'form'
          ? {
              en: 'it is no detached signature of a manifest by an Ed25519 key',
              zh: '不是由 Ed25519 密钥对清单所作的分离签名',
            }
          : {
              en: 'the manifest is not the one that was signed',
              zh: '清单不是当初签名的清单',
            },
    };
  return trusted !== undefined && signature.trusted === undefined
    ? {
        signature,
        wrong: {
          en: `the key ${signature.key} signed it, which is none of those that are trusted`,
          zh: `由密钥 ${signature.key} 签名，不在受信密钥之列`,
        },
      }
    : { signature };
};

/** Whose a signature is, in words. */
export const signatureText = (signature: DetachedSignature): Text | undefined => {
  if (signature.is === 'wrong') return undefined;
  const { key, trusted } = signature;
  if (trusted === undefined)
    return {
      en: `${SIGNATURE} is of the key ${key}; whose it is, is not known (name keys with --trust)`,
      zh: `${SIGNATURE} 由密钥 ${key} 签名；其归属未知（可用 --trust 指定密钥）`,
    };
  const who = trusted.partyId ?? trusted.kid ?? key;
  return { en: `signed by ${who} (${key})`, zh: `由 ${who} 签名（${key}）` };
};
