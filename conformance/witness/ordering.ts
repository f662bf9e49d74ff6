import { createHash, randomUUID } from 'node:crypto';
import type { Bag } from './form.ts';
import type { Outgoing } from './outgoing.ts';
import type { Store } from './store.ts';
import type { Person, Vault } from './vault.ts';
import { type Client, type Route, refuse, route, type World } from './wire.ts';

/** What this platform can be made to do. */
export const ACTIONS = [
  'SUBMIT_ORDER',
  'CREATE_WAYBILL',
  'CANCEL_ORDER',
  'REPLAY_EVENTS',
  'CREATE_SUBSCRIPTION',
  'DECIDE_REVEAL',
  'OPEN_AFTER_SALES',
  'SIGN_AGREEMENT',
  'COUNTER_AGREEMENT',
];
const NAMES = ['张三丰', '李清露', '王语嫣', '赵敏君', '周芷若'];
const ROADS = ['虚构路', '演示街', '样例大道'];

/** What the platform does as a caller, when test control asks for it. */
export const openOrdering = (
  { partyId, url, clients, later }: World,
  { stamp }: Store,
  vault: Vault,
  { meet, ask }: Outgoing,
  inside: {
    readonly decide: (revealId: string, isApproved: boolean) => string | undefined;
    readonly sign: (agreementId: string) => Bag | undefined;
    readonly counter: (agreementId: string) => Bag | undefined;
  },
) => {
  const runs = new Map<string, { readonly owner: string; state: string; result?: Bag }>();
  /** A person from a word: the same word gives the same one, on numbers of fiction. */
  const invented = (orderNo: string, seed: string): Person => {
    const digest = createHash('sha256').update(seed).digest();
    const pick = <T>(from: readonly T[], at: number): T =>
      from[(digest[at] ?? 0) % from.length] as T;
    const tail = String(digest.readUInt16BE(4) % 10_000).padStart(4, '0');
    const merchant = clients.find(({ role }) => role === 'merchant')?.partyId ?? partyId;
    return vault.add(
      {
        orderNo,
        contact: { name: pick(NAMES, 0), mobile: `+861990000${tail}` },
        address: {
          region: {
            countryCode: 'CN',
            regionCode: '210204',
            regionCodeVersion: 'NBS-2023',
            provinceName: '辽宁省',
            cityName: '大连市',
            districtName: '沙河口区',
          },
          road: `${pick(ROADS, 1)}${(digest[2] ?? 0) + 1}号`,
          building: `${((digest[3] ?? 0) % 9) + 1}号楼`,
          unitRoom: '2单元502室',
          structured: true,
        },
        basis: 'CONTRACT',
      },
      merchant,
    );
  };
  const orderOf = (person: Person, ref: string): Bag => ({
    orderNo: person.orderNo,
    channel: 'APP',
    orderedAt: stamp(),
    shipper: {
      kind: 'ORGANISATION',
      party: { partyId: person.merchant, role: 'merchant', name: '虚构商家（演示）' },
      pickupAddress: {
        region: { countryCode: 'CN', regionCode: '210202', regionCodeVersion: 'NBS-2023' },
        line: '演示路1号仓库',
      },
    },
    consignee: { ...vault.masked(person, ref), addressQuality: 'PARSED' },
    packages: [
      {
        packageId: 'P1',
        items: [{ lineNo: 1, categoryCode: 'DAILY_GOODS', quantity: { value: 1, unit: 'C62' } }],
        weightGrams: 1000,
      },
    ],
    service: { product: 'STANDARD' },
    payMode: 'MONTHLY',
  });
  const submit = async (run: { state: string; result?: Bag }, base: string, input: Bag) => {
    const peer = await meet(base);
    if (peer === undefined) {
      run.state = 'FAILED';
      return;
    }
    const orderNo = String(input.orderNo ?? `W${randomUUID().replaceAll('-', '')}`);
    const person =
      vault.ofOrder(orderNo) ?? invented(orderNo, String(input.consigneeSeed ?? orderNo));
    const given = (one: Client): boolean =>
      one.role === 'merchant' ? one.partyId === person.merchant : one.role !== 'consignee';
    const ref = vault.refer(person, peer.partyId, 'courier');
    for (const one of clients)
      if (one.role !== 'courier' && given(one)) vault.refer(person, one.partyId, one.role);
    person.courier = { partyId: peer.partyId, base };
    ask(base, 'POST', '/v1/orders', orderOf(person, ref), ({ status, body }) => {
      const { code } = body;
      run.state = status === 201 || status === 200 ? 'SUCCEEDED' : 'FAILED';
      run.result = {
        orderNo,
        consigneeRef: ref,
        references: [...person.refs]
          .filter(([party]) => party !== peer.partyId)
          .map(([party, { role, ref: consigneeRef }]) => ({
            partyId: party,
            role,
            consigneeRef,
          })),
        ...(typeof code === 'string' ? { code } : {}),
      };
    });
  };
  const finish = (run: { state: string; result?: Bag }, isDone: boolean, result: Bag): void => {
    run.state = isDone ? 'SUCCEEDED' : 'FAILED';
    run.result = JSON.parse(JSON.stringify(result)) as Bag;
  };
  const waybill = (run: { state: string; result?: Bag }, person: Person, input: Bag): void => {
    const body = {
      orderNo: person.orderNo,
      packageId: input.packageId ?? 'P1',
      allocationMode: 'ON_CREATE',
      carrierAccountId: 'ACC-1',
      labelFormat: input.labelFormat ?? 'PDF_100X180',
    };
    ask(person.courier?.base ?? '', 'POST', '/v1/waybills', body, ({ status, body: said }) => {
      const isMade = status === 201 || status === 200;
      const { waybillNo, carrierCode, routing, code } = said;
      if (isMade) {
        const { sortingCode } = (routing ?? {}) as Bag;
        person.waybill = {
          no: String(waybillNo),
          carrierCode: String(carrierCode),
          ...(sortingCode === undefined ? {} : { sortingCode: String(sortingCode) }),
        };
      }
      finish(run, isMade, { orderNo: person.orderNo, waybillNo, code });
    });
  };
  const start = (caller: Client, body: Bag) => {
    const { action, input, counterparty } = body as {
      action: string;
      input: Bag;
      counterparty?: string;
    };
    if (!ACTIONS.includes(action))
      refuse('CODE_UNKNOWN', {
        errors: [{ pointer: '/action', rule: 'code', message: 'The list has no such code.' }],
      });
    const run: { readonly owner: string; state: string; result?: Bag } = {
      owner: caller.partyId,
      state: 'RUNNING',
    };
    const actionId = randomUUID();
    const base = (counterparty ?? '').replace(/\/$/, '');
    const person = input.orderNo === undefined ? undefined : vault.ofOrder(String(input.orderNo));
    const done = (isDone: boolean, result: Bag): void => finish(run, isDone, result);
    if (action === 'SUBMIT_ORDER') later(0, () => submit(run, base, input));
    else if (action === 'CREATE_WAYBILL') {
      if (person?.courier === undefined) refuse('NOT_FOUND');
      else waybill(run, person, input);
    } else if (action === 'CANCEL_ORDER') {
      if (person?.courier === undefined) refuse('NOT_FOUND');
      else
        ask(
          person.courier.base,
          'POST',
          `/v1/orders/${person.orderNo}/cancel`,
          { reason: input.reason ?? 'BUYER_CANCELLED' },
          ({ status, body: { outcome, code } }) =>
            done(status === 200, { orderNo: person.orderNo, outcome, code }),
        );
    } else if (action === 'REPLAY_EVENTS') {
      const query =
        input.cursor === undefined ? '' : `?cursor=${encodeURIComponent(String(input.cursor))}`;
      ask(base, 'GET', `/v1/events${query}`, undefined, ({ status, body: { events, code } }) =>
        done(status === 200, { eventCount: (events as unknown[] | undefined)?.length, code }),
      );
    } else if (action === 'CREATE_SUBSCRIPTION')
      ask(
        base,
        'POST',
        '/v1/event-subscriptions',
        {
          subscriptionId: randomUUID(),
          callbackUrl: input.callbackUrl ?? `${url}/v1/event-inbox`,
          eventTypes: input.eventTypes ?? ['org.openwaybill.tracking.event.recorded'],
          signing: 'V1A',
        },
        ({ status, body: { subscriptionId, code } }) =>
          done(status === 201, { subscriptionId, code }),
      );
    else if (action === 'DECIDE_REVEAL') {
      const status = inside.decide(String(input.revealId), input.approve !== false);
      done(status !== undefined, { revealId: input.revealId, status });
    } else if (action === 'SIGN_AGREEMENT' || action === 'COUNTER_AGREEMENT') {
      const id = String(input.agreementId);
      const terms = action === 'SIGN_AGREEMENT' ? inside.sign(id) : inside.counter(id);
      done(terms !== undefined, { agreementId: id, revision: terms?.revision });
    } else {
      const found = vault.ofWaybill(String(input.waybillNo));
      if (found === undefined) return refuse('NOT_FOUND');
      found.hasCase = true;
      done(true, { waybillNo: input.waybillNo });
    }
    runs.set(actionId, run);
    return { status: 202, body: { actionId } };
  };
  const routes: readonly Route[] = [
    route('listTestControls', 'GET', '/v1/test-controls', () => ({
      status: 200,
      body: { commands: [{ name: 'ACTIONS', actions: ACTIONS }, { name: 'PARCELS' }] },
    })),
    route(
      'triggerTestAction',
      'POST',
      '/v1/test-controls/actions',
      ({ caller, body }) => start(caller, body),
      { form: 'TestActionRequest' },
    ),
    route('getTestAction', 'GET', '/v1/test-controls/actions/*', ({ caller, path: [id = ''] }) => {
      const run = runs.get(id);
      if (run === undefined || run.owner !== caller.partyId) return refuse('NOT_FOUND');
      const { owner: _owner, ...body } = run;
      return { status: 200, body };
    }),
  ];
  return { routes };
};
