import { createHash } from 'node:crypto';
import { type Bag, isInstant } from './form.ts';
import { judgeBody } from './forms.ts';
import { Malformed, readJson } from './strict-json.ts';
import type { Tokens } from './tokens.ts';
import {
  broken,
  type Call,
  type Client,
  faulty,
  problemReply,
  Refusal,
  type Reply,
  type Route,
  refuse,
  type World,
} from './wire.ts';

const KEY = /^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-7][0-9A-HJKMNP-TV-Z]{25})$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Forms of the ids that stand in paths, by the noun before them. */
const IDS: Readonly<Record<string, RegExp>> = {
  orders: /^[A-Za-z0-9_-]{1,64}$/,
  waybills: /^[A-Z0-9-]{8,34}$/,
  intercepts: UUID,
  'tracking-subscriptions': UUID,
  'erasure-requests': UUID,
  'event-subscriptions': UUID,
  'interruption-notices': /^ntc_[A-Za-z0-9_-]{22}$/,
  agreements: /^agr_[A-Za-z0-9_-]{22}$/,
  consignees: /^cr1_[A-Za-z0-9_-]{23}$/,
  'consignee-reveals': /^rv_[A-Za-z0-9_-]{22}$/,
  'contact-bindings': /^cb_[A-Za-z0-9_-]{22}$/,
  consents: UUID,
  'test-controls': UUID,
};

const isAccepted = (accept: string | null): boolean =>
  accept === null ||
  accept.split(',').some((one) => {
    const [type = '', ...rest] = one.trim().toLowerCase().split(';');
    return (
      ['application/json', 'application/*', '*/*'].includes(type.trim()) &&
      !rest.some((part) => /^ *q=0(\.0*)? *$/.test(part))
    );
  });
const isUsable = (collection: string, path: readonly string[]): boolean =>
  collection === 'parcels'
    ? /^[A-Z][A-Z0-9_]{0,63} [A-Z0-9-]{8,34}$/.test(path.join(' '))
    : path.every((one) => IDS[collection]?.test(one));

