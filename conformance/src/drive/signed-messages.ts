import {
  type KeyFound,
  type SignatureJwk,
  type SignedRequest,
  type SigningKey,
  signingKeyFrom,
  signRequest,
  verifyingKeyOf,
  verifyResponse,
} from '@openwaybill/privacy/signed-messages';
import { answerIsSigned, registry } from '@openwaybill/schemas';
import type { Facts } from '../transcript/format.ts';
import type { Credentials } from './identity.ts';
import { NoCredentials } from './no-credentials.ts';
import { knownOperation } from './operations.ts';
import { bytesOf, type Outgoing } from './outgoing.ts';
import { refreshKeys } from './refresh-keys.ts';
import type { Session } from './session.ts';
import type { SignatureWish } from './stage.ts';

const imported = new WeakMap<Credentials, Promise<SigningKey>>();
const keyOf = (credentials: Credentials): Promise<SigningKey> => {
  const known = imported.get(credentials);
  if (known !== undefined) return known;
  const made = signingKeyFrom(credentials.key as SignatureJwk);
  imported.set(credentials, made);
  return made;
};

const hasBody = (method: string): boolean => method !== 'GET' && method !== 'HEAD';

/** A request as class `signed-messages` sees it. */
const signedRequestOf = ({ method, url, headers, body }: Outgoing): SignedRequest => ({
  method,
  targetUri: new URL(url).href,
  headers: new Headers(headers.map(([name, value]): [string, string] => [name, value])),
  body: hasBody(method) ? bytesOf(body) : new Uint8Array(),
});

const FIELDS = ['Signature-Input', 'Signature'] as const;

/** Under another label, so that two signatures of one use stand beside each other. */
const beside = (first: Headers, second: Headers): Headers => {
  const both = new Headers(first);
  for (const name of FIELDS)
    both.set(name, `${first.get(name)}, ${second.get(name)?.replace(/^ow=/, 'ow2=')}`);
  return both;
};

/** The request as it leaves, signed as class `signed-messages` asks, or as a scenario wants it otherwise. */
export const signedOutgoing = async (
  session: Session,
  outgoing: Outgoing,
  credentials: Credentials,
  wish: SignatureWish = {},
): Promise<Outgoing> => {
  const { shore } = session;
  const signer = wish.by === undefined ? credentials : signerAmong(session, wish.by);
  const key = await keyOf(signer);
  const plain = signedRequestOf(outgoing);
  const sign = () =>
    signRequest(plain, {
      key: { ...key, kid: wish.keyid ?? key.kid },
      now: shore.now() + (wish.offsetSeconds ?? 0) * 1000,
      random: shore.secure,
      ...(wish.covers === undefined ? {} : { covers: wish.covers }),
    });
  const once = await sign();
  const headers = wish.isDoubled === true ? beside(once, await sign()) : once;
  const signed: Outgoing = {
    ...outgoing,
    headers: [
      ...outgoing.headers,
      ...['Content-Digest', ...FIELDS].flatMap((name): (readonly [string, string])[] => {
        const value = headers.get(name);
        return value === null ? [] : [[name, value]];
      }),
    ],
  };
  return wish.alter?.(signed) ?? signed;
};

const signerAmong = (session: Session, who: NonNullable<SignatureWish['by']>): Credentials => {
  const found = who === 'nobody' ? undefined : session.credentials[who];
  if (found === undefined) throw new NoCredentials(who);
  return found;
};

/** The key by which the system signs its answers, read anew where the id is not among those that are known. */
const publishedKey =
  (session: Session) =>
  async (keyid: string): Promise<KeyFound> => {
    const find = () => session.keys.current.find(({ kid }) => kid === keyid);
    if (find() === undefined) await refreshKeys(session);
    return (await verifyingKeyOf((find() ?? {}) as SignatureJwk)) ?? 'UNKNOWN';
  };

/** What the signature of an answer is worth, where the class wants one. */
export const answerSignature = async (
  session: Session,
  operationId: string | undefined,
  outgoing: Outgoing,
  response: Response,
  body: Uint8Array,
): Promise<Facts['answerSignature']> => {
  const operation = knownOperation(operationId);
  if (!session.isSigned || operation === undefined) return undefined;
  if (!answerIsSigned(registry.schemas, operation)) return undefined;
  const { status, headers } = response;
  return verifyResponse({ status, headers, body }, signedRequestOf(outgoing), {
    keyOf: publishedKey(session),
    now: session.shore.now(),
  });
};
