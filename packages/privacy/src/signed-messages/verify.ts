import { fromBase64, fromBase64url } from '@openwaybill/validate/light';
import {
  type ComponentDescriptor,
  componentIdentity,
  type SignatureComponent,
  type SignatureMessage,
  verifySignature,
} from 'http-message-sig';
import { isInnerList, parseDictionary } from 'structured-headers';
import { digestFits } from './content-digest.ts';
import { ALGORITHMS, type CryptoKey, verifierOf } from './keys.ts';
import {
  requestDescriptor,
  responseDescriptor,
  type SignedRequest,
  type SignedResponse,
} from './message.ts';
import {
  BINDING,
  LABEL,
  MAX_AGE,
  MAX_AHEAD,
  NONCE_BYTES,
  requestComponents,
  responseComponents,
  TAGS,
} from './profile.ts';

/** A public key of the party that may have signed; else why there is none. */
export type KeyFound = CryptoKey | 'UNKNOWN' | 'FOREIGN';

/** By whose keys, and when. */
export type Verifying = {
  readonly keyOf: (keyid: string) => Promise<KeyFound>;
  /** Milliseconds since 1970. */
  readonly now: number;
};

/** What a signature of a request is worth. */
export type RequestVerdict =
  | { readonly ok: true; readonly keyid: string; readonly nonce: string }
  | {
      readonly ok: false;
      readonly code: 'SIGNATURE_INVALID' | 'TIMESTAMP_SKEW' | 'KEY_UNKNOWN';
    };

/** What a signature of a response is worth; `UNBOUND`: it is one, and of another request or of none. */
export type ResponseVerdict = 'VALID' | 'ABSENT' | 'UNBOUND' | 'INVALID';

const invalid = { ok: false, code: 'SIGNATURE_INVALID' } as const;

type Parameters = {
  readonly created: number;
  readonly keyid: string;
  readonly nonce: string;
};

/** The parameters of the one signature with a tag, where it is ours by label. */
const parametersOf = (headers: Headers, tag: string): Parameters | undefined => {
  let tagged: readonly [string, ReadonlyMap<string, unknown>][];
  try {
    tagged = [...parseDictionary(headers.get('signature-input') ?? '')].flatMap(
      ([label, member]) =>
        member[1].get('tag') === tag && isInnerList(member) ? [[label, member[1]] as const] : [],
    ) as readonly [string, ReadonlyMap<string, unknown>][];
  } catch {
    return undefined;
  }
  const [first] = tagged;
  if (first === undefined || tagged.length > 1 || first[0] !== LABEL) return undefined;
  const [created, keyid, nonce] = ['created', 'keyid', 'nonce'].map((name) => first[1].get(name));
  if (typeof created !== 'number' || typeof keyid !== 'string') return undefined;
  return { created, keyid, nonce: typeof nonce === 'string' ? nonce : '' };
};

const isNonce = (text: string): boolean =>
  (fromBase64url(text) ?? fromBase64(text))?.length === NONCE_BYTES;

const isSkewed = (created: number, now: number): boolean =>
  now / 1000 - created > MAX_AGE || created - now / 1000 > MAX_AHEAD;

/** Whether the signature under our label verifies by a key and covers what it must. */
const verifies = async (
  message: SignatureMessage,
  key: CryptoKey,
  now: number,
  wanted: readonly SignatureComponent[],
  parameters: readonly string[],
): Promise<readonly ComponentDescriptor[] | undefined> => {
  try {
    const { components } = await verifySignature(message, {
      label: LABEL,
      policy: {
        algorithms: ALGORITHMS,
        requiredComponents: wanted,
        requiredParameters: parameters,
        now: now / 1000,
        maxAge: MAX_AGE - MAX_AHEAD,
        clockSkew: MAX_AHEAD,
      },
      resolveVerifier: () => verifierOf(key),
    });
    return components;
  } catch {
    // every reason is one answer
    return undefined;
  }
};

/** A digest that stands there is true, of a body that was taken away too. */
const isDigestRight = async (headers: Headers, body: Uint8Array): Promise<boolean> => {
  const field = headers.get('content-digest');
  return field === null ? body.length === 0 : digestFits(field, body);
};

/**
 * Judges the signature of a request over the bytes that came. Whether its nonce was seen before is for him to say who
 * remembers nonces.
 */
export const verifyRequest = async (
  request: SignedRequest,
  { keyOf, now }: Verifying,
): Promise<RequestVerdict> => {
  const said = parametersOf(request.headers, TAGS.request);
  if (said === undefined || !isNonce(said.nonce)) return invalid;
  const key = await keyOf(said.keyid);
  if (key === 'UNKNOWN') return { ok: false, code: 'KEY_UNKNOWN' };
  if (key === 'FOREIGN') return invalid;
  if (isSkewed(said.created, now)) return { ok: false, code: 'TIMESTAMP_SKEW' };
  const covered = await verifies(
    requestDescriptor(request),
    key,
    now,
    requestComponents(request.headers, request.body.length > 0),
    ['created', 'keyid', 'nonce', 'tag'],
  );
  if (covered === undefined || !(await isDigestRight(request.headers, request.body)))
    return invalid;
  return { ok: true, keyid: said.keyid, nonce: said.nonce };
};

/** Judges the signature of a response by the request that it answers. */
export const verifyResponse = async (
  response: SignedResponse,
  request: SignedRequest,
  { keyOf, now }: Verifying,
): Promise<ResponseVerdict> => {
  if (!response.headers.has('signature-input')) return 'ABSENT';
  const said = parametersOf(response.headers, TAGS.response);
  if (said === undefined || isSkewed(said.created, now)) return 'INVALID';
  const key = await keyOf(said.keyid);
  if (typeof key === 'string') return 'INVALID';
  const covered = await verifies(
    responseDescriptor(response, request),
    key,
    now,
    responseComponents(response.body.length > 0),
    ['created', 'keyid', 'tag'],
  );
  if (covered === undefined || !(await isDigestRight(response.headers, response.body)))
    return 'INVALID';
  const names = new Set(covered.map(inOneOrder));
  return BINDING.every((one) => names.has(inOneOrder(one))) ? 'VALID' : 'UNBOUND';
};

/** A component by its name and its parameters, in whatever order they stand. */
const inOneOrder = ({ name, parameters }: ComponentDescriptor): string =>
  componentIdentity({
    name,
    parameters: Object.fromEntries(Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1))),
  });
