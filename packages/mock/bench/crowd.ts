import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listen, openFileStore } from '@openwaybill/mock/node';
import { createTestMock } from '@openwaybill/mock/testing';
import { fold, registry, type TrackingEvent } from '@openwaybill/schemas';

type StoredEvent = {
  readonly id: string;
  readonly type: string;
  readonly sequence: string;
  readonly data: unknown;
};

const CROWD = 'SHOPONE';
/** Another tenant, whose receiver is down for an hour. */
const CUT_OFF = 'SHOPTWO';
const PARCELS_CUT_OFF = 20;
const HOUR = 3_600_000;
const RECORDED = 'org.openwaybill.tracking.event.recorded';

/** What a crowd did, and what of it must not be. */
export type Crowded = {
  readonly answers: number;
  readonly waybills: number;
  readonly events: number;
  readonly violations: readonly string[];
};

const example = (name: string): object =>
  Object.values(registry.schemas.get(name)?.examples.valid ?? {})[0] as object;
const { packages, ...order } = example('OrderSubmission') as { readonly packages: object[] };
const orderOf = (orderNo: string) => ({
  ...order,
  orderNo,
  packages: [{ ...packages[0], packageId: 'P1' }],
});
const waybillOf = (orderNo: string) => ({
  ...example('WaybillCreation'),
  orderNo,
  packageId: 'P1',
  // drawing a label takes longer than everything else about a waybill
  labelFormat: 'ZPL',
});
const scenario = JSON.parse(
  readFileSync(new URL('../../../seeds/scenarios/01.json', import.meta.url), 'utf8'),
);

// biome-ignore lint/suspicious/noExplicitAny: an answer is narrowed where it is read
type Answer = { readonly status: number; readonly body: any };

/**
 * So many clients at once at a courier on a SQLite file, each over a connection of its own: none may be answered 5xx,
 * every acknowledged waybill is there once, and a receiver that was down for an hour has every event in the end.
 */
