import { nameOf, type OperationEntry, type Role, registry } from '@openwaybill/schemas';
import { type Issue, judge, type ParsedJson, parseJson } from '@openwaybill/validate';
import { counterpartOf } from '../drive/identity.ts';
import { routeOf } from '../drive/operations.ts';
import { MOST_BYTES } from '../transcript/body.ts';
import type { Exchange, HeaderList } from '../transcript/format.ts';

/** The bytes of one message as they went by. */
export type ObservedMessage = {
  readonly headers: HeaderList;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Bytes in all, where more went by than were kept. */
  readonly length?: number;
  /** Milliseconds since 1970. */
  readonly at: number;
};

/** One request with its answer, as whoever stands between two systems saw them. */
export type Observed = {
  /** The role that was called. */
  readonly to: Role;
  readonly method: string;
  /** As the system that was called knows it. */
  readonly url: string;
  readonly request: ObservedMessage;
  readonly response?: ObservedMessage & { readonly status: number };
  readonly unanswered?: NonNullable<Exchange['unanswered']>;
  readonly milliseconds: number;
};

/** What is wrong with one message; never the value. */
export type Fault = { readonly of: 'request' | 'response' } & Issue;

/** A message with its name in the standard. */
export type NamedMessage = {
  /** Absent where the standard knows no message there. */
  readonly name?: string;
  readonly parsed: ParsedJson | undefined;
  readonly issues: readonly Issue[];
};

/** What an exchange is in the standard. */
export type Identified = {
  readonly from: Role;
  readonly operation?: OperationEntry;
  readonly eventType?: string;
  readonly request: NamedMessage;
  readonly response: NamedMessage;
};

const payloads = new Map<string, string>(
  registry.events.map(({ type, data }) => [type, nameOf(data)]),
);

const eventIssues = (value: unknown): readonly Issue[] => {
  const envelope = judge('CloudEvent', value);
  const { type, data } = (value ?? {}) as { readonly type?: unknown; readonly data?: unknown };
  const payload = payloads.get(String(type));
  const inside = payload === undefined ? undefined : judge(payload, data);
  return [
    ...(envelope.ok ? [] : envelope.issues),
    ...(inside === undefined || inside.ok
      ? []
      : inside.issues.map((issue) => ({ ...issue, pointer: `/data${issue.pointer}` }))),
  ];
};

/** Rules of the bytes point at names that anybody may have chosen; where they stand is not told. */
const withoutNames = (issues: readonly Issue[]): readonly Issue[] =>
  issues.map((issue) => ({ ...issue, pointer: '' }));

const named = (name: string | undefined, message: ObservedMessage | undefined): NamedMessage => {
  const { bytes, length } = message ?? { bytes: new Uint8Array(), length: undefined };
  // of the beginning of a message nothing can be said
  const parsed =
    bytes.length === 0 || length !== undefined
      ? undefined
      : parseJson(bytes, { maxBytes: MOST_BYTES });
  if (name === undefined || parsed === undefined)
    return { ...(name === undefined ? {} : { name }), parsed, issues: [] };
  if (!parsed.ok) return { name, parsed, issues: withoutNames(parsed.issues) };
  if (name === 'CloudEvent') return { name, parsed, issues: eventIssues(parsed.value) };
  const verdict = judge(name, parsed.value);
  return { name, parsed, issues: verdict.ok ? [] : verdict.issues };
};

const answerName = (
  operation: OperationEntry | undefined,
  method: string,
  status: number,
): string | undefined => {
  if (operation === undefined || method === 'HEAD' || status === 204) return undefined;
  if (status >= 400) return 'Problem';
  const { body } = operation.answer;
  return body?.$id === undefined ? undefined : nameOf(body);
};

/** Who speaks to a role: one that was seen with it, or the role that usually does. */
const callerOf = (
  to: Role,
  operation: OperationEntry | undefined,
  others: readonly Role[],
): Role => {
  const may = operation?.calledBy ?? [];
  return (
    others.find((role) => may.includes(role)) ??
    [counterpartOf(to), ...others].find((role) => may.length === 0 || may.includes(role)) ??
    may[0] ??
    counterpartOf(to)
  );
};

/** Finds out what an exchange is, and judges its messages. `others` are the roles that are known to call. */
export const identify = (observed: Observed, others: readonly Role[]): Identified => {
  const { to, method, request, response } = observed;
  const { pathname } = new URL(observed.url);
  const route = routeOf([to], method, pathname)?.operation;
  const asked = named(
    route?.operationId === 'receiveEvent'
      ? 'CloudEvent'
      : route?.request === undefined
        ? undefined
        : nameOf(route.request),
    request,
  );
  // events go to any address that a subscription named
  const envelope =
    route === undefined && method === 'POST' && asked.parsed?.ok === true
      ? (asked.parsed.value as { readonly specversion?: unknown } | null)
      : undefined;
  const isEvent = route?.operationId === 'receiveEvent' || envelope?.specversion === '1.0';
  const operation = isEvent ? routeOf([to], 'POST', '/v1/event-inbox')?.operation : route;
  const message = isEvent ? named('CloudEvent', request) : asked;
  const type =
    isEvent && message.parsed?.ok === true
      ? (message.parsed.value as { readonly type?: unknown } | null)?.type
      : undefined;
  return {
    from: callerOf(to, isEvent ? undefined : operation, others),
    ...(operation === undefined ? {} : { operation }),
    // a type of nobody's is a text of somebody's
    ...(typeof type === 'string' && payloads.has(type) ? { eventType: type } : {}),
    request: message,
    response: named(answerName(operation, method, response?.status ?? 0), response),
  };
};

/** All that is wrong with the messages of an exchange. */
export const faultsOf = ({ request, response }: Identified): readonly Fault[] => [
  ...request.issues.map((issue) => ({ of: 'request' as const, ...issue })),
  ...response.issues.map((issue) => ({ of: 'response' as const, ...issue })),
];
