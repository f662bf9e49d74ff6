import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineMessage,
  defineOperation,
  Line,
  ListOf,
  Optional,
  ORGANISATION_ROLES,
  privacy,
  Ref,
  SERVING_ROLES,
  StringEnum,
  words,
} from '../define/index.ts';
import { KeyId } from '../vocabulary/key-id.ts';

/** Only public members of elliptic-curve keys: a private one does not fit the schema. */
export const PublicKey = Closed(
  'PublicKey',
  { en: 'Public key', zh: '公钥' },
  {
    en: 'A public JSON Web Key (RFC 7517, RFC 8037).',
    zh: '公开的 JSON Web Key（RFC 7517、RFC 8037）。',
  },
  {
    kty: StringEnum(['OKP', 'EC'], {
      ...words({ en: 'Key type', zh: '密钥类型' }, { en: 'Family of the key.', zh: '密钥族。' }),
      ...privacy('public', 'technical'),
    }),
    crv: StringEnum(['Ed25519', 'P-256', 'X25519'], {
      ...words({ en: 'Curve', zh: '曲线' }, { en: 'Curve of the key.', zh: '密钥所用曲线。' }),
      ...privacy('public', 'technical'),
    }),
    x: Line(
      43,
      { en: 'x', zh: 'x 坐标' },
      { en: 'First coordinate, base64url.', zh: '第一坐标，base64url。' },
      { pattern: '[A-Za-z0-9_-]{43}', ...privacy('public', 'technical') },
    ),
    y: Optional(
      Line(
        43,
        { en: 'y', zh: 'y 坐标' },
        {
          en: 'Second coordinate, base64url, of P-256 alone.',
          zh: '第二坐标，base64url，仅 P-256。',
        },
        {
          pattern: '[A-Za-z0-9_-]{43}',
          'x-codegen-name': 'yCoordinate',
          ...privacy('public', 'technical'),
        },
      ),
    ),
    kid: Ref(KeyId, privacy('public', 'technical')),
    use: StringEnum(['sig', 'enc'], {
      ...words({ en: 'Use', zh: '用途' }, { en: 'Signatures, or sealing.', zh: '签名或密封。' }),
      ...privacy('public', 'technical'),
    }),
    alg: StringEnum(['EdDSA', 'ES256', 'ECDH-ES+A256KW'], {
      ...words(
        { en: 'Algorithm', zh: '算法' },
        { en: 'The one algorithm of the key.', zh: '密钥的唯一算法。' },
      ),
      ...privacy('public', 'technical'),
    }),
  },
);
export type PublicKey = Static<typeof PublicKey>;

export const KeySet = Closed(
  'KeySet',
  { en: 'Key set', zh: '公钥集' },
  {
    en: 'JWK Set of public keys; at least two while rotating, an old one stays seven days after its last use.',
    zh: '公钥的 JWK Set；轮换期间至少两个，旧钥在最后使用后保留七日。',
  },
  {
    keys: ListOf(
      Ref(PublicKey),
      1,
      50,
      words({ en: 'Keys', zh: '公钥' }, { en: 'Public keys.', zh: '公钥列表。' }),
    ),
  },
);
export type KeySet = Static<typeof KeySet>;

/** RFC 8037 appendix A.2. */
const signing: PublicKey = {
  kty: 'OKP',
  crv: 'Ed25519',
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  kid: 'sig-2026-03',
  use: 'sig',
  alg: 'EdDSA',
};
/** RFC 7517 appendix A.1. */
const sealing: PublicKey = {
  kty: 'EC',
  crv: 'P-256',
  x: 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4',
  y: '4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM',
  kid: 'enc-2026-03',
  use: 'enc',
  alg: 'ECDH-ES+A256KW',
};
const { kid: _, ...withoutId } = signing;

export const publicKey = defineMessage({
  schema: PublicKey,
  requirements: [],
  examples: {
    valid: { 'for signatures': signing, 'for sealing': sealing },
    invalid: {
      'the key has no id': { value: withoutId, breaks: { pointer: '', rule: 'required' } },
      'a private member is published': {
        value: { ...signing, d: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
        breaks: { pointer: '', rule: 'additionalProperties' },
      },
      'a symmetric key': {
        value: { ...signing, kty: 'oct' },
        breaks: { pointer: '/kty', rule: 'enum' },
      },
      'a point of one coordinate': {
        value: { ...signing, kty: 'EC', crv: 'P-256', alg: 'ES256' },
        breaks: { pointer: '', rule: 'DSC-021', requirement: 'DSC-021' },
      },
    },
  },
});

export const getKeys = defineOperation({
  name: 'get-keys',
  since: '1.0',
  title: { en: 'Read the keys', zh: '查询公钥' },
  servedBy: SERVING_ROLES,
  calledBy: ORGANISATION_ROLES,
  method: 'GET',
  path: '/v1/keys',
  answer: { status: 200, body: KeySet },
  problems: [],
  token: 'none',
  agreement: 'none',
  requirements: [],
  examples: {
    answer: {
      valid: { 'one key for signatures, one for sealing': { keys: [signing, sealing] } },
      invalid: {
        'no key': { value: { keys: [] }, breaks: { pointer: '/keys', rule: 'minItems' } },
        'keys are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'two keys have one id': {
          value: { keys: [signing, { ...sealing, kid: 'sig-2026-03' }] },
          breaks: { pointer: '/keys/1/kid', rule: 'DSC-021', requirement: 'DSC-021' },
        },
      },
    },
  },
});
