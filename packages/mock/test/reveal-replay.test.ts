import { describe, expect, test } from 'vitest';
import { COURIER, type Exchange, exchange, MERCHANT, nextKey } from './exchange.ts';
import { type Parcel, REGISTERED, ship } from './shipped-parcel.ts';

const REVEALS = '/v1/consignee-reveals';
const BINDINGS = '/v1/contact-bindings';
const PERSON = { partyId: 'PERSON1', role: 'consignee', name: '张三丰' } as const;

/** A parcel of a person whom a merchant registered, bound to a courier's waybill. */
const shipped = async (): Promise<Exchange & { readonly parcel: Parcel }> => {
  const parties = await exchange({
    platform: {
      counterparties: [
        { partyId: COURIER, role: 'courier', name: COURIER, baseUrl: 'https://courier.test' },
        { partyId: MERCHANT, role: 'merchant', name: MERCHANT },
        PERSON,
      ],
    },
  });
  const { parcel } = await ship(parties, {
    ...REGISTERED,
    contact: { ...REGISTERED.contact, name: PERSON.name },
  });
  return { ...parties, parcel };
};

const wait = (parties: Exchange, by: string) =>
  parties.toPlatform('POST', '/v1/test-controls/clock/advance', { by });

/** A claim that a second person approved: three uses, none of them gone. */
const approved = async (parties: Exchange & { readonly parcel: Parcel }): Promise<string> => {
  for (const eventCode of ['PICKED_UP', 'LOST']) {
    await parties.toCourier('POST', '/v1/test-controls/clock/advance', { by: 'PT1H' });
    await parties.toCourier('POST', '/v1/test-controls/scans', {
      carrierCode: 'ZZ',
      waybillNo: parties.parcel.waybillNo,
      eventCode,
    });
    await parties.settled();
  }
  const { body } = await parties.toPlatform('POST', REVEALS, {
    ...parties.parcel,
    purpose: 'SERVICE_CLAIM',
    fields: ['NAME'],
    justification: '理赔调查需要核对姓名。',
    actor: { actorId: 'emp_9f3k2m', kind: 'SYSTEM' },
    authentication: 'MFA',
  });
  const { revealId } = body;
  await parties.act('platform', 'DECIDE_REVEAL', { revealId, approve: true });
  return `${REVEALS}/${revealId}/read`;
};

describe('a repeated key of a grant with several uses', () => {
  test('shows the fields for a minute after its own answer', async () => {
    const parties = await shipped();
    const path = await approved(parties);
    const [first, second] = [nextKey(), nextKey()];
    const read = async (key: string) => {
      const { status, body } = await parties.toPlatform('POST', path, undefined, { key });
      return [status, body.fields?.name, body.remainingUseCount];
    };
    expect(await read(first)).toEqual([200, PERSON.name, 2]);
    await wait(parties, 'PT50S');
    expect(await read(second)).toEqual([200, PERSON.name, 1]);
    // each of them is still within its minute, and uses nothing up
    expect(await read(first)).toEqual([200, PERSON.name, 1]);
    expect(await read(second)).toEqual([200, PERSON.name, 1]);
    await wait(parties, 'PT20S');
    expect(await read(first)).toEqual([200, undefined, 1]);
    expect(await read(second)).toEqual([200, PERSON.name, 1]);
    expect(parties.faults).toEqual([]);
  });

  test('shows no field when another answer used the last use up', async () => {
    const parties = await shipped();
    const path = await approved(parties);
    const keys = [nextKey(), nextKey(), nextKey()];
    const read = async (key: string | undefined) =>
      (await parties.toPlatform('POST', path, undefined, key === undefined ? {} : { key })).body
        .fields?.name;
    for (const key of keys) expect(await read(key)).toBe(PERSON.name);
    expect(await read(keys[0])).toBe(undefined);
    expect(await read(keys[2])).toBe(PERSON.name);
    expect(parties.faults).toEqual([]);
  });
});

type Shipped = Exchange & { readonly parcel: Parcel };

const ENDS: readonly {
  readonly given: string;
  readonly happens: (parties: Shipped, bindingId: string) => Promise<unknown>;
  readonly want: readonly [number, string];
}[] = [
  {
    given: 'the binding was released',
    happens: ({ toPlatform }, bindingId) => toPlatform('DELETE', `${BINDINGS}/${bindingId}`),
    want: [404, 'NOT_FOUND'],
  },
  {
    given: 'the binding has ended',
    happens: (parties) => wait(parties, 'PT2H'),
    want: [404, 'NOT_FOUND'],
  },
  {
    given: 'the person was erased',
    happens: ({ toPlatform, parcel }) =>
      toPlatform('DELETE', `/v1/consignees/${parcel.consigneeRef}`, undefined, {
        as: PERSON.partyId,
      }),
    want: [404, 'NOT_FOUND'],
  },
  {
    given: 'the agreement is suspended',
    happens: async ({ toPlatform }) => {
      const { items } = (await toPlatform('GET', '/v1/agreements')).body;
      for (const { agreementId } of items)
        await toPlatform('POST', `/v1/agreements/${agreementId}/suspend`);
    },
    want: [403, 'AGREEMENT_MISSING'],
  },
];

describe('a repeated key of a binding', () => {
  const bind = (parties: Shipped, key: string, model = 'AXN_EXT') =>
    parties.toPlatform(
      'POST',
      BINDINGS,
      { ...parties.parcel, purpose: 'FULFIL_CONTACT', model, ttl: 'PT1H' },
      { key },
    );

  test('answers the same number, and no second one', async () => {
    const parties = await shipped();
    const key = nextKey();
    const first = await bind(parties, key);
    const again = await bind(parties, key);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(again.headers.get('Idempotency-Replayed')).toBe('true');
    expect(parties.faults).toEqual([]);
  });

  test.each(ENDS)('ends where $given', async ({ happens, want }) => {
    const parties = await shipped();
    const key = nextKey();
    const first = await bind(parties, key);
    expect(first.status).toBe(201);
    await happens(parties, first.body.bindingId);
    const again = await bind(parties, key);
    expect([again.status, again.body.code]).toEqual(want);
    expect(JSON.stringify(again.body)).not.toContain(first.body.number);
    expect(parties.faults).toEqual([]);
  });

  test.each(['AXN_EXT', 'CLICK_TO_CALL'])(
    'keeps nothing that reaches anybody (%s)',
    async (model) => {
      const parties = await shipped();
      const { body } = await bind(parties, nextKey(), model);
      const kept = await parties.platform.system.transact(COURIER, async (unit) =>
        JSON.stringify(await unit.list({ collection: 'idempotency' })),
      );
      expect(kept).toContain(body.bindingId);
      expect(kept).not.toContain(body.number ?? body.callUrl);
    },
  );
});
