import {
  nameIn,
  nameOf,
  type OperationEntry,
  type Registry,
  type Role,
} from '@openwaybill/schemas';
import { EPHEMERAL, isQuestion } from '../../drive/questions.ts';
import { answerOf, requestOf } from '../../transcript/body.ts';
import { CHALLENGE } from '../../transcript/challenge.ts';
import type { Exchange, RecordedBody } from '../../transcript/format.ts';
import type { Bend } from '../../words.ts';
import { alterAnswers, alterOutgoing, fresh, operationIn, requestWith } from '../bend.ts';
import { alterStored } from '../stored.ts';
import { bentMessage } from './bent-message.ts';
import { changesOf, type MemberChange } from './changes.ts';
import { DEPENDANTS } from './dependants.ts';
import { everyOther } from './every-other.ts';
import { WIRE_KINDS } from './kinds.ts';
import { type Place, placesOf, pointerOf } from './places.ts';
import {
  type Meeting,
  type Where,
  type WireFault,
  type WirePosition,
  whereOf,
  wireId,
} from './wire-fault.ts';

/** What an invalid message violates, by position. */
const SHAPE = { server: 'DSC-021', sender: 'DSC-022', caller: 'DSC-023' } as const;

/** What is verified by a key rests on the message that has it, in whatever exchange that is. */
const IN_EVERY_EXCHANGE = 'KeySet';

type Change = { readonly path: readonly string[]; readonly change: MemberChange };

/** One message of a role, in one position: how it is found in a transcript, and how it is bent on its way. */
type Source = {
  readonly message: string;
  readonly position: WirePosition;
  readonly where: (change: Change) => readonly Where[];
  readonly messageIn: (exchange: Exchange) => unknown;
  readonly withMessage: (exchange: Exchange, message: unknown) => Exchange;
  readonly bend: (change: Change) => Bend;
  /** Whether a change that stays valid can be seen at all: what it changes is told in another way too. */
  readonly tells: (place: Place) => boolean;
  /** Whether a change is seen only where the same is told a second time. */
  readonly isRetold: (change: Change) => boolean;
};

/** Where the registry defines what a kind changes: a member in the schema that has it, the form of a value with its word. */
const definedIn = (
  { path, schema, holders }: Place,
  { kind, isInvalid, on }: MemberChange,
): string => {
  const name = schema.$id === undefined ? undefined : nameIn(schema.$id);
  if (name !== undefined && on === 'value' && isInvalid) return name;
  const holder = holders.at(-1);
  if (holder === undefined) return pointerOf(path);
  return kind === 'rename'
    ? holder.name
    : `${holder.name}${pointerOf(path.slice(holder.path.length))}`;
};

/** Every fault of a message: each kind that fits, at each of its places. */
const faultsOf = (registry: Registry, role: Role, source: Source): readonly WireFault[] =>
  placesOf(registry, source.message).flatMap((place) =>
    [...changesOf(place)].flatMap((change): readonly WireFault[] => {
      if (!change.isInvalid && !source.tells(place)) return [];
      const pointer = pointerOf(place.path);
      const made: Change = { path: place.path, change };
      const { en, zh } = WIRE_KINDS[change.kind];
      const where = `${source.message}${pointer}`;
      return [
        {
          id: wireId(source.message, pointer, change.kind, role, source.position),
          kind: 'wire',
          role,
          title: { en: `${where} ${en}`, zh: `${where}：${zh}` },
          position: source.position,
          definition: `${definedIn(place, change)}:${change.kind}@${source.position}`,
          message: source.message,
          pointer,
          change: change.kind,
          isInvalid: change.isInvalid,
          masks: 'all',
          isRetold: !change.isInvalid && source.isRetold(made),
          violates: [change.isInvalid ? SHAPE[source.position] : 'DSC-026'],
          dependants: DEPENDANTS[source.message] ?? [],
          bend: source.bend(made),
          where: source.where(made),
          changes: (exchange) =>
            source.message === IN_EVERY_EXCHANGE ||
            (whereOf(exchange).some((one) => source.where(made).includes(one)) &&
              source.messageIn(exchange) !== undefined),
          meets: (exchange) =>
            bentMessage(source.message, source.messageIn(exchange), place.path, change).meeting,
          bentIn: (exchange) => {
            const bent = bentMessage(
              source.message,
              source.messageIn(exchange),
              place.path,
              change,
            );
            return bent.meeting === 'CHANGED'
              ? source.withMessage(exchange, bent.message)
              : exchange;
          },
        },
      ];
    }),
  );

