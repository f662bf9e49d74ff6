import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineMessage,
  Line,
  ListOf,
  Optional,
  privacy,
  Ref,
  Resource,
  words,
} from '../define/index.ts';
import { HttpsUrl } from '../vocabulary/https-url.ts';
import { Instant } from '../vocabulary/instant.ts';
import { KeyId } from '../vocabulary/key-id.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { newKeys } from './_examples.ts';
import { publicParty } from './_members.ts';

const registered = {
  partyId: publicParty,
  jwksUrl: Ref(
    HttpsUrl,
    words(
      { en: 'Key set', zh: '密钥集地址' },
      { en: 'Where the public keys are served.', zh: '公钥所在地址。' },
    ),
  ),
  keyIds: ListOf(Ref(KeyId), 1, 20, {
    uniqueItems: true,
    ...words(
      { en: 'Key ids', zh: '密钥标识' },
      { en: 'The keys that are valid from then on.', zh: '自该时刻起有效的密钥。' },
    ),
  }),
  validFromAt: Ref(
    Instant,
    words(
      { en: 'Valid from', zh: '生效时刻' },
      { en: 'When the keys become valid.', zh: '密钥开始有效的时刻。' },
    ),
  ),
};

/** Who holds the former key holds the next one too, or else anybody could take a party over. */
export const KeyRegistrationRequest = Closed(
  'KeyRegistrationRequest',
  { en: 'Request to register keys', zh: '密钥登记请求' },
  {
    en: 'Signed with the key that was valid before; the first of a party is confirmed out of band.',
    zh: '由此前有效的密钥签名；主体首次登记以其他途径确认。',
  },
  {
    ...registered,
    signature: Optional(
      Line(
        20_000,
        { en: 'Signature', zh: '签名' },
        {
          en: 'Compact JWS whose payload is this request as JSON without signature; absent for the first.',
          zh: '紧凑 JWS，其载荷为本请求去除 signature 后的 JSON；首次登记不带此项。',
        },
        {
          pattern: '[A-Za-z0-9_-]+[.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]+',
          'x-source': 'RFC 7515 section 7.1',
          ...privacy('business', 'technical'),
        },
      ),
    ),
  },
);
export type KeyRegistrationRequest = Static<typeof KeyRegistrationRequest>;

export const KeyRegistration = Resource(
  'KeyRegistration',
  { en: 'Key registration', zh: '密钥登记' },
  { en: 'Which keys of a party are valid, and from when.', zh: '主体的有效密钥及其起始时刻。' },
  {
    registrationId: Ref(
      Uuid,
      words(
        { en: 'Registration id', zh: '登记标识' },
        { en: 'Names the registration.', zh: '标识该登记。' },
      ),
    ),
    ...registered,
    ...storedMembers,
  },
);
export type KeyRegistration = Static<typeof KeyRegistration>;

const { registrationId: _, revision: __, createdAt: ___, updatedAt: ____, ...request } = newKeys;
const { keyIds: _____, ...withoutKeys } = newKeys;

export const keyRegistrationRequest = defineMessage({
  schema: KeyRegistrationRequest,
  requirements: [],
  examples: {
    valid: {
      'the first of a party': request,
      'signed with the former key': {
        ...request,
        signature: 'eyJhbGciOiJFZERTQSJ9.eyJwYXJ0eUlkIjoiWloifQ.c2lnbmF0dXJl',
      },
    },
    invalid: {
      'no key': {
        value: { ...request, keyIds: [] },
        breaks: { pointer: '/keyIds', rule: 'minItems' },
      },
      'a signature in two parts': {
        value: { ...request, signature: 'eyJhIn0.c2ln' },
        breaks: { pointer: '/signature', rule: 'pattern' },
      },
    },
  },
});

export const keyRegistration = defineMessage({
  schema: KeyRegistration,
  requirements: [],
  examples: {
    valid: { 'one key': newKeys },
    invalid: {
      'keys are missing': { value: withoutKeys, breaks: { pointer: '', rule: 'required' } },
      'one key twice': {
        value: { ...newKeys, keyIds: ['sig-2026-11', 'sig-2026-11'] },
        breaks: { pointer: '/keyIds', rule: 'uniqueItems' },
      },
    },
  },
});