/** Judges a request step by step, in the order that the standard gives them, and answers it. */
export const openJudgement = (options: {
  readonly world: World;
  readonly tokens: Tokens;
  readonly routes: readonly Route[];
  readonly isCovered: (party: string, module: string) => boolean;
  readonly isGranted: (caller: Client, message: string) => boolean;
  /** Asks a party that is known for its present keys; whether there are new ones. */
  readonly refresh?: (headers: Headers, bytes: Uint8Array) => Promise<boolean>;
  /** What an event that came for the first time does; refuses one that contradicts an earlier one. */
  readonly receive: (sender: Client, type: string, data: Bag, sequence: number) => void;
}): { readonly answer: (request: Request) => Promise<Response> } => {
  const { world, tokens, routes, isCovered, isGranted } = options;
  const keys = new Map<string, { print: string; reply: Reply }>();
  const inbox = new Map<string, string>();

  const receive = (sender: Client, body: unknown, bytes: Uint8Array, headers: Headers): Reply => {
    const event = (body ?? {}) as Bag;
    const data = event.data as Bag | undefined;
    if (event.source !== `urn:openwaybill:party:${sender.partyId}`) refuse('SIGNATURE_INVALID');
    const isRight =
      event.specversion === '1.0' &&
      event.id === headers.get('webhook-id') &&
      /^msg_[A-Za-z0-9]{16,64}$/.test(String(event.id)) &&
      /^org\.openwaybill(\.[a-z]+){3}$/.test(String(event.type)) &&
      isInstant(event.time) &&
      event.datacontenttype === 'application/json' &&
      /^[0-9]{20}$/.test(String(event.sequence)) &&
      typeof data === 'object' &&
      data !== null;
    if (!isRight) return broken('SCHEMA_VIOLATION', '', 'event');
    const key = `${event.source} ${event.id}`;
    const digest = createHash('sha256').update(bytes).digest('hex');
    if (inbox.has(key) && inbox.get(key) !== digest) refuse('EVENT_ID_CONFLICT');
    if (!inbox.has(key)) options.receive(sender, String(event.type), data, Number(event.sequence));
    inbox.set(key, digest);
    return event.type === 'org.openwaybill.discovery.subscription.challenged'
      ? { status: 200, body: { challenge: data.challenge } }
      : { status: 204 };
  };

  /** Who signed an event; a signature of a key that is not known is looked up once. */
  const sender = async (headers: Headers, bytes: Uint8Array): Promise<Client> => {
    try {
      return tokens.senderOf(headers, bytes);
    } catch (error) {
      const isNew = await options.refresh?.(headers, bytes);
      if (isNew === true) return tokens.senderOf(headers, bytes);
      throw error;
    }
  };
  const judge = async (request: Request): Promise<Reply> => {
    const at = new URL(request.url);
    const { headers } = request;
    const bytes = new Uint8Array(await request.arrayBuffer());
    if (bytes.length > 262144 || request.url.length > 8192) refuse('BODY_TOO_LARGE');
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const here = routes.filter(({ path }) => path.test(at.pathname));
    if (here.length === 0) refuse('NOT_FOUND');
    const found = here.find((one) => one.method === method);
    if (found === undefined) {
      const allowed = here.flatMap((one) =>
        one.method === 'GET' ? ['GET', 'HEAD'] : [one.method],
      );
      return {
        ...problemReply(new Refusal('METHOD_NOT_ALLOWED')),
        headers: { Allow: [...new Set(allowed)].join(', ') },
      };
    }
    const anybody: Client = { clientId: '', partyId: '', role: 'anonymous', keys: [] };
    const isAnonymous = found.isPublic === true && !headers.has('authorization');
    const isEvent = found.id === 'receiveEvent';
    const caller = isEvent
      ? await sender(headers, bytes)
      : found.isOpen || isAnonymous
        ? anybody
        : tokens.callerOf(headers.get('authorization'));
    const version = headers.get('openwaybill-version') ?? '1.0';
    const isVersion = /^[0-9]{1,4}\.[0-9]{1,4}$/.test(version);
    if (isVersion && !version.startsWith('1.')) refuse('UNSUPPORTED_VERSION');
    if (!isAccepted(headers.get('accept'))) refuse('NOT_ACCEPTABLE');
    const hasBody = bytes.length > 0 && method !== 'GET' && method !== 'DELETE';
    const isJson = new RegExp(
      `^application/${isEvent ? '(cloudevents[+])?' : ''}json *(; *charset="?utf-8"? *)?$`,
      'i',
    ).test(headers.get('content-type') ?? '');
    if (
      (hasBody || found.form !== undefined || isEvent) &&
      !isJson &&
      method !== 'GET' &&
      (hasBody || headers.has('content-type'))
    )
      refuse('UNSUPPORTED_MEDIA_TYPE');
    const body = hasBody || found.form !== undefined ? readJson(bytes) : {};
    if (!isVersion) refuse('PARAMETER_INVALID');
    const path = (found.path.exec(at.pathname) ?? [])
      .slice(1)
      .map((one) => decodeURIComponent(one));
    const [, , collection = ''] = at.pathname.split('/');
    if (path.length > 0 && !isUsable(collection, path)) refuse('PARAMETER_INVALID');
    for (const [name, pattern] of Object.entries(found.query ?? {})) {
      const values = at.searchParams.getAll(name);
      if (
        values.length > 1 ||
        values.some((one) => !pattern.test(one) || (name === 'updatedSince' && !isInstant(one)))
      )
        refuse('PARAMETER_INVALID');
    }
    const key = headers.get('idempotency-key') ?? '';
    const isKeyed = method === 'POST' && !isEvent;
    if (isKeyed && !KEY.test(key)) refuse('IDEMPOTENCY_KEY_MISSING');
    const match = headers.get('if-match');
    if (match !== null && !/^"[1-9][0-9]{0,15}"$/.test(match)) refuse('PARAMETER_INVALID');
    if (method === 'PATCH' && match === null) refuse('PRECONDITION_REQUIRED');
    if (isEvent) return receive(caller, body, bytes, headers);
    const deny = (code: string): never => refuse(code, found.denied?.(caller, code));
    if (found.roles !== undefined && !found.roles.includes(caller.role)) deny('ROLE_NOT_PERMITTED');
    if (found.module !== undefined && !isAnonymous && !isCovered(caller.partyId, found.module))
      deny('AGREEMENT_MISSING');
    if (found.answers !== undefined && !isGranted(caller, found.answers))
      refuse('AGREEMENT_MISSING');
    const slot = `${caller.partyId} ${found.id} ${key}`;
    const print = JSON.stringify([at.pathname, body]);
    const known = isKeyed && !isAnonymous ? keys.get(slot) : undefined;
    const call: Call = {
      caller,
      path,
      query: at.searchParams,
      body: body as Bag,
      ifMatch: Number((match ?? '').replaceAll('"', '')),
      isStrict: version === '1.0',
    };
    if (known !== undefined) {
      if (known.print !== print) refuse('IDEMPOTENCY_KEY_REUSED');
      const { again } = found;
      const reply = again === undefined ? known.reply : again(call, structuredClone(known.reply));
      return { ...reply, headers: { ...reply.headers, 'Idempotency-Replayed': 'true' } };
    }
    let reply: Reply;
    try {
      const [name, most] = found.most ?? ['', 0];
      const many = (body as Bag | null)?.[name];
      if (Array.isArray(many) && many.length > most)
        refuse('BATCH_TOO_LARGE', { maxItemCount: most });
      if (found.form !== undefined) faulty(judgeBody(found.form, body, call.isStrict));
      reply = found.run(call);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      reply = problemReply(error);
    }
    const isKept =
      isKeyed &&
      ![401, 403, 429].includes(reply.status) &&
      reply.status < 500 &&
      (reply.body as Bag | undefined)?.retryable !== true;
    if (isKept && !isAnonymous) keys.set(slot, { print, reply: structuredClone(reply) });
    return reply;
  };

  const answer = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname === '/token') {
      return request.method === 'POST'
        ? tokens.grant(await request.text())
        : new Response(null, { status: 405, headers: { allow: 'POST' } });
    }
    let reply: Reply;
    try {
      reply = await judge(request);
    } catch (error) {
      reply = problemReply(
        error instanceof Refusal
          ? error
          : new Refusal(
              error instanceof Malformed
                ? 'MALFORMED_JSON'
                : error instanceof URIError
                  ? 'PARAMETER_INVALID'
                  : 'INTERNAL',
            ),
      );
      if (reply.status === 500) world.later(0, async () => Promise.reject(error));
    }
    const isOpenRead = /^\/(\.well-known|v1\/(keys|health))/.test(pathname);
    return new Response(
      reply.body === undefined || request.method === 'HEAD' ? null : JSON.stringify(reply.body),
      {
        status: reply.status,
        headers: {
          ...(reply.body === undefined
            ? {}
            : {
                'content-type':
                  reply.status >= 400 ? 'application/problem+json' : 'application/json',
              }),
          'cache-control': isOpenRead && reply.status === 200 ? 'max-age=60' : 'no-store',
          'openwaybill-version': '1.0',
          'openwaybill-sandbox': 'true',
          ...reply.headers,
        },
      },
    );
  };
  return { answer };
};
