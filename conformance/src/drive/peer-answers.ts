import { isPage, nameOf, registry } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import type { Random } from './random.ts';
import { base32 } from './random.ts';
import type { Session } from './session.ts';
import type { Answer, PeerRequest } from './stage.ts';

type Context = {
  readonly url: string;
  readonly session: Pick<Session, 'sent'> & { readonly shore: Pick<Session['shore'], 'now'> };
  readonly random: Random;
};
type Maker = (request: PeerRequest, context: Context) => Readonly<Record<string, unknown>>;

const exampleOf = (request: PeerRequest): Readonly<Record<string, unknown>> => {
  const { body } = request.operation.answer;
  if (body?.$id === undefined) return {};
  const [first] = Object.values(registry.schemas.get(nameOf(body))?.examples.valid ?? {});
  return (first ?? {}) as Readonly<Record<string, unknown>>;
};

const stored = ({ session }: Context) => {
  const now = new Date(session.shore.now()).toISOString();
  return { revision: 1, createdAt: now, updatedAt: now };
};

/** Members of the request that the resource of the answer also has. */
const echoOf = (request: PeerRequest): Readonly<Record<string, unknown>> => {
  const properties = request.operation.answer.body?.properties ?? {};
  return Object.fromEntries(
    Object.entries((request.body ?? {}) as object).filter(
      ([name]) => name in properties && name !== 'extensions',
    ),
  );
};

const MOST_EVENTS = 200;

/** Operations whose answer is more than an example with what was asked. */
const MAKERS: Readonly<Record<string, Maker>> = {
  submitOrder: (request, context) => ({
    ...echoOf(request),
    carrierOrderNo: `CO${base32(context.random, 10)}`,
    status: 'ACCEPTED',
    decision: 'ACCEPTED',
    waybills: [],
    ...stored(context),
    revision: 2,
  }),
  replayEvents: ({ path }, { session }) => {
    const after = Number(path.cursor ?? 0);
    const kept = session.sent.filter(
      ({ type, sequence }) =>
        Number(sequence) > after && (path.eventType === undefined || type === path.eventType),
    );
    const events = kept.slice(0, MOST_EVENTS);
    return {
      events,
      nextCursor: String(Number(events.at(-1)?.sequence ?? after)),
      complete: events.length === kept.length,
    };
  },
  createWaybill: (request, context) => ({
    ...exampleOf(request),
    ...echoOf(request),
    waybillNo: `ZZ${String(Math.floor(context.random() * 1e10)).padStart(10, '0')}`,
    ...stored(context),
  }),
  authoriseReturn: (request, context) => ({
    ...echoOf(request),
    status: 'AUTHORISED',
    returnWaybillNo: `ZZ${String(Math.floor(context.random() * 1e10)).padStart(10, '0')}`,
    ...stored(context),
  }),
};

/** The value with what the example has in place of members that a wrong request brought along. */
const repaired = (
  request: PeerRequest,
  value: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => {
  const { body } = request.operation.answer;
  if (body?.$id === undefined) return value;
  const verdict = judge(nameOf(body), value, 'receiver');
  if (verdict.ok) return value;
  const broken = new Set(verdict.issues.map(({ pointer }) => pointer.split('/')[1] ?? ''));
  const example = exampleOf(request);
  const mended = Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) =>
      !broken.has(name) ? [[name, member]] : name in example ? [[name, example[name]]] : [],
    ),
  );
  // what a member must agree with may be wrong as well
  return judge(nameOf(body), mended, 'receiver').ok ? mended : example;
};

/** Valid, minimal, and made from what was asked: the answer of an operation that no scenario laid out. */
export const defaultAnswer = (request: PeerRequest, context: Context): Answer => {
  const { status, body } = request.operation.answer;
  if (status === 204 || body === undefined) return { status };
  const make = MAKERS[request.operation.operationId];
  const shown = repaired(
    request,
    make !== undefined
      ? make(request, context)
      : isPage(body)
        ? { items: [] }
        : onlyKnown(request, { ...exampleOf(request), ...echoOf(request), ...request.path }),
  );
  const revision = (shown as { readonly revision?: number }).revision;
  return {
    status,
    body: shown,
    ...(revision === undefined ? {} : { headers: { ETag: `"${revision}"` } }),
  };
};

const onlyKnown = (
  request: PeerRequest,
  value: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => {
  const properties = request.operation.answer.body?.properties ?? {};
  return Object.fromEntries(Object.entries(value).filter(([name]) => name in properties));
};
