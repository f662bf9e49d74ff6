import { expect, test } from 'vitest';
import type { Scenario } from '../src/world/scenario.ts';
import { creation, type Got, PLATFORM, submission, testCourier } from './mock-courier.ts';

const START = '2026-11-10T16:00:00.000Z';

const WORLD = {
  scenarios: ['01', '05'].map(
    (id): Scenario => ({
      id,
      title: { en: id, zh: id },
      steps: [
        { after: 'PT1H', code: 'PICKED_UP' },
        { after: 'PT20H', code: id === '01' ? 'DELIVERED' : 'REFUSED' },
      ],
      ends: { parcel: id, order: id },
    }),
  ),
};

type Ask = { readonly as?: string; readonly body?: unknown; readonly text?: string };

/** A courier whose parcels move, and its control interface. */
const controlled = async (more: Parameters<typeof testCourier>[0] = {}) => {
  const courier = await testCourier({ movement: 'SCENARIO', world: WORLD, ...more });
  const ask = async (method: string, path: string, { as = PLATFORM, body, text }: Ask = {}) => {
    const token = courier.mock.developmentTokens.get(as);
    const sent = text ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await courier.mock.fetch(
      new Request(`https://courier.test/_mock${path}`, {
        method,
        headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
        ...(sent === undefined ? {} : { body: sent }),
      }),
    );
    await courier.mock.settled();
    const said = await response.text();
    const isJson = response.headers.get('Content-Type')?.includes('json') === true;
    const isOne = isJson && said !== '' && !said.includes('}\n');
    const told: Got['body'] = isOne ? JSON.parse(said) : undefined;
    return { status: response.status, headers: response.headers, text: said, body: told };
  };
  const ship = async (orderNo = 'SO-1', headers: Readonly<Record<string, string>> = {}) => {
    await courier.call('POST', '/orders', submission(orderNo));
    return courier.call('POST', '/waybills', creation(orderNo), { headers });
  };
  return { ...courier, ask, ship };
};

test('a clock tells the time, how it goes on and what is next', async () => {
  const { ask, ship } = await controlled();
  expect((await ask('GET', '/clock')).body).toMatchObject({ now: START, mode: 'FROZEN' });
  const { waybillNo } = (await ship()).body;
  expect((await ask('GET', '/clock')).body.next).toEqual({
    at: '2026-11-10T17:00:00.000Z',
    what: `journey ${waybillNo}`,
  });
});

test.each([
  { given: { by: 'PT30M' }, now: '2026-11-10T16:30:00.000Z', codes: 0 },
  { given: { by: 'PT20H' }, now: '2026-11-11T12:00:00.000Z', codes: 2 },
  { given: { toAt: '2026-11-11T02:00:00+08:00' }, now: '2026-11-10T18:00:00.000Z', codes: 1 },
  { given: { steps: 1 }, now: '2026-11-10T17:00:00.000Z', codes: 1 },
  { given: { steps: 2 }, now: '2026-11-11T12:00:00.000Z', codes: 2 },
])('a clock advances by $given', async ({ given, now, codes }) => {
  const { ask, ship, events } = await controlled();
  await ship();
  const advanced = await ask('POST', '/clock/advance', { body: given });
  expect(advanced).toMatchObject({ status: 200, body: { now } });
  const told = (advanced.body.fired as readonly { readonly event: string }[]).filter(
    ({ event }) => event === 'tracking.event.recorded',
  );
  expect(told).toHaveLength(codes);
  expect(await events('tracking.event.recorded')).toHaveLength(codes);
});

test.each([
  ['that comes', { status: 'DELIVERED', reached: 'DELIVERED', isWanted: true }],
  ['that is there', { status: 'CREATED', reached: 'CREATED', isWanted: true }],
  ['that never comes', { status: 'LOST', reached: 'DELIVERED', isWanted: false }],
])('time runs until a status %s', async (_title, { status, reached, isWanted }) => {
  const { ask, ship } = await controlled();
  const { waybillNo } = (await ship()).body;
  const { body } = await ask('POST', '/clock/advance', {
    body: { until: { waybillNo, status } },
  });
  expect(body.reached).toEqual({ status: reached, isWanted });
});

