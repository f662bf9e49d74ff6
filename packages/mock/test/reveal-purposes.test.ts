import { describe, expect, test } from 'vitest';
import {
  type Carried,
  CORE,
  LAST_MILE,
  MERCHANT,
  revealWorld,
  SELF_SHIPPING,
  SOFTWARE,
} from './reveal-world.ts';

const REVEALS = '/v1/consignee-reveals';
const ACTOR = 'emp_9f3k2m';

type Row = {
  readonly given: string;
  readonly as: string;
  readonly purpose: string;
  readonly fields: readonly string[];
  readonly where?: Carried;
  readonly about?: 'consignor';
  readonly more?: Readonly<Record<string, unknown>>;
  readonly want: readonly [status: number, ...rest: readonly string[]];
};

/** One reveal through the interface: its status with the fields that it shows, or with the code of the refusal. */
const revealed = async ({ as, purpose, fields, where = {}, about, more = {} }: Row) => {
  const world = await revealWorld();
  const { waybillNo, refOf } = await world.parcel(where);
  const { status, body } = await world.call(as, REVEALS, {
    ...(await refOf(as, about)),
    waybillNo,
    purpose,
    fields,
    actor: { actorId: ACTOR, kind: 'COURIER' },
    authentication: 'MFA',
    ...more,
  });
  expect(world.faults).toEqual([]);
  const { phone, ...shown } = body.fields ?? {};
  // no purpose of these shows the number itself
  expect(phone).not.toBe('+8619900000001');
  return {
    ends: status === 201 ? [status, ...Object.keys(shown).sort()] : [status, body.code],
    grant: body,
    again: (path: string) => world.call(as, path, {}),
  };
};

const SELF_SHIP: readonly Omit<Row, 'purpose'>[] = [
  {
    given: 'a merchant that delivers by itself',
    as: SELF_SHIPPING,
    fields: ['NAME', 'PHONE', 'ADDRESS'],
    want: [201, 'address', 'name', 'phoneKind'],
  },
  {
    given: 'software that acts for it',
    as: SOFTWARE,
    fields: ['ADDRESS'],
    want: [201, 'address'],
  },
  {
    given: 'a parcel at a point',
    as: SELF_SHIPPING,
    fields: ['PHONE'],
    where: { scans: [['PICKED_UP'], ['OUT_FOR_DELIVERY', ACTOR], ['DEPOSITED_STATION']] },
    want: [201, 'phoneKind'],
  },
  {
    given: 'a merchant whose agreement has no such purpose',
    as: MERCHANT,
    fields: ['NAME'],
    want: [403, 'PURPOSE_NOT_GRANTED'],
  },
  {
    given: 'a courier',
    as: CORE,
    fields: ['NAME'],
    want: [403, 'PURPOSE_NOT_GRANTED'],
  },
  {
    given: 'the delivery note as well',
    as: SELF_SHIPPING,
    fields: ['ADDRESS', 'DELIVERY_NOTE'],
    want: [403, 'PURPOSE_FIELD_MISMATCH'],
  },
  {
    given: 'a parcel that was delivered',
    as: SELF_SHIPPING,
    fields: ['NAME'],
    where: { scans: [['PICKED_UP'], ['OUT_FOR_DELIVERY', ACTOR], ['DELIVERED']] },
    want: [403, 'STAGE_NOT_PERMITTED'],
  },
  {
    given: 'a parcel on its way back',
    as: SELF_SHIPPING,
    fields: ['NAME'],
    where: { scans: [['PICKED_UP'], ['RETURN_STARTED']] },
    want: [403, 'STAGE_NOT_PERMITTED'],
  },
];

const PICKUP: Carried = { carrier: LAST_MILE, scans: [['PICKUP_ASSIGNED', ACTOR]] };
const JUSTIFIED = { justification: '上门收件时核对寄件人证件。' };

const REAL_NAME: readonly Omit<Row, 'purpose'>[] = [
  {
    given: 'the person who was sent to pick it up',
    as: LAST_MILE,
    about: 'consignor',
    fields: ['NAME'],
    where: PICKUP,
    more: JUSTIFIED,
    want: [201, 'name'],
  },
  {
    given: 'another person',
    as: LAST_MILE,
    about: 'consignor',
    fields: ['NAME'],
    where: { ...PICKUP, scans: [['PICKUP_ASSIGNED', 'emp_other']] },
    more: JUSTIFIED,
    want: [403, 'ASSIGNMENT_REQUIRED'],
  },
  {
    given: 'a parcel that nobody was sent for',
    as: LAST_MILE,
    about: 'consignor',
    fields: ['NAME'],
    where: { carrier: LAST_MILE },
    more: JUSTIFIED,
    want: [403, 'ASSIGNMENT_REQUIRED'],
  },
  {
    given: 'the address as well',
    as: LAST_MILE,
    about: 'consignor',
    fields: ['NAME', 'ADDRESS'],
    where: PICKUP,
    more: JUSTIFIED,
    want: [403, 'PURPOSE_FIELD_MISMATCH'],
  },
  {
    given: 'a parcel that was picked up',
    as: LAST_MILE,
    about: 'consignor',
    fields: ['NAME'],
    where: { ...PICKUP, scans: [['PICKUP_ASSIGNED', ACTOR], ['PICKED_UP']] },
    more: JUSTIFIED,
    want: [403, 'STAGE_NOT_PERMITTED'],
  },
  {
    given: 'the person who receives',
    as: LAST_MILE,
    fields: ['NAME'],
    where: PICKUP,
    more: JUSTIFIED,
    want: [403, 'PURPOSE_NOT_GRANTED'],
  },
  {
    given: 'a headquarters',
    as: CORE,
    about: 'consignor',
    fields: ['NAME'],
    where: { ...PICKUP, carrier: CORE },
    more: JUSTIFIED,
    want: [403, 'PURPOSE_NOT_GRANTED'],
  },
  {
    given: 'no word of why',
    as: LAST_MILE,
    about: 'consignor',
    fields: ['NAME'],
    where: PICKUP,
    want: [422, 'RULE_VIOLATION'],
  },
];

