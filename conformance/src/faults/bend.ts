import {
  type ProblemCode,
  problems,
  problemType,
  type Role,
  SPOKEN_VERSION,
} from '@openwaybill/schemas';
import { operationOf, routeOf } from '../drive/operations.ts';
import type { Bend, Bendable, FaultSwitch } from '../words.ts';

/** An answer of the reference, taken apart so that a fault can alter it. */
export type TakenAnswer = {
  readonly operation: string;
  readonly request: Request;
  /** The body of the request, where it is JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: a fault alters what it pleases
  readonly asked: any;
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a fault alters what it pleases
  readonly body: any;
};

export type AlteredAnswer = {
  readonly status?: number;
  readonly headers?: Headers;
  readonly body?: unknown;
};

// biome-ignore lint/suspicious/noExplicitAny: a fault alters what it pleases
const jsonIn = (text: string): any => {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

const responseOf = (status: number, headers: Headers, body: unknown): Response => {
  headers.delete('content-length');
  return new Response(body === undefined ? null : JSON.stringify(body), { status, headers });
};

/** The id of the operation that a request is for. */
export const operationIn = (role: Role, request: Request): string | undefined =>
  routeOf([role], request.method === 'HEAD' ? 'GET' : request.method, new URL(request.url).pathname)
    ?.operation.operationId;

/** Alters answers. What a fault returns replaces the parts that it names; nothing: the answer stays. */
export const alterAnswers = (
  role: Role,
  alter: (answer: TakenAnswer, switchOn: FaultSwitch) => AlteredAnswer | undefined,
  operations?: readonly string[],
): Bend => ({
  fetch: (next, switchOn) => async (request) => {
    const operation = operationIn(role, request);
    if (operation === undefined || (operations !== undefined && !operations.includes(operation)))
      return next(request);
    const asked = jsonIn(await request.clone().text());
    const response = await next(request);
    const text = await response.clone().text();
    const altered = alter(
      {
        operation,
        request,
        asked,
        status: response.status,
        headers: new Headers(response.headers),
        body: jsonIn(text),
      },
      switchOn,
    );
    if (altered === undefined) return response;
    switchOn.fired();
    return responseOf(
      altered.status ?? response.status,
      altered.headers ?? new Headers(response.headers),
      'body' in altered ? altered.body : jsonIn(text),
    );
  },
});

/** Alters requests before the reference sees them, or answers in its place. */
export const alterRequests = (
  role: Role,
  alter: (
    request: Request,
    // biome-ignore lint/suspicious/noExplicitAny: a fault alters what it pleases
    body: any,
    operation: string,
    next: Bendable['fetch'],
    switchOn: FaultSwitch,
  ) => Promise<Request | Response | undefined>,
  operations?: readonly string[],
): Bend => ({
  fetch: (next, switchOn) => async (request) => {
    const operation = operationIn(role, request);
    if (operation === undefined || (operations !== undefined && !operations.includes(operation)))
      return next(request);
    const body = jsonIn(await request.clone().text());
    const altered = await alter(request, body, operation, next, switchOn);
    if (altered === undefined) return next(request);
    switchOn.fired();
    return altered instanceof Response ? altered : next(altered);
  },
});

/** The same request with other headers, or another body. */
export const requestWith = (
  request: Request,
  change: {
    readonly headers?: Readonly<Record<string, string | null>>;
    readonly body?: unknown;
    readonly url?: string;
  },
): Request => {
  const headers = new Headers(request.headers);
  for (const [name, value] of Object.entries(change.headers ?? {}))
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  return new Request(change.url ?? request.url, {
    method: request.method,
    headers,
    ...(change.body === undefined ? {} : { body: JSON.stringify(change.body) }),
  });
};

/** One delivery of an event as it leaves the reference. */
export type Delivery = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** Alters, repeats (several) or drops (none) the deliveries that leave. */
export const alterDeliveries = (
  alter: (
    delivery: Delivery,
    // biome-ignore lint/suspicious/noExplicitAny: a fault alters what it pleases
    event: any,
    switchOn: FaultSwitch,
  ) => readonly Delivery[] | undefined,
): Bend => ({
  options: (options, switchOn) => ({
    ...options,
    send: async (delivery: Delivery) => {
      const altered = alter(delivery, jsonIn(delivery.body), switchOn);
      if (altered === undefined) return options.send(delivery);
      switchOn.fired();
      let last = { status: 204, body: '' };
      for (const one of altered) last = await options.send(one);
      return last;
    },
  }),
});

/** Alters the reference's own requests; `undefined`: as it was; several: one after the other, the last answer counts. */
export const alterOutgoing = (
  alter: (
    request: Request,
    // biome-ignore lint/suspicious/noExplicitAny: a fault alters what it pleases
    body: any,
    switchOn: FaultSwitch,
  ) => Promise<readonly Request[] | undefined>,
): Bend => ({
  options: (options, switchOn) => ({
    ...options,
    fetch: async (request: Request) => {
      const body = jsonIn(await request.clone().text());
      const altered = await alter(request, body, switchOn);
      if (altered === undefined) return options.fetch(request);
      switchOn.fired();
      let last: Response | undefined;
      for (const one of altered) last = await options.fetch(one);
      return last ?? new Response(null, { status: 503 });
    },
  }),
});

/** Alters the bodies of the reference's own requests to one operation. */
export const alterOwnCalls = (
  operationId: string,
  // biome-ignore lint/suspicious/noExplicitAny: a fault alters what it pleases
  alter: (body: any) => unknown,
): Bend => {
  const [server] = operationOf(operationId).servedBy;
  return alterOutgoing(async (request, body) =>
    server !== undefined && operationIn(server, request) === operationId
      ? [requestWith(request, { body: alter(body) })]
      : undefined,
  );
};

type Row = {
  readonly kind: string;
  readonly on: string;
  readonly from: readonly string[];
  readonly to: string;
  readonly guard?: { readonly name: string };
};

/** Edits the rows of one lifecycle of the registry that the reference interprets. It counts as fired at once. */
export const alterLifecycle = (
  entity: string,
  edit: (rows: readonly Row[]) => readonly Row[],
): Bend => ({
  options: (options, switchOn) => {
    switchOn.fired();
    return {
      ...options,
      registry: {
        ...options.registry,
        lifecycles: options.registry.lifecycles.map(
          (one: { readonly entity: string; readonly transitions: readonly Row[] }) =>
            one.entity === entity ? { ...one, transitions: edit(one.transitions) } : one,
        ),
      },
    };
  },
});

/** A lifecycle table with one of its rows changed. */
export const alterRow = (entity: string, on: string, change: (row: Row) => Partial<Row>): Bend =>
  alterLifecycle(entity, (rows) =>
    rows.map((row) => (row.on === on ? { ...row, ...change(row) } : row)),
  );

/** A copy of a value with one member set, dropped (`undefined`), or computed, at a path of names. */
export const withMember = (
  value: unknown,
  path: readonly (string | number)[],
  // biome-ignore lint/suspicious/noExplicitAny: a fault alters what it pleases
  change: (old: any) => unknown,
): unknown => {
  const [head, ...rest] = path;
  if (head === undefined) return change(value);
  if (typeof value !== 'object' || value === null) return value;
  const made = withMember((value as Record<string, unknown>)[head], rest, change);
  if (Array.isArray(value)) return value.map((one, index) => (index === head ? made : one));
  const { [String(head)]: _old, ...others } = value as Record<string, unknown>;
  return made === undefined ? others : { ...value, [head]: made };
};

/** A refusal of the table in place of an answer. */
export const problemResponse = (
  code: ProblemCode,
  members: Readonly<Record<string, unknown>> = {},
): Response =>
  new Response(
    JSON.stringify({
      type: problemType(code),
      code,
      title: problems[code].title.en,
      status: problems[code].status,
      retryable: problems[code].retryable,
      ...(problems[code].status === 422
        ? { errors: [{ pointer: '', rule: 'rule', message: 'refused' }] }
        : {}),
      ...members,
    }),
    {
      status: problems[code].status,
      headers: {
        'Content-Type': 'application/problem+json',
        'OpenWaybill-Version': SPOKEN_VERSION,
        'OpenWaybill-Sandbox': 'true',
      },
    },
  );

/** The same request under a key that nobody used. */
export const underNewKey = (request: Request, body: unknown): Request =>
  requestWith(request, { body, headers: { 'Idempotency-Key': crypto.randomUUID() } });

/** A bend that remembers something, made anew for each reference. */
export const fresh = (make: () => Bend): Bend => ({
  fetch: (next, switchOn) => make().fetch?.(next, switchOn) ?? next,
});