test('a played clock moves everything at its own instant', async () => {
  let wall = Date.parse(START);
  const { ask, ship, mock, events } = await controlled({ wallClock: () => wall });
  await ship();
  await ask('PUT', '/clock', { body: { mode: 'SCALED', factor: 3600 } });
  wall += 10_000;
  await mock.tick();
  const [scan, ...others] = await events('tracking.event.recorded');
  expect(scan).toMatchObject({ eventCode: 'PICKED_UP', occurredAt: '2026-11-10T17:00:00.000Z' });
  expect(others).toEqual([]);
  expect((await ask('GET', '/clock')).body).toMatchObject({
    now: '2026-11-11T02:00:00.000Z',
    mode: 'SCALED',
    factor: 3600,
  });
  await ask('PUT', '/clock', { body: { mode: 'FROZEN' } });
  wall += 3_600_000;
  await mock.tick();
  expect((await ask('GET', '/clock')).body.now).toBe('2026-11-11T02:00:00.000Z');
});

test('the log has every command and every timer that told something', async () => {
  const { ask, ship } = await controlled();
  const made = await ship();
  expect(made.headers.get('Mock-Seq')).toBe('2');
  await ask('POST', '/clock/advance', { body: { by: 'PT1H' } });
  const { text, headers } = await ask('GET', '/log?after=1');
  expect(headers.get('Content-Type')).toBe('application/x-ndjson');
  const entries = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(entries.map(({ seq, operation }) => [seq, operation])).toEqual([
    [2, 'create-waybill'],
    [3, 'control/advance-clock'],
    [4, 'timer/journey'],
  ]);
  expect(entries[0]).toMatchObject({ tenant: PLATFORM, outcome: { status: 201 } });
  expect(entries[2].events.length).toBeGreaterThan(0);
});

test('the default scenario is that of a tenant alone, until it is reset', async () => {
  const { ask, ship, call } = await controlled();
  await ask('PUT', '/defaults', { body: { scenario: '05' } });
  expect((await ship('SO-1')).body.waybillNo).toMatch(/^ZZ05/);
  expect((await ship('MOCK-01-1')).body.waybillNo).toMatch(/^ZZ01/);
  expect((await ship('SO-2', { 'Mock-Scenario': '01' })).body.waybillNo).toMatch(/^ZZ01/);
  expect((await ask('GET', '/defaults', { as: 'PLATFORM2' })).body).toEqual({ scenario: '01' });
  expect((await ask('POST', '/reset')).status).toBe(204);
  expect((await ask('GET', '/defaults')).body).toEqual({ scenario: '01' });
  expect((await call('GET', '/orders/SO-1')).status).toBe(404);
});

test('an unknown scenario in a header is refused, and makes nothing', async () => {
  const { ship, call } = await controlled();
  const { status, body } = await ship('SO-1', { 'Mock-Scenario': '77' });
  expect([status, body.code]).toEqual([400, 'PARAMETER_INVALID']);
  expect((await call('GET', '/waybills')).body.items).toEqual([]);
});

test('the state is that of the tenant, without plaintext and keys', async () => {
  const { ask, ship } = await controlled();
  const { waybillNo } = (await ship()).body;
  const { rows } = (await ask('GET', '/state')).body;
  const collections = rows.map(({ collection }: { readonly collection: string }) => collection);
  expect(collections).toContain('parcel');
  expect(collections).not.toContain('vault');
  expect(rows.find(({ id }: { readonly id: string }) => id === waybillNo)).toBeDefined();
  const others = (await ask('GET', '/state', { as: 'PLATFORM2' })).body.rows;
  expect(others.map(({ collection }: { readonly collection: string }) => collection)).toEqual([
    'agreement',
  ]);
});