const DELIVERING: readonly Omit<Row, 'purpose' | 'fields' | 'want'>[] = [
  {
    given: 'whoever is out with the parcel',
    as: LAST_MILE,
    where: { carrier: LAST_MILE, scans: [['PICKED_UP'], ['OUT_FOR_DELIVERY', ACTOR]] },
  },
  {
    given: 'whoever was sent to pick it up',
    as: LAST_MILE,
    about: 'consignor',
    where: PICKUP,
  },
  {
    given: 'whoever takes it back',
    as: LAST_MILE,
    about: 'consignor',
    where: {
      carrier: LAST_MILE,
      scans: [['PICKED_UP'], ['RETURN_STARTED'], ['DELIVERY_ASSIGNED', ACTOR]],
    },
  },
];

test.each(DELIVERING.map((row, at) => ({ ...row, purpose: 'FULFIL_DELIVER', isThere: at === 0 })))(
  'the exact point goes to $given: $isThere',
  async ({ isThere, ...row }) => {
    const { grant } = await revealed({ ...row, fields: ['ADDRESS'], want: [201] });
    expect(grant.fields.address.road).toBe('虚构路8号');
    expect('geo' in grant.fields.address).toBe(isThere);
  },
);

test('who tried to deliver learns of the sender by bringing it back alone', async () => {
  const { ends } = await revealed({
    given: 'whoever was out with the parcel',
    as: LAST_MILE,
    about: 'consignor',
    purpose: 'FULFIL_DELIVER',
    fields: ['ADDRESS'],
    where: {
      carrier: LAST_MILE,
      scans: [['PICKED_UP'], ['OUT_FOR_DELIVERY', ACTOR], ['RETURN_STARTED']],
    },
    want: [403],
  });
  expect(ends).toEqual([403, 'ASSIGNMENT_REQUIRED']);
});

test('the exact point goes to no merchant that delivers by itself', async () => {
  const { grant } = await revealed({
    given: 'a merchant',
    as: SELF_SHIPPING,
    purpose: 'FULFIL_SELF_SHIP',
    fields: ['ADDRESS'],
    want: [201],
  });
  expect(grant.fields.address).not.toHaveProperty('geo');
});

describe.each([
  { purpose: 'FULFIL_SELF_SHIP', rows: SELF_SHIP },
  { purpose: 'COMPLIANCE_REAL_NAME', rows: REAL_NAME },
])('$purpose', ({ purpose, rows }) => {
  test.each(rows)('of $given ends with $want', async (row) => {
    expect((await revealed({ ...row, purpose })).ends).toEqual(row.want);
  });

  test('is good for half an hour and one use', async () => {
    const [first] = rows;
    if (first === undefined) throw new Error('the table is empty');
    const { grant, again } = await revealed({ ...first, purpose });
    expect(grant).toMatchObject({
      status: 'CONSUMED',
      remainingUseCount: 0,
      expiresAt: '2026-11-11T00:30:00.000Z',
    });
    const { status, body } = await again(`${REVEALS}/${grant.revealId}/read`);
    expect([status, body.code]).toEqual([410, 'GRANT_EXPIRED']);
  });
});

test('a failed attempt leaves a person the phone for a day and no longer', async () => {
  const world = await revealWorld();
  const { waybillNo, refOf } = await world.parcel({
    carrier: LAST_MILE,
    scans: [['PICKED_UP'], ['OUT_FOR_DELIVERY', ACTOR], ['DELIVERY_ATTEMPT_FAILED']],
  });
  const about = { ...(await refOf(LAST_MILE)), waybillNo, purpose: 'FULFIL_DELIVER' };
  const actor = { actorId: ACTOR, kind: 'COURIER' };
  const ask = () =>
    world.call(LAST_MILE, REVEALS, { ...about, fields: ['PHONE'], actor, authentication: 'MFA' });
  const bind = () =>
    world.call(LAST_MILE, '/v1/contact-bindings', { ...about, model: 'AXB', ttl: 'P2D' });
  const [grant, binding] = [await ask(), await bind()];
  // the third scan was two minutes after the first, and that an hour before the world began
  const end = '2026-11-11T23:02:00.000Z';
  expect([grant, binding].map(({ status, body }) => [status, body.expiresAt])).toEqual([
    [201, end],
    [201, end],
  ]);
  await world.wait(LAST_MILE, 24 * 3_600_000);
  for (const late of [await ask(), await bind()])
    expect([late.status, late.body.code]).toEqual([403, 'STAGE_NOT_PERMITTED']);
  const read = await world.call(LAST_MILE, `${REVEALS}/${grant.body.revealId}/read`, {});
  expect([read.status, read.body.code]).toEqual([410, 'GRANT_EXPIRED']);
  expect(world.faults).toEqual([]);
});