export const crowd = async (clients: number, seconds: number): Promise<Crowded> => {
  const violations: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'openwaybill-crowd-'));
  const received: StoredEvent[] = [];
  let isDown = false;
  const courier = await createTestMock({
    store: await openFileStore(join(folder, 'crowd.sqlite')),
    movement: 'SCENARIO',
    world: { scenarios: [scenario] },
    wallClock: () => Date.now(),
    counterparties: [CROWD, CUT_OFF].map((partyId) => ({
      partyId,
      role: 'platform',
      name: partyId,
    })),
    send: async ({ body }) => {
      const event = JSON.parse(body);
      const { challenge } = event.data;
      if (challenge !== undefined) return { status: 200, body: JSON.stringify({ challenge }) };
      if (isDown) return { status: 0, body: '' };
      received.push(event);
      return { status: 204, body: '' };
    },
    onDefect: (error) =>
      violations.push(`defect: ${error instanceof Error ? error.stack : String(error)}`),
  });
  const { url, close } = await listen(courier.fetch, { port: 0, hostname: '127.0.0.1' });
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  let answers = 0;
  const call = (
    as: string,
    method: string,
    path: string,
    given?: unknown,
    key: string = crypto.randomUUID(),
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const text = given === undefined ? undefined : JSON.stringify(given);
      const out = request(
        `${url}/v1${path}`,
        {
          agent,
          method,
          headers: {
            Authorization: `Bearer ${courier.developmentTokens.get(as)}`,
            'OpenWaybill-Version': '1.0',
            ...(text === undefined
              ? {}
              : {
                  'Content-Type': 'application/json',
                  'Content-Length': Buffer.byteLength(text),
                  'Idempotency-Key': key,
                }),
          },
        },
        (response) => {
          let got = '';
          response.setEncoding('utf8');
          response.on('data', (part: string) => {
            got += part;
          });
          response.on('end', () => {
            answers += 1;
            const { statusCode: status = 0 } = response;
            if (status >= 500) violations.push(`${method} ${path}: ${status} ${got}`);
            resolve({ status, body: got === '' ? undefined : JSON.parse(got) });
          });
        },
      );
      out.on('error', reject);
      out.end(text);
    });
  const expectStatus = (what: string, answer: Answer, want: number): void => {
    if (answer.status !== want)
      violations.push(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
  };

  /** An order and its waybill; asked for again under the same key, it is the same number. */
  const ship = async (as: string, orderNo: string): Promise<string> => {
    expectStatus(orderNo, await call(as, 'POST', '/orders', orderOf(orderNo)), 201);
    const key = crypto.randomUUID();
    const made = await call(as, 'POST', '/waybills', waybillOf(orderNo), key);
    expectStatus(`waybill of ${orderNo}`, made, 201);
    const again = await call(as, 'POST', '/waybills', waybillOf(orderNo), key);
    if (again.body?.waybillNo !== made.body?.waybillNo)
      violations.push(`${orderNo} has another waybill when its key comes again`);
    return made.body?.waybillNo;
  };

  try {
    await call(CUT_OFF, 'POST', '/event-subscriptions', {
      subscriptionId: crypto.randomUUID(),
      callbackUrl: 'https://platform.test/v1/event-inbox',
      eventTypes: [RECORDED],
      signing: 'V1A',
    });
    await courier.settled();
    const cutOff: string[] = [];
    for (let at = 0; at < PARCELS_CUT_OFF; at += 1)
      cutOff.push(await ship(CUT_OFF, `CUT-OFF-${at}`));
    await courier.settled();
    const receivedBefore = received.length;
    isDown = true;

    const acknowledged = new Map<string, string>();
    const until = performance.now() + seconds * 1000;
    const client = async (name: number): Promise<void> => {
      for (let turn = 0; turn === 0 || performance.now() < until; turn += 1) {
        const orderNo = `CROWD-${name}-${turn}`;
        acknowledged.set(orderNo, await ship(CROWD, orderNo));
        expectStatus(
          `read ${orderNo}`,
          await call(CROWD, 'GET', `/waybills/${acknowledged.get(orderNo)}`),
          200,
        );
      }
    };
    const advance = (hours: number) =>
      courier.system
        .transact(CUT_OFF, async (_, now) => Date.parse(now))
        .then((now) => courier.system.advance(CUT_OFF, now + hours * HOUR));
    await Promise.all([advance(1), ...Array.from({ length: clients }, (_, name) => client(name))]);
    if (received.length > receivedBefore)
      violations.push('a receiver that is down has received something');
    isDown = false;
    await advance(72);
    await courier.settled();

    const listed = new Map<string, string>();
    let cursor = '';
    do {
      const { body } = await call(CROWD, 'GET', `/waybills?limit=200${cursor}`);
      for (const { orderNo, waybillNo } of body.items) {
        if (listed.has(orderNo)) violations.push(`${orderNo} has two waybills`);
        listed.set(orderNo, waybillNo);
      }
      cursor = body.nextCursor === undefined ? '' : `&cursor=${body.nextCursor}`;
    } while (cursor !== '');
    for (const [orderNo, waybillNo] of acknowledged)
      if (listed.get(orderNo) !== waybillNo) violations.push(`the waybill of ${orderNo} is lost`);
    if (listed.size !== acknowledged.size)
      violations.push(`${listed.size} waybills are there, ${acknowledged.size} were acknowledged`);
    if (new Set(listed.values()).size !== listed.size) violations.push('a number was given twice');

    const sent = await courier.system.transact(CUT_OFF, async (unit) =>
      (await unit.list({ collection: 'event', owner: CUT_OFF }))
        .map(({ body }) => body as StoredEvent)
        .filter(({ type }) => type === RECORDED),
    );
    const ids = new Set(received.map(({ id }) => id));
    for (const { id, sequence } of sent)
      if (!ids.has(id)) violations.push(`event ${sequence} never came`);
    if (sent.length < PARCELS_CUT_OFF)
      violations.push('nothing was sent that could have been lost');
    for (const waybillNo of cutOff) {
      const events = received
        .map(({ data }) => data as TrackingEvent)
        .filter((event) => event.waybillNo === waybillNo);
      const { body } = await call(CUT_OFF, 'GET', `/parcels/ZZ/${waybillNo}`);
      if (fold(events).status !== body.status)
        violations.push(`${waybillNo} is ${body.status}, and by its events ${fold(events).status}`);
    }
    return { answers, waybills: acknowledged.size, events: ids.size, violations };
  } finally {
    agent.destroy();
    await close();
    await courier.close();
    rmSync(folder, { recursive: true });
  }
};