const bodyOf = (value: unknown): RecordedBody => ({ utf8: JSON.stringify(value) });

const withAnswer = (exchange: Exchange, message: unknown): Exchange =>
  exchange.response === undefined
    ? exchange
    : { ...exchange, response: { ...exchange.response, body: bodyOf(message) } };

const withRequest = (exchange: Exchange, message: unknown): Exchange => ({
  ...exchange,
  request: { ...exchange.request, body: bodyOf(message) },
});

const answerNameOf = (operation: OperationEntry): string | undefined =>
  operation.answer.body?.$id === undefined ? undefined : nameOf(operation.answer.body);

/** The document that a run begins with is read before anything is judged: it is spared once. */
const SPARED_ONCE = 'CapabilityDocument';

/** What it tells of events, their deliveries tell too. */
const REPLAYED = 'ReplayPage';

/** The places that a caller fills in himself. */
const givenPointers = (
  registry: Registry,
  operations: readonly OperationEntry[],
): ReadonlySet<string> =>
  new Set(
    operations.flatMap(({ request }) =>
      request === undefined
        ? []
        : placesOf(registry, nameOf(request)).map(({ path }) => pointerOf(path)),
    ),
  );

/** Resources of a role that are read, alone or in pages. */
const readableOf = (registry: Registry, role: Role): ReadonlySet<string> =>
  new Set(
    registry.operations
      .filter((operation) => operation.servedBy.includes(role) && isQuestion(operation))
      .flatMap((operation) => answerNameOf(operation) ?? [])
      .flatMap((name) => [name, name.replace(/Page$/, '')]),
  );

/** The answers of a role with one schema, whatever operation gives them. */
const answerSource = (
  registry: Registry,
  role: Role,
  message: string,
  operations: readonly OperationEntry[],
): Source => {
  const given = givenPointers(registry, operations);
  const readable = readableOf(registry, role);
  // a value that only the system knows is no fault, whatever it is: two values of one thing are
  const isRetold = ({ path, change }: Change): boolean =>
    !change.isInvalid &&
    message !== REPLAYED &&
    operations.some(isQuestion) &&
    !given.has(pointerOf(path));
  const concerned = (change: Change): readonly string[] =>
    operations
      .filter((operation) => !isRetold(change) || isQuestion(operation))
      .map(({ operationId }) => operationId);
  return {
    message,
    position: 'server',
    tells: ({ path, holders }) =>
      !EPHEMERAL.has(message) &&
      (operations.some(isQuestion) ||
        given.has(pointerOf(path)) ||
        holders.some(({ name }) => name !== message && readable.has(name))),
    isRetold,
    where: (change) => concerned(change).map((operationId): Where => `answer ${operationId}`),
    messageIn: answerOf,
    withMessage: withAnswer,
    bend: ({ path, change }) =>
      fresh(() => {
        let isSpared = message !== SPARED_ONCE;
        const isEveryOther = everyOther();
        return alterAnswers(
          role,
          ({ status, body, request, asked }, switchOn) => {
            if (status < 200 || status > 299 || body === undefined) return undefined;
            if (!isSpared) {
              isSpared = true;
              return undefined;
            }
            if (
              isRetold({ path, change }) &&
              !isEveryOther(
                `${request.headers.get('Authorization')} ${request.url} ${JSON.stringify(asked)}`,
              )
            )
              return undefined;
            const bent = bentMessage(message, body, path, change);
            if (bent.meeting === 'EQUIVALENT') switchOn.equivalent();
            return bent.meeting === 'CHANGED' ? { body: bent.message } : undefined;
          },
          concerned({ path, change }),
        );
      }),
  };
};

/** The problems of a role. */
const problemSource = (role: Role): Source => ({
  message: 'Problem',
  position: 'server',
  // a refusal is judged where it is provoked, and by what it says
  tells: () => false,
  isRetold: () => false,
  where: () => ['problem'],
  messageIn: answerOf,
  withMessage: withAnswer,
  bend: ({ path, change }) =>
    alterAnswers(role, ({ status, body }, switchOn) => {
      if (status < 400 || body === undefined) return undefined;
      const bent = bentMessage('Problem', body, path, change);
      if (bent.meeting === 'EQUIVALENT') switchOn.equivalent();
      return bent.meeting === 'CHANGED' ? { body: bent.message } : undefined;
    }),
});

