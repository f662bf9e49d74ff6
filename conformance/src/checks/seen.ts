import { answerOf, isAccepted, jsonOf } from '../transcript/body.ts';
import { CHALLENGE } from '../transcript/challenge.ts';
import { type Exchange, exchangesOf, type Transcript } from '../transcript/format.ts';
import type { Claim } from '../words.ts';

/** An event that reached the runner, with all attempts at delivering it. */
export type SeenEvent = {
  readonly id: string;
  readonly type: string;
  readonly sequence: string;
  // biome-ignore lint/suspicious/noExplicitAny: a payload is narrowed where it is read
  readonly data: any;
  // biome-ignore lint/suspicious/noExplicitAny: an envelope is narrowed where it is read
  readonly envelope: any;
  readonly attempts: readonly Exchange[];
};

/** A transcript as checks look at it. */
export type Seen = {
  readonly claim: Claim;
  readonly transcript: Transcript;
  readonly exchanges: readonly Exchange[];
  /** Exchanges of a probe, in their order. */
  readonly probe: (name: string) => readonly Exchange[];
  /** The last exchange of a probe. */
  readonly one: (name: string) => Exchange | undefined;
  /** Requests of the runner to an operation of the system. */
  readonly calls: (operationId: string) => readonly Exchange[];
  /** Requests of the system to an operation of the runner. */
  readonly served: (operationId: string) => readonly Exchange[];
  /** Deliveries of the system to the runner, challenges among them. */
  readonly deliveries: readonly Exchange[];
  /** The events of those deliveries, each once, challenges left out. */
  readonly events: readonly SeenEvent[];
  readonly bySeq: (seq: number) => Exchange | undefined;
  /** The accepted twin of a negative, or nothing. */
  readonly twinOf: (exchange: Exchange) => Exchange | undefined;
};

const eventsOf = (deliveries: readonly Exchange[]): readonly SeenEvent[] => {
  const byId = new Map<string, Exchange[]>();
  for (const exchange of deliveries) {
    if (exchange.eventType === CHALLENGE) continue;
    const envelope = jsonOf(exchange.request.body) as { readonly id?: string } | undefined;
    // the same event goes to every subscription that takes it
    const name = `${envelope?.id ?? exchange.seq} ${exchange.request.url}`;
    byId.set(name, [...(byId.get(name) ?? []), exchange]);
  }
  return [...byId.values()].flatMap((attempts) => {
    const [first] = attempts;
    if (first === undefined) return [];
    // biome-ignore lint/suspicious/noExplicitAny: an envelope is narrowed where it is read
    const envelope: any = jsonOf(first.request.body) ?? {};
    return [
      {
        id: String(envelope.id),
        type: String(envelope.type),
        sequence: String(envelope.sequence),
        data: envelope.data ?? {},
        envelope,
        attempts,
      },
    ];
  });
};

const cache = new WeakMap<Transcript, Seen>();

/** Indexes a transcript once, however many checks look at it. */
export const seenOf = (transcript: Transcript, claim: Claim): Seen => {
  const known = cache.get(transcript);
  if (known !== undefined && known.claim === claim) return known;
  const exchanges = exchangesOf(transcript);
  const bySeq = new Map(exchanges.map((exchange) => [exchange.seq, exchange]));
  const group = (keyOf: (exchange: Exchange) => string | undefined) => {
    const groups = new Map<string, Exchange[]>();
    for (const exchange of exchanges) {
      const key = keyOf(exchange);
      if (key === undefined) continue;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [exchange]);
      else group.push(exchange);
    }
    return groups;
  };
  const probes = group(({ probe }) => probe);
  const calls = group(({ to, operation }) => (to === 'sut' ? operation : undefined));
  const served = group(({ from, operation }) => (from === 'sut' ? operation : undefined));
  const deliveries = served.get('receiveEvent') ?? [];
  const seen: Seen = {
    claim,
    transcript,
    exchanges,
    probe: (name) => probes.get(name) ?? [],
    one: (name) => probes.get(name)?.at(-1),
    calls: (operationId) => calls.get(operationId) ?? [],
    served: (operationId) => served.get(operationId) ?? [],
    deliveries,
    events: eventsOf(deliveries),
    bySeq: (seq) => bySeq.get(seq),
    twinOf: ({ twinOf }) => (twinOf === undefined ? undefined : bySeq.get(twinOf)),
  };
  cache.set(transcript, seen);
  return seen;
};

/** The accepted answers of an operation, as values. */
export const acceptedAnswers = (seen: Seen, operationId: string) =>
  seen
    .calls(operationId)
    .filter(isAccepted)
    .map((exchange) => ({ exchange, body: answerOf(exchange) }));

/** The events of a type, each once however many subscriptions took it, in the order of their sequence. */
export const eventsOfType = (seen: Seen, type: string): readonly SeenEvent[] => {
  const byId = new Map<string, SeenEvent>();
  for (const event of seen.events)
    if (event.type === `org.openwaybill.${type}` && !byId.has(event.id)) byId.set(event.id, event);
  return [...byId.values()].sort((a, b) => (a.sequence < b.sequence ? -1 : 1));
};

/** The events of a type by a member of their payload. */
export const eventsBy = (
  seen: Seen,
  type: string,
  member: string,
): ReadonlyMap<string, readonly SeenEvent[]> => {
  const groups = new Map<string, SeenEvent[]>();
  for (const event of eventsOfType(seen, type)) {
    const key = String(event.data?.[member]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [event]);
    else group.push(event);
  }
  return groups;
};

/** The exchanges of an event's deliveries. */
export const attemptsOf = (event: SeenEvent): readonly Exchange[] => event.attempts;
