import { isStatementKey, type TrustedKey } from '@openwaybill/conformance';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import type { Text } from '../language.ts';

const WANTED: Text = {
  en: 'public Ed25519 keys of issuers are needed (JWK Set)',
  zh: '需要签发者的 Ed25519 公钥（JWK Set）',
};

const refused = (seen: Text, remedy: Text): Complaint => ({
  code: EXIT.usage,
  seen,
  wanted: WANTED,
  remedy,
});

const noKeys = (path: string): Complaint =>
  refused(
    { en: `${path} holds no keys`, zh: `${path} 中没有公钥` },
    {
      en: 'the file <name>.public.json of openwaybill new key is one',
      zh: 'openwaybill new key 写出的 <名称>.public.json 即是',
    },
  );

const badKey = (path: string, number: number): Complaint =>
  refused(
    {
      en: `key ${number} of ${path} has no x of 43 characters, or a partyId that is no text`,
      zh: `${path} 的第 ${number} 个密钥没有 43 个字符的 x，或其 partyId 不是文本`,
    },
    { en: 'take the key as its issuer published it', zh: '请使用签发者公布的原公钥' },
  );

/** The keys of a set, or one key by itself; keys of other kinds are passed over, as sets of keys are read. */
export const trustedKeys = (path: string, text: string): readonly TrustedKey[] | Complaint => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return noKeys(path);
  }
  const { keys } = (value ?? {}) as { readonly keys?: unknown };
  const all: readonly unknown[] = Array.isArray(keys) ? keys : [value];
  const trusted: TrustedKey[] = [];
  for (const [at, key] of all.entries()) {
    const { kty, crv, partyId } = (key ?? {}) as TrustedKey;
    if (kty !== 'OKP' || crv !== 'Ed25519') continue;
    if (!isStatementKey(key) || (partyId !== undefined && typeof partyId !== 'string'))
      return badKey(path, at + 1);
    trusted.push(key);
  }
  return trusted.length === 0 ? noKeys(path) : trusted;
};
