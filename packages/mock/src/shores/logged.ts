import { PERSONAL, redact } from '@openwaybill/privacy';
import { sightingsIn } from '@openwaybill/privacy/scan';
import { nameOf, type OperationEntry, type Registry, type Role } from '@openwaybill/schemas';
import { judge, parseJson } from '@openwaybill/validate';
import { type Router, routerOf } from '../engine/route.ts';

/** One record of a log: a request or an answer, never both, so that no record holds two masked values of one person. */
export type LogRecord = {
  readonly at: string;
  readonly kind: 'REQUEST' | 'ANSWER';
  readonly role: Role;
  readonly method: string;
  /** The operation as the standard names it. A path is never logged: whoever calls may write anything into it. */
  readonly operation: string;
  readonly status?: number;
  readonly milliseconds?: number;
  /** The body as its schema lets it be logged. */
  readonly body?: unknown;
};

/** Makes what may be logged of a body out of it. */
export type Redaction = (body: unknown, schemaName: string) => unknown;

const UNKNOWN = 'unknown';

/** A schema says what belongs in a member, and not what a caller wrote there: what looks like a person is left out. */
const withoutMisplaced = (body: unknown): unknown =>
  JSON.parse(
    JSON.stringify(body ?? null, (_, value: unknown) =>
      typeof value === 'string' && sightingsIn(value).length > 0 ? PERSONAL : value,
    ),
  );

/** A value that the standard refuses where it stands is no one's to read: nobody knows what it is. */
const withoutRefused = (redacted: unknown, body: unknown, schemaName: string): unknown => {
  const verdict = judge(schemaName, body);
  if (verdict.ok) return redacted;
  const refused = new Set(verdict.issues.map(({ pointer }) => pointer));
  const walk = (value: unknown, pointer: string): unknown => {
    if (Array.isArray(value)) return value.map((item, at) => walk(item, `${pointer}/${at}`));
    if (typeof value !== 'object' || value === null) return refused.has(pointer) ? PERSONAL : value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, walk(member, `${pointer}/${name}`)]),
    );
  };
  return walk(redacted, '');
};

const operationIn = (router: Router, request: Request): OperationEntry | undefined => {
  try {
    return router(request.method, new URL(request.url).pathname).operation;
  } catch {
    return undefined;
  }
};

const encoder = new TextEncoder();

/** Logs every request and answer of a party, redacted by their schemas; a body without a schema is left out. */
export const logged = (
  answer: (request: Request) => Promise<Response>,
  options: {
    readonly registry: Registry;
    readonly role: Role;
    readonly now: () => number;
    readonly log: (record: LogRecord) => void;
    readonly redaction?: Redaction;
  },
): ((request: Request) => Promise<Response>) => {
  const { registry, role, now, log } = options;
  const redaction: Redaction =
    options.redaction ??
    ((body, schema) =>
      withoutMisplaced(withoutRefused(redact(body, schema, registry), body, schema)));
  const router = routerOf(registry, role);
  const bodyOf = (text: string, schema: string | undefined) => {
    const read = schema === undefined ? undefined : parseJson(encoder.encode(text));
    return read?.ok === true ? { body: redaction(read.value, schema ?? '') } : {};
  };
  return async (request) => {
    const operation = operationIn(router, request);
    const asked = operation?.request;
    const common = {
      role,
      method: request.method,
      operation: operation?.operationId ?? UNKNOWN,
    };
    const began = now();
    log({
      at: new Date(began).toISOString(),
      kind: 'REQUEST',
      ...common,
      ...(asked === undefined ? {} : bodyOf(await request.clone().text(), nameOf(asked))),
    });
    const response = await answer(request);
    const body = operation?.answer.body;
    const schema =
      response.status >= 400 ? 'Problem' : body?.$id === undefined ? undefined : nameOf(body);
    const ended = now();
    log({
      at: new Date(ended).toISOString(),
      kind: 'ANSWER',
      ...common,
      status: response.status,
      milliseconds: ended - began,
      ...(schema === undefined ? {} : bodyOf(await response.clone().text(), schema)),
    });
    return response;
  };
};
