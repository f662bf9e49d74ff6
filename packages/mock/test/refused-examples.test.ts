import {
  type Event,
  type EventEntry,
  nameOf,
  type OperationEntry,
  type Role,
  registry,
  SERVING_ROLES,
  SPOKEN_VERSION,
} from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import { describe, expect, onTestFinished, test } from 'vitest';
import { seededRandom } from '../src/engine/invent.ts';
import { isBatch } from '../src/engine/judgement.ts';
import { envelope } from '../src/events/outbox.ts';
import { signedDelivery } from '../src/events/sign.ts';
import { signingKeyOf } from '../src/index.ts';
import { listen } from '../src/node.ts';
import { type LogRecord, logged } from '../src/shores/logged.ts';
import { createTestMock } from '../src/testing.ts';
import { type Breached, breachesOf, breachesWithin, isFound, withLaterCodes } from './breaches.ts';
import { nextKey } from './exchange.ts';
import { pathOf } from './path-example.ts';

const SEED = 1;
const NOW = '2026-11-10T16:00:00.000Z';
const ROLES: readonly Role[] = [
  ...new Set(registry.operations.flatMap(({ calledBy }) => calledBy)),
];
const random = seededRandom(7);

const partyOf = (role: Role): string => `${role.toUpperCase().replaceAll('-', '')}9`;
const requestOf = ({ request }: OperationEntry): string =>
  request === undefined ? '' : nameOf(request);

/** What is looked at of an answer: a problem, or the outcomes of a batch. */
type Answered = {
  readonly code?: string;
  readonly errors?: readonly { readonly pointer: string; readonly rule: string }[];
  readonly extensions?: Readonly<Record<string, { readonly en?: string; readonly zh?: string }>>;
  readonly results?: readonly { readonly problem?: Answered }[];
};

/** One role on a port with its log, and a counterparty of every role. */
const served = async (role: Role) => {
  const records: LogRecord[] = [];
  const mock = await createTestMock({
    role,
    seed: SEED,
    counterparties: ROLES.map((one) => ({ partyId: partyOf(one), role: one, name: one })),
  });
  const port = await listen(
    logged(mock.fetch, { registry, role, now: () => 0, log: (one) => records.push(one) }),
    { port: 0, hostname: '127.0.0.1' },
  );
  onTestFinished(() => port.close());
  const post = async (path: string, init: RequestInit) => {
    const before = records.length;
    const answer = await fetch(`${port.url}${path}`, init);
    const text = await answer.text();
    const body: Answered = text === '' ? {} : JSON.parse(text);
    return { status: answer.status, text, body, log: JSON.stringify(records.slice(before)) };
  };
  /** All that any counterparty was sent, and all that stands in its command log. */
  const remembered = async (): Promise<string> => {
    await mock.settled();
    const rows = ROLES.map((one) =>
      mock.system.transact(partyOf(one), async (unit) =>
        Promise.all(
          ['event', 'log'].map((collection) => unit.list({ collection, owner: partyOf(one) })),
        ),
      ),
    );
    return JSON.stringify([mock.sent, ...(await Promise.all(rows))]);
  };
  let sequence = 0;
  /** An event with this payload, signed by a party that may send it. */
  const deliver = async (event: EventEntry, payload: unknown) => {
    const data = payload as Readonly<Record<string, unknown>>;
    const from = event.from.find((one) => one !== role && ROLES.includes(one)) ?? role;
    sequence += 1;
    const type = event.type as Event['type'];
    const sent = envelope(registry, { partyId: partyOf(from) }, random, NOW, type, data, sequence);
    const { headers, body } = await signedDelivery(
      // of what is missing in the data there is no name
      { ...sent, subject: 'EXAMPLE' },
      { callbackUrl: 'https://receiver.test/v1/event-inbox', signing: 'V1A' },
      { signing: [await signingKeyOf(SEED, partyOf(from))] },
      Date.parse(NOW),
    );
    return post('/v1/event-inbox', { method: 'POST', headers: { ...headers }, body });
  };
  return { mock, post, deliver, remembered };
};

type Told = Awaited<ReturnType<Awaited<ReturnType<typeof served>>['post']>>;

