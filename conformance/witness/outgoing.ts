import { randomUUID } from 'node:crypto';
import type { Bag } from './form.ts';
import type { Tokens } from './tokens.ts';
import type { World } from './wire.ts';

/** What somebody else answered; status 0 where nobody did. */
export type Said = { readonly status: number; readonly body: Bag };
type Peer = {
  readonly api: string;
  readonly token: string;
  readonly keys: string;
  readonly partyId: string;
  bearer: string;
  until: number;
};
const TRIES = 5;

/** Requests to others, with tokens, and repeated where that may help: never early, and with the key of the first. */
export const openOutgoing = ({ partyId, now, later, fetch }: World, { ownJws }: Tokens) => {
  const peers = new Map<string, Peer>();
  const read = async (request: Request): Promise<Said & { readonly wait: number }> => {
    try {
      const said = await fetch(request);
      const text = await said.text();
      const wait = Number(said.headers.get('retry-after') ?? 0);
      return { status: said.status, body: text === '' ? {} : (JSON.parse(text) as Bag), wait };
    } catch {
      return { status: 0, body: {}, wait: 0 };
    }
  };
  /** Who is at an address, and where it hands out tokens. */
  const meet = async (base: string): Promise<Peer | undefined> => {
    const known = peers.get(base);
    if (known !== undefined) return known;
    const { status, body } = await read(new Request(`${base}/.well-known/openwaybill`));
    const { endpoints, organisation } = body as Record<string, Bag>;
    if (status !== 200 || endpoints === undefined) return undefined;
    const peer = {
      api: String(endpoints.api),
      token: String(endpoints.token),
      keys: String(endpoints.keys),
      partyId: String(organisation?.partyId),
      bearer: '',
      until: 0,
    };
    peers.set(base, peer);
    return peer;
  };
  const bearerOf = async (peer: Peer): Promise<string> => {
    if (peer.until > now()) return peer.bearer;
    const seconds = Math.floor(now() / 1000);
    const assertion = ownJws(
      {},
      {
        iss: partyId,
        sub: partyId,
        aud: peer.token,
        iat: seconds,
        exp: seconds + 60,
        jti: randomUUID(),
      },
    );
    const { body } = await read(
      new Request(peer.token, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: assertion,
        }),
      }),
    );
    peer.bearer = String(body.access_token ?? '');
    peer.until = now() + 300_000;
    return peer.bearer;
  };
  const ask = (
    base: string,
    method: string,
    path: string,
    body: Bag | undefined,
    done: (said: Said) => void,
  ): void => {
    const key = randomUUID();
    const attempt = async (count: number): Promise<void> => {
      const peer = await meet(base);
      const bearer = peer === undefined ? '' : await bearerOf(peer);
      const { wait, ...said } =
        peer === undefined
          ? { status: 0, body: {}, wait: 0 }
          : await read(
              new Request(`${peer.api}${path}`, {
                method,
                headers: {
                  accept: 'application/json',
                  authorization: `Bearer ${bearer}`,
                  'openwaybill-version': '1.0',
                  ...(method === 'POST' ? { 'idempotency-key': key } : {}),
                  ...(body === undefined ? {} : { 'content-type': 'application/json' }),
                },
                ...(body === undefined ? {} : { body: JSON.stringify(body) }),
              }),
            );
      const mayHelp =
        said.status === 0 ||
        [429, 500, 502, 503, 504].includes(said.status) ||
        said.body.code === 'REQUEST_IN_PROGRESS';
      if (mayHelp && count < TRIES)
        later(Math.max(wait * 1000, 1000 * 2 ** count), () => attempt(count + 1));
      else done(said);
    };
    later(0, () => attempt(0));
  };
  /** The keys that a party publishes now. */
  const keysOf = async (party: string): Promise<readonly Bag[]> => {
    const peer = [...peers.values()].find((one) => one.partyId === party);
    if (peer === undefined) return [];
    const { body } = await read(new Request(peer.keys));
    return (body.keys ?? []) as readonly Bag[];
  };
  return { meet, ask, keysOf };
};
/** How a witness asks others. */
export type Outgoing = ReturnType<typeof openOutgoing>;