type StoredEvent = { readonly type: string; readonly data: unknown };

/** Changes events where they wait to be signed and sent, each once: one that is tried again is the same. */
const alterEvents = (
  alter: (event: StoredEvent) => { readonly meeting: Meeting; readonly event: unknown } | undefined,
): Bend => ({
  options: (options, switchOn) => {
    const altered = new Set<string>();
    return (
      alterStored(['delivery'], (row) => {
        const body = row.body as { readonly event: StoredEvent };
        if (altered.has(JSON.stringify(body.event))) return row;
        const made = alter(body.event);
        if (made?.meeting === 'EQUIVALENT') switchOn.equivalent();
        if (made?.meeting !== 'CHANGED') return row;
        switchOn.fired();
        altered.add(JSON.stringify(made.event));
        return { ...row, body: { ...body, event: made.event } };
      }).options?.(options, switchOn) ?? options
    );
  },
});

/** The payloads with one schema. */
const payloadSource = (message: string, types: readonly string[]): Source => ({
  message,
  position: 'sender',
  tells: () => true,
  isRetold: () => true,
  where: () => types.map((type): Where => `event ${type}`),
  messageIn: (exchange) => requestOf(exchange)?.data,
  withMessage: (exchange, data) => withRequest(exchange, { ...requestOf(exchange), data }),
  bend: ({ path, change }) =>
    alterEvents((event) => {
      if (!types.includes(event.type)) return undefined;
      const { meeting, message: data } = bentMessage(message, event.data, path, change);
      return { meeting, event: { ...event, data } };
    }),
});

/** The envelopes; that of a challenge is spared, because nothing else would ever be sent. */
const envelopeSource: Source = {
  message: 'CloudEvent',
  position: 'sender',
  tells: () => true,
  isRetold: () => true,
  where: () => ['event'],
  messageIn: (exchange) => (exchange.eventType === CHALLENGE ? undefined : requestOf(exchange)),
  withMessage: withRequest,
  bend: ({ path, change }) =>
    alterEvents((event) => {
      if (event.type === CHALLENGE) return undefined;
      const { meeting, message } = bentMessage('CloudEvent', event, path, change);
      return { meeting, event: message };
    }),
};

/** The requests of a role with one schema. What it wants only the role knows: no change that stays valid is told. */
const requestSource = (message: string, operations: readonly OperationEntry[]): Source => {
  const ids = operations.map(({ operationId }) => operationId);
  const servers = [...new Set(operations.flatMap(({ servedBy }) => servedBy))];
  const isConcerned = (request: Request): boolean =>
    servers.some((role) => ids.includes(operationIn(role, request) ?? ''));
  return {
    message,
    position: 'caller',
    tells: () => false,
    isRetold: () => false,
    where: () => ids.map((operationId): Where => `request ${operationId}`),
    messageIn: requestOf,
    withMessage: withRequest,
    bend: ({ path, change }) =>
      alterOutgoing(async (request, body, switchOn) => {
        if (body === undefined || !isConcerned(request)) return undefined;
        const bent = bentMessage(message, body, path, change);
        if (bent.meeting === 'EQUIVALENT') switchOn.equivalent();
        return bent.meeting === 'CHANGED'
          ? [requestWith(request, { body: bent.message })]
          : undefined;
      }),
  };
};

const grouped = <T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
};

/** The faults of every answer, problem, event and request of a role, by the registry. */
export const messageFaults = (registry: Registry, role: Role): readonly WireFault[] => {
  const served = registry.operations.filter(({ servedBy }) => servedBy.includes(role));
  const called = registry.operations.filter(
    ({ calledBy, operationId, servedBy }) =>
      calledBy.includes(role) &&
      operationId !== 'receiveEvent' &&
      servedBy.some((one) => one !== role),
  );
  const sent = registry.events.filter(({ from }) => from.includes(role));
  const sources: readonly Source[] = [
    ...[...grouped(served, answerNameOf)].map(([message, operations]) =>
      answerSource(registry, role, message, operations),
    ),
    problemSource(role),
    ...[...grouped(sent, ({ data }) => nameOf(data))].map(([message, events]) =>
      payloadSource(
        message,
        events.map(({ type }) => type),
      ),
    ),
    envelopeSource,
    ...[
      ...grouped(called, ({ request }) => (request === undefined ? undefined : nameOf(request))),
    ].map(([message, operations]) => requestSource(message, operations)),
  ];
  return sources.flatMap((source) => faultsOf(registry, role, source));
};