/** What is wrong with how a breach was answered: where it points, in which words, and what it repeats. */
const faultsOf = ({ title, want, unsaid }: Breached, told: Told, isItem = false): string[] => {
  const problems: readonly Answered[] = [
    told.body,
    ...(told.body.results ?? []).map(({ problem }) => problem ?? {}),
  ];
  const problem = problems.find(({ errors = [] }) =>
    errors.some(({ pointer, rule }) =>
      isFound(want, {
        // an item of a batch is judged alone
        pointer: isItem && want.pointer.endsWith(pointer) ? want.pointer : pointer,
        rule,
      }),
    ),
  );
  const { en = '', zh = '' } = problem?.extensions?.['org.openwaybill.mock'] ?? {};
  const said = `${title} (${want.pointer} ${want.rule})`;
  return [
    ...(problem === undefined ? [`${said} is not refused there: ${told.status} ${told.text}`] : []),
    ...(problem !== undefined && !(en !== '' && /\p{Script=Han}/u.test(zh))
      ? [`${said} is not told in both languages`]
      : []),
    ...(unsaid !== undefined && told.text.includes(unsaid) ? [`${said}: the answer says it`] : []),
    ...(unsaid !== undefined && told.log.includes(unsaid) ? [`${said}: the log says it`] : []),
  ];
};

const seen = new Set<string>();
const isNew = ({ title }: Breached): boolean => !seen.has(title) && seen.add(title) !== undefined;
const withBody = registry.operations.filter(
  ({ request, name }) => request !== undefined && name !== 'receive-event',
);
/** Requests, then what stands in requests; each example once. */
const REQUESTS = [breachesOf, breachesWithin].flatMap((make) =>
  withBody.flatMap((operation) =>
    make(requestOf(operation))
      .filter(isNew)
      .map((breached) => ({ operation, breached })),
  ),
);

const receiverOf = ({ to }: EventEntry): Role | undefined =>
  SERVING_ROLES.find((role) => to.includes(role));
/** Examples of one message share the id of their fact, which two events may not have. */
const isTaken = ({ status, body }: Told): boolean =>
  status === 204 || body.code === 'EVENT_ID_CONFLICT';

test('every example of a request that is wrong is sent', () => {
  const titles = withBody.flatMap((one) => breachesOf(requestOf(one)).map(({ title }) => title));
  expect(titles.filter((title) => !seen.has(title))).toEqual([]);
  expect(REQUESTS.length).toBeGreaterThan(450);
});

describe.each(SERVING_ROLES)('a %s', (role) => {
  test('refuses what is wrong where it is wrong, and says nothing of it', async () => {
    const { mock, post, remembered } = await served(role);
    const own = REQUESTS.filter(({ operation }) => operation.servedBy.includes(role));
    const faults: string[] = [];
    for (const { operation, breached } of own) {
      const caller = operation.calledBy.find((one) => one !== role) ?? role;
      const told = await post(pathOf(operation), {
        method: operation.method,
        headers: {
          Authorization: `Bearer ${mock.developmentTokens.get(partyOf(caller))}`,
          'OpenWaybill-Version': SPOKEN_VERSION,
          'If-Match': '"1"',
          'Content-Type': 'application/json',
          ...(operation.method === 'POST' ? { 'Idempotency-Key': nextKey() } : {}),
        },
        body: JSON.stringify(breached.body),
      });
      faults.push(
        ...faultsOf(breached, told, isBatch(operation)).map((one) => `${operation.name}: ${one}`),
      );
    }
    const all = await remembered();
    for (const {
      breached: { title, unsaid },
    } of own)
      if (unsaid !== undefined && all.includes(unsaid)) faults.push(`${title}: it is remembered`);
    expect(faults).toEqual([]);
    expect(own.length).toBeGreaterThan(0);
  });

  test('refuses events that nobody could read, and says nothing of them', async () => {
    const { mock, deliver } = await served(role);
    const faults: string[] = [];
    for (const event of registry.events.filter((one) => receiverOf(one) === role))
      for (const breached of breachesOf(nameOf(event.data))) {
        const told = await deliver(event, breached.body);
        const want = { ...breached.want, pointer: `/data${breached.want.pointer}` };
        // what may come of a later minor is taken
        if (!judge(nameOf(event.data), breached.body, 'receiver').ok)
          faults.push(...faultsOf({ ...breached, want }, told));
        else if (!isTaken(told)) faults.push(`${breached.title} is not taken: ${told.text}`);
      }
    await mock.settled();
    expect(faults).toEqual([]);
  });

  test('takes events with a code of a later list', async () => {
    const { mock, deliver } = await served(role);
    const faults: string[] = [];
    for (const event of registry.events.filter((one) => receiverOf(one) === role))
      for (const { title, body } of withLaterCodes(nameOf(event.data))) {
        const told = await deliver(event, body);
        if (!isTaken(told)) faults.push(`${title} is not taken: ${told.text}`);
      }
    await mock.settled();
    expect(faults).toEqual([]);
  });
});
