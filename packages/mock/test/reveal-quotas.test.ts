import { describe, expect, test } from 'vitest';
import { CORE, LAST_MILE, MERCHANT, type RevealWorld, revealWorld } from './reveal-world.ts';

const REVEALS = '/v1/consignee-reveals';
const MOST_ITEMS = 20;
const HOUR = 3_600_000;

type Asked = Readonly<Record<string, unknown>>;

const ask = (of: Asked, actorId: string, more: Asked = {}): Asked => ({
  purpose: 'SERVICE_NAME_CHECK',
  fields: ['NAME'],
  actor: { actorId, kind: 'SYSTEM' },
  authentication: 'MFA',
  ...of,
  ...more,
});

/** Asks for all of them in as few batches as may be: the status and code of each, counted. */
const askAll = async (
  { call }: RevealWorld,
  as: string,
  items: readonly Asked[],
): Promise<Readonly<Record<string, number>>> => {
  const counts: Record<string, number> = {};
  for (let at = 0; at < items.length; at += MOST_ITEMS) {
    const { body } = await call(as, `${REVEALS}/batch`, {
      items: items.slice(at, at + MOST_ITEMS),
    });
    for (const { status, problem } of body.results) {
      const end = problem === undefined ? String(status) : `${status} ${problem.code}`;
      counts[end] = (counts[end] ?? 0) + 1;
    }
  }
  return counts;
};

const times = (count: number, of: Asked): readonly Asked[] =>
  Array.from({ length: count }, () => of);

const refusal = async ({ call }: RevealWorld, as: string, body: Asked) => {
  const answer = await call(as, REVEALS, body);
  return {
    end: [answer.status, answer.body.code],
    wait: Number(answer.headers.get('Retry-After')),
    fields: answer.body.fields,
  };
};
const OVER = [429, 'REVEAL_QUOTA_EXCEEDED'];

describe('a merchant that asks for names', () => {
  const merchant = async () => {
    const world = await revealWorld();
    const { waybillNo, refOf } = await world.parcel();
    return { world, of: { waybillNo, ...(await refOf(MERCHANT)) } };
  };

  test('has sixty an hour for one person, and goes on with another', async () => {
    const { world, of } = await merchant();
    expect(await askAll(world, MERCHANT, times(60, ask(of, 'emp_busy')))).toEqual({ 201: 60 });
    expect(await refusal(world, MERCHANT, ask(of, 'emp_busy'))).toEqual({
      end: OVER,
      wait: 3600,
      fields: undefined,
    });
    expect(await askAll(world, MERCHANT, [ask(of, 'emp_busy'), ask(of, 'emp_idle')])).toEqual({
      '429 REVEAL_QUOTA_EXCEEDED': 1,
      201: 1,
    });
    await world.wait(MERCHANT, HOUR);
    expect((await world.call(MERCHANT, REVEALS, ask(of, 'emp_busy'))).status).toBe(201);
    expect(world.faults).toEqual([]);
  });

  test('has a hundred an hour for all its persons together', async () => {
    const { world, of } = await merchant();
    const items = ['emp_1', 'emp_2'].flatMap((actorId) => times(50, ask(of, actorId)));
    expect(await askAll(world, MERCHANT, items)).toEqual({ 201: 100 });
    expect((await refusal(world, MERCHANT, ask(of, 'emp_3'))).end).toEqual(OVER);
    expect(world.faults).toEqual([]);
  });

  test('has more where it sells more: five in a hundred of a day', async () => {
    const { world, of } = await merchant();
    await world.sell(MERCHANT, 2200);
    const items = ['emp_1', 'emp_2'].flatMap((actorId) => times(55, ask(of, actorId)));
    expect(await askAll(world, MERCHANT, items)).toEqual({ 201: 110 });
    expect((await refusal(world, MERCHANT, ask(of, 'emp_3'))).end).toEqual(OVER);
  });

  test.each([
    { given: 'nothing but this parcel', sold: 0, asked: 20, want: [403, 'STEP_UP_REQUIRED'] },
    { given: 'too few reveals for an alarm', sold: 0, asked: 19, want: [201, undefined] },
    { given: 'a twentieth of its parcels', sold: 399, asked: 20, want: [201, undefined] },
    { given: 'more than a twentieth', sold: 398, asked: 20, want: [403, 'STEP_UP_REQUIRED'] },
  ])('with $given meets the alarm: $want.0', async ({ sold, asked, want }) => {
    const { world, of } = await merchant();
    await world.sell(MERCHANT, sold);
    const once = { authentication: 'PASSWORD' };
    expect(await askAll(world, MERCHANT, times(asked, ask(of, 'emp_busy', once)))).toEqual({
      201: asked,
    });
    const next = await world.call(MERCHANT, REVEALS, ask(of, 'emp_busy', once));
    expect([next.status, next.body.code]).toEqual(want);
    expect((await world.call(MERCHANT, REVEALS, ask(of, 'emp_busy'))).status).toBe(201);
    await world.wait(MERCHANT, 24 * HOUR);
    expect((await world.call(MERCHANT, REVEALS, ask(of, 'emp_busy', once))).status).toBe(201);
    expect(world.faults).toEqual([]);
  });
});

describe('a courier that delivers', () => {
  test.each(['FULFIL_DELIVER', 'FULFIL_LABEL'])(
    'has three grants of %s for one parcel',
    async (purpose) => {
      const world = await revealWorld();
      const seal = await world.sealTo(CORE);
      const [first, second] = [await world.parcel(), await world.parcel()];
      const of = async ({ waybillNo, refOf }: typeof first) =>
        ask({ waybillNo, ...(await refOf(CORE)) }, 'emp_vault', { purpose, ...seal });
      expect(await askAll(world, CORE, times(3, await of(first)))).toEqual({ 201: 3 });
      expect((await refusal(world, CORE, await of(first))).end).toEqual(OVER);
      expect((await world.call(CORE, REVEALS, await of(second))).status).toBe(201);
      const other = purpose === 'FULFIL_LABEL' ? 'FULFIL_DELIVER' : 'FULFIL_LABEL';
      const asOther = { ...(await of(first)), purpose: other };
      expect((await world.call(CORE, REVEALS, asOther)).status).toBe(201);
      expect(world.faults).toEqual([]);
    },
  );

  test('has two hundred doors an hour for one person on the last mile', async () => {
    const world = await revealWorld();
    const door = async (actorId: string) => {
      const { waybillNo, refOf } = await world.parcel({
        carrier: LAST_MILE,
        scans: [['PICKED_UP'], ['OUT_FOR_DELIVERY', actorId]],
      });
      const delivering = { purpose: 'FULFIL_DELIVER', fields: ['ADDRESS'] };
      return ask({ waybillNo, ...(await refOf(LAST_MILE)) }, actorId, delivering);
    };
    const doors = [];
    for (let parcel = 0; parcel < 67; parcel += 1) doors.push(await door('emp_busy'));
    const items = doors.flatMap((one) => times(3, one));
    expect(await askAll(world, LAST_MILE, items)).toEqual({
      201: 200,
      '429 REVEAL_QUOTA_EXCEEDED': 1,
    });
    expect(await refusal(world, LAST_MILE, await door('emp_busy'))).toEqual({
      end: OVER,
      wait: 3600,
      fields: undefined,
    });
    expect((await world.call(LAST_MILE, REVEALS, await door('emp_idle'))).status).toBe(201);
    await world.wait(LAST_MILE, HOUR);
    expect((await world.call(LAST_MILE, REVEALS, await door('emp_busy'))).status).toBe(201);
    expect(world.faults).toEqual([]);
  });
});
