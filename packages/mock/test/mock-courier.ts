import {
  type OrderSubmission,
  type Role,
  registry,
  SPOKEN_VERSION,
  type WaybillCreation,
} from '@openwaybill/schemas';
import { createMock, type Mock, type MockOptions, memoryStore } from '../src/index.ts';
import {
  type Observation,
  type Recorded,
  recordObservation,
} from '../src/parcels/record-observation.ts';
import { faultsOfAnswer, faultsOfEvent, operationOf } from './judged-exchange.ts';

export const PLATFORM = 'PLATFORM1';
export const OTHER_PLATFORM = 'PLATFORM2';
export const HUB = 'HUB1';
export const REGULATOR = 'REGULATOR1';

const START = '2026-11-11T00:00:00+08:00';
const counterparty = (partyId: string, role: Role) => ({
  partyId,
  role,
  name: partyId,
  clientId: partyId.toLowerCase(),
  keys: [],
});

export type Sent = {
  readonly as?: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
};
export type Got = {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it has just compared
  readonly body: any;
  readonly headers: Headers;
};
export type TestCourier = {
  readonly mock: Mock;
  readonly call: (method: string, path: string, body?: unknown, sent?: Sent) => Promise<Got>;
  /** Moves the platform's clock, and with it everything that is due. */
  readonly advance: (milliseconds: number, as?: string) => Promise<void>;
  /** Events for a party in the order of their sequence, as `type` and `data`. */
  readonly events: (
    type: string,
    to?: string,
  ) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly defects: readonly unknown[];
  /** Answers that are not what the registry says of their operation. */
  readonly faults: readonly string[];
};

/** A courier in memory, spoken to by real requests; every answer is judged by the form of a sender. */
export const testCourier = async (more: Partial<MockOptions> = {}): Promise<TestCourier> => {
  const defects: unknown[] = [];
  const faults: string[] = [];
  let keyCount = 0;
  const mock = await createMock({
    registry,
    role: 'courier',
    partyId: 'COURIER1',
    name: '模拟快递',
    baseUrl: 'https://courier.test',
    counterparties: [
      counterparty(PLATFORM, 'platform'),
      counterparty(OTHER_PLATFORM, 'platform'),
      counterparty(HUB, 'hub'),
      counterparty(REGULATOR, 'regulator'),
    ],
    world: {},
    seed: 1,
    store: memoryStore(),
    worldStart: START,
    clockMode: 'FROZEN',
    wallClock: () => Date.parse(START),
    send: async () => ({ status: 200, body: '' }),
    fetch: async () => new Response(null, { status: 503 }),
    wait: async () => {},
    environment: 'SANDBOX',
    unknownMembers: 'STRICT',
    developmentTokens: true,
    onDefect: (error) => defects.push(error),
    ...more,
  });

  const call: TestCourier['call'] = async (method, path, body, sent = {}) => {
    keyCount += 1;
    const key = sent.key ?? `00000000-0000-4000-8000-${String(keyCount).padStart(12, '0')}`;
    const token = sent.as === '' ? undefined : mock.developmentTokens.get(sent.as ?? PLATFORM);
    const response = await mock.fetch(
      new Request(`https://courier.test/v1${path}`, {
        method,
        headers: {
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
          'OpenWaybill-Version': SPOKEN_VERSION,
          ...(method === 'POST' ? { 'Idempotency-Key': key } : {}),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...sent.headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    const got: Got = {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
    const operation = operationOf(method, `/v1${path.split('?')[0]}`);
    // a lost answer says nothing
    if (operation !== undefined && response.type !== 'error')
      for (const fault of faultsOfAnswer(operation, response, got.body))
        faults.push(`${operation.name}: ${fault}`);
    await mock.settled();
    return got;
  };

  const events: TestCourier['events'] = (type, to = PLATFORM) =>
    mock.system.transact(to, async (unit) =>
      (await unit.list({ collection: 'event', owner: to })).flatMap(({ body }) => {
        const event = body as { readonly type: string; readonly data: Record<string, unknown> };
        faults.push(...faultsOfEvent(event));
        return event.type === `org.openwaybill.${type}` ? [event.data] : [];
      }),
    );

  return {
    mock,
    call,
    events,
    defects,
    faults,
    advance: async (milliseconds, as = PLATFORM) => {
      const now = await mock.system.transact(as, async (_, at) => Date.parse(at));
      await mock.system.advance(as, now + milliseconds);
      await mock.settled();
    },
  };
};

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

const item = {
  lineNo: 1,
  categoryCode: 'FOOD',
  name: '茶叶礼盒',
  quantity: { value: 2, unit: 'C62' },
  weightGrams: 500,
} as const;

/** An order of one box of tea from a store of no existence to a masked consignee. */
export const submission = (
  orderNo = 'SO-1',
  more: Partial<OrderSubmission> = {},
): OrderSubmission => ({
  orderNo,
  channel: 'APP',
  orderedAt: '2026-11-11T00:00:00+08:00',
  shipper: {
    kind: 'ORGANISATION',
    party: { partyId: '91210200MA0000002Q', role: 'merchant', name: '海风百货（演示）' },
    pickupAddress: {
      region: { countryCode: 'CN', regionCode: '210211', regionCodeVersion: 'NBS-2023' },
      line: '演示路 12 号 3 号仓',
    },
  },
  consignee: {
    consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4',
    contactMasked: { nameMasked: '张**', phoneMasked: '*******8000' },
    addressMasked: {
      provinceName: '辽宁省',
      cityName: '大连市',
      districtName: '中山区',
      townName: '海军广场街道',
      tail: '****',
      regionCode: '210202',
      regionCodeVersion: 'NBS-2023',
    },
  },
  packages: [plan('P1')],
  service: { product: 'STANDARD' },
  payMode: 'MONTHLY',
  ...more,
});

export const plan = (packageId: string, weightGrams = 1200) => ({
  packageId,
  items: [item],
  weightGrams,
});

export const creation = (
  orderNo = 'SO-1',
  more: Partial<WaybillCreation> = {},
): WaybillCreation => ({
  orderNo,
  packageId: 'P1',
  allocationMode: 'ON_CREATE',
  carrierAccountId: 'ACC-0001',
  labelFormat: 'SVG_100X180',
  ...more,
});

/** Records a scan of a parcel of the platform, as a scanner or test control does. */
export const scan = (
  { mock: { system } }: TestCourier,
  waybillNo: string,
  eventCode: string,
  more: Partial<Observation> = {},
): Promise<Recorded> =>
  system.transact(PLATFORM, (unit, now) =>
    recordObservation(system, unit, now, PLATFORM, {
      waybillNo,
      eventCode: eventCode as Observation['eventCode'],
      ...more,
    }),
  );

/** Submits an order of these packages and binds a number to each; answers the numbers. */
export const ship = async (
  courier: TestCourier,
  orderNo = 'SO-1',
  packageIds: readonly string[] = ['P1'],
): Promise<readonly string[]> => {
  await courier.call(
    'POST',
    '/orders',
    submission(orderNo, { packages: packageIds.map((packageId) => plan(packageId)) }),
  );
  const numbers: string[] = [];
  for (const packageId of packageIds) {
    const made = await courier.call('POST', '/waybills', creation(orderNo, { packageId }));
    numbers.push(made.body?.waybillNo);
  }
  return numbers;
};