test.each([
  ['no token', { given: ['GET', '/clock', { as: 'NOBODY' }], want: [401, 'UNAUTHENTICATED'] }],
  ['an unknown route', { given: ['GET', '/nothing', {}], want: [404, 'NOT_FOUND'] }],
  ['another method', { given: ['DELETE', '/clock', {}], want: [405, 'METHOD_NOT_ALLOWED'] }],
  ['no body', { given: ['PUT', '/clock', {}], want: [400, 'MALFORMED_JSON'] }],
  ['what is no JSON', { given: ['PUT', '/clock', { text: '{' }], want: [400, 'MALFORMED_JSON'] }],
  [
    'an unknown mode',
    { given: ['PUT', '/clock', { body: { mode: 'FAST' } }], want: [422, 'CODE_UNKNOWN'] },
  ],
  [
    'an unknown member',
    {
      given: ['POST', '/clock/advance', { body: { hours: 1 } }],
      want: [422, 'SCHEMA_VIOLATION'],
    },
  ],
  [
    'two ways at once',
    {
      given: ['POST', '/clock/advance', { body: { by: 'PT1H', steps: 1 } }],
      want: [422, 'SCHEMA_VIOLATION'],
    },
  ],
  [
    'a factor of a clock that stands',
    {
      given: ['PUT', '/clock', { body: { mode: 'FROZEN', factor: 2 } }],
      want: [422, 'SCHEMA_VIOLATION'],
    },
  ],
  [
    'the past',
    {
      given: ['POST', '/clock/advance', { body: { toAt: '2020-01-01T00:00:00Z' } }],
      want: [422, 'RULE_VIOLATION'],
    },
  ],
  [
    'a parcel of nobody',
    {
      given: [
        'POST',
        '/clock/advance',
        { body: { until: { waybillNo: 'ZZ010000000993', status: 'LOST' } } },
      ],
      want: [404, 'NOT_FOUND'],
    },
  ],
  [
    'a scenario that is not there',
    { given: ['PUT', '/defaults', { body: { scenario: '77' } }], want: [404, 'NOT_FOUND'] },
  ],
  ['a place of no log', { given: ['GET', '/log?after=x', {}], want: [400, 'PARAMETER_INVALID'] }],
] as const)(
  '%s is refused in both languages, and changes nothing',
  async (_title, { given, want }) => {
    const { ask, defects } = await controlled();
    const before = (await ask('GET', '/state')).text;
    const [method, path, how] = given;
    const { status, body, headers } = await ask(method, path, how);
    expect([status, body.code]).toEqual(want);
    expect(headers.get('Content-Type')).toBe('application/problem+json');
    const needsWords = ![401, 405].includes(status) && path !== '/nothing';
    if (needsWords) {
      const { en, zh, hint } = body.extensions['org.openwaybill.mock'];
      expect([en, zh, hint.en, hint.zh].every((text) => text.length > 0)).toBe(true);
    }
    expect((await ask('GET', '/state')).text).toBe(before);
    expect(defects).toEqual([]);
  },
);

test('without control there is neither the interface nor test control', async () => {
  const { ask, call, mock } = await controlled({ hasControl: false });
  expect((await ask('GET', '/clock')).status).toBe(404);
  expect((await call('GET', '/test-controls')).status).toBe(404);
  const discovery = await mock.fetch(new Request('https://courier.test/.well-known/openwaybill'));
  expect(await discovery.json()).not.toHaveProperty('testControl');
});

test('control as functions is the interface without HTTP', async () => {
  const { mock, ship } = await controlled();
  const { waybillNo } = (await ship()).body;
  const { control } = mock;
  const advanced = await control.clock.advance({ until: { waybillNo, status: 'DELIVERED' } });
  expect(advanced.reached).toEqual({ status: 'DELIVERED', isWanted: true });
  expect((await control.of('PLATFORM2').clock.read()).now).toBe(START);
  expect((await control.log()).map(({ operation }) => operation)).toContain('timer/journey');
  await control.reset();
  expect(await control.clock.read()).toMatchObject({ now: START, mode: 'FROZEN' });
});
