import { connect } from '@openwaybill/client';
import { listen } from '@openwaybill/mock/node';
import { createTestMock, type TestMock } from '@openwaybill/mock/testing';
import { problems } from '@openwaybill/schemas';
import { type Answered, type BehaviourCase, type CallCase, differences, filled } from './case.ts';
import { type Arriving, arriving, jwksOf, secretsOf } from './deliveries.ts';

/** A client of any language: one line of JSON in, one out. */
export type Driver = {
  readonly ask: (line: object) => Promise<Readonly<Record<string, unknown>>>;
  readonly end: () => Promise<void>;
};

type Recorded = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** When the world of a test mock begins, and the time of every client. */
const NOW = Date.parse('2026-11-11T00:00:00+08:00');
const HANDLED = ['org.openwaybill.order.status.changed', 'org.openwaybill.waybill.status.changed'];

type Plain = Readonly<Record<string, unknown>>;

const replyOf = (given: Plain): Response => {
  const { problem: code, json, text, headers = {} } = given;
  const row = problems[code as keyof typeof problems];
  const body =
    code === undefined
      ? json === undefined
        ? (text as string | undefined)
        : JSON.stringify(filled(json, []))
      : JSON.stringify({
          type: `https://openwaybill.org/problems/${code}`,
          code,
          title: row.title.en,
          status: row.status,
          retryable: row.retryable,
        });
  return new Response(body ?? null, {
    status: (given.status as number | undefined) ?? row?.status ?? 200,
    headers: {
      'content-type': code === undefined ? 'application/json' : 'application/problem+json',
      ...(headers as Record<string, string>),
    },
  });
};

/** A real port before the mock: it keeps what arrives, and answers by itself what a case says. */
const openShore = async (mock: TestMock, given: BehaviourCase['given']) => {
  const requests: Recorded[] = [];
  const replies = [...(given?.replies ?? [])];
  const keySets = [...(given?.keySets ?? [])];
  let keyReads = 0;
  const port = await listen(
    async (request) => {
      const url = new URL(request.url);
      if (url.pathname === '/keys') {
        keyReads += 1;
        const names = keySets.length > 1 ? keySets.shift() : keySets[0];
        return Response.json({ keys: jwksOf(names ?? []) });
      }
      const body = await request.text();
      requests.push({
        method: request.method,
        path: `${url.pathname}${url.search}`,
        headers: Object.fromEntries(request.headers),
        body,
      });
      const reply = replies.shift();
      if (reply === 'hang') return new Promise<Response>(() => {});
      if (reply !== undefined) return replyOf(reply);
      return mock.fetch(
        new Request(request.url, {
          method: request.method,
          headers: request.headers,
          ...(body === '' ? {} : { body }),
        }),
      );
    },
    { port: 0, hostname: '127.0.0.1' },
  );
  return { ...port, requests, keyReads: () => keyReads };
};

/** Which of the keys before it each key is, counted from the first one on. */
const keysIn = (requests: readonly Recorded[]): readonly number[] => {
  const all = requests.flatMap(({ headers }) => headers['idempotency-key'] ?? []);
  const distinct = [...new Set(all)];
  return all.map((key) => distinct.indexOf(key));
};

const before = async (mock: TestMock, token: string, calls: readonly CallCase[]): Promise<void> => {
  const party = connect({ baseUrl: 'https://courier.test', token, fetch: mock.fetch, retries: 0 });
  for (const given of calls) {
    const { operation, ...rest } = filled(given, []) as CallCase;
    const call = (party as unknown as Record<string, (given: unknown) => Promise<Plain>>)[
      operation
    ];
    const result = await call?.(rest);
    if (result?.ok !== true) throw new Error(`${operation} was refused: ${JSON.stringify(result)}`);
  }
};

/** What the mock sends of a subscription, an order and its waybill. */
const sentBy = async (mock: TestMock, token: string, faults: readonly Plain[]) => {
  await before(mock, token, [
    { operation: 'createEventSubscription', body: { $example: 'EventSubscriptionCreation' } },
  ]);
  await mock.settled();
  for (const fault of faults) mock.control.faults.add(fault);
  await before(mock, token, [
    { operation: 'submitOrder', body: { $example: 'OrderSubmission' } },
    { operation: 'createWaybill', body: { $example: 'WaybillCreation' } },
  ]);
  await mock.settled();
  return mock.sent.map(
    ({ headers, body }): Arriving => ({
      now: NOW,
      method: 'POST',
      headers,
      bodyBase64: Buffer.from(body).toString('base64'),
    }),
  );
};

/** Plays one case with a client, and tells everything in which it did not do what is wanted. */
export const playCase = async (one: BehaviourCase, driver: Driver): Promise<readonly string[]> => {
  const { given = {}, calls = [], deliveries = [], want } = one;
  const seen: Record<string, unknown> = {};
  if (one.known !== undefined) {
    seen.known = await driver.ask({ known: one.known });
    return differences(want, seen);
  }
  const mock = await createTestMock({ role: 'courier', isLater: given.isLater ?? false });
  const [token = ''] = mock.developmentTokens.values();
  const shore = await openShore(mock, given);
  try {
    await before(mock, token, given.before ?? []);
    for (const fault of given.faults ?? []) mock.control.faults.add(fault);
    if (calls.length > 0) {
      if (given.isDown === true) await shore.close();
      const answers: Answered[] = [];
      for (const call of calls)
        answers.push(
          await driver.ask({
            call: {
              ...(filled(call, answers) as CallCase),
              baseUrl: shore.url,
              now: NOW,
              tokens: (given.tokens ?? ['$development']).map((text) =>
                text === '$development' ? token : text,
              ),
              connection: given.connection ?? {},
            },
          }),
        );
      return differences(want, {
        answers,
        requests: shore.requests,
        keys: keysIn(shore.requests),
      });
    }
    const arrive =
      given.mock === undefined
        ? deliveries.map((delivery) => arriving(delivery, NOW))
        : await sentBy(mock, token, given.mock.faults);
    const received = await driver.ask({
      receive: {
        ...(given.mock !== undefined
          ? { keysUrl: `${shore.url}/v1/keys` }
          : given.keySets === undefined
            ? { keys: jwksOf(given.keys ?? ['ours']) }
            : { keysUrl: `${shore.url}/keys` }),
        secrets: secretsOf(given.secrets ?? []),
        ...(given.source === undefined ? {} : { source: given.source }),
        failures: given.failures ?? 0,
        handles: HANDLED,
        deliveries: arrive,
      },
    });
    const statuses = (received.answers as readonly { readonly status: number }[])
      .map(({ status }) => status)
      .filter((status) => given.mock === undefined || status !== 200);
    const handled = received.handled as readonly string[];
    return differences(want, {
      ...received,
      ...(given.mock === undefined
        ? {}
        : {
            handled: [...new Set(handled.map((text) => text.split(' ')[0]))],
            handledOnce: handled.length > 0 && new Set(handled).size === handled.length,
          }),
      statuses: [...new Set(statuses)].sort((a, b) => a - b),
      keyReads: shore.keyReads(),
    });
  } finally {
    if (given.isDown !== true) await shore.close();
    await mock.close();
  }
};
