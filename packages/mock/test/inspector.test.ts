import { registry } from '@openwaybill/schemas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TIMER_WORDS } from '../inspector/timers.ts';
import { inspectorPage } from '../src/generate/inspector.ts';
import type { Coverage, RequestDetail, Timeline, Views } from '../src/inspector/wire.ts';
import { timers } from '../src/timers/index.ts';
import { readScenario } from '../src/world/read-scenario.ts';
import { writtenScenario } from '../src/world/written-scenario.ts';
import { type Inspected, inspectedCourier, liveADay } from './inspected-courier.ts';
import { submission } from './mock-courier.ts';

let courier: Inspected;
let numbers: readonly string[];

beforeAll(async () => {
  courier = await inspectedCourier(await inspectorPage());
  numbers = await liveADay(courier, ['01', '14']);
}, 60_000);

afterAll(() => courier.close());

const read = async <T>(path: string): Promise<T> =>
  (await (await courier.call('GET', path)).json()) as T;

type Requests = { readonly requests: readonly { readonly seq: number; readonly path: string }[] };

/** The last request whose path begins so. */
const detailOf = async (start: string): Promise<RequestDetail> => {
  const { requests } = await read<Requests>('/_mock/requests');
  const found = requests.findLast(({ path }) => path.startsWith(start));
  return read(`/_mock/requests/${found?.seq}`);
};

test('the page needs no token and tells those of development', async () => {
  const answer = await fetch(`${courier.url}/_mock/`);
  const text = await answer.text();
  const told = /<script type="application\/json" id="here">([^<]*)/.exec(text)?.[1] ?? '';
  expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
  expect(JSON.parse(told)).toMatchObject({
    role: 'courier',
    tenants: [{ partyId: 'SHOPONE', token: courier.mock.developmentTokens.get('SHOPONE') }],
  });
});

test('everything that time brings about has words in both languages', () => {
  const kinds = ['deliver', ...Object.keys(timers)].sort();
  expect(Object.keys(TIMER_WORDS).sort()).toEqual(kinds);
  for (const { en, zh } of Object.values(TIMER_WORDS))
    expect([en !== '', /[一-龥]/.test(zh)]).toEqual([true, true]);
});

test('the page asks nobody but its own server for anything', async () => {
  const text = await inspectorPage();
  expect(text).toContain("connect-src 'self'");
  expect(text.match(/<(?:link|script|img|iframe)[^>]+(?:src|href)="(?!data:)[^"]*"/g)).toBeNull();
});

test('a page asked for by another name is told no token', async () => {
  const answer = await courier.mock.fetch(new Request('http://rebound.example/_mock/'));
  expect(await answer.text()).toContain('"tenants":[]');
});

test('a refused request is shown with its findings and their sentences', async () => {
  const { requests } = await read<Requests>('/_mock/requests');
  const refused = requests.find((one) => 'problem' in one && one.problem === 'SCHEMA_VIOLATION');
  const detail = await read<RequestDetail>(`/_mock/requests/${refused?.seq}`);
  expect(detail.requestFindings.map(({ rule }) => rule)).toContain('required');
  expect(detail.requestFindings.every(({ message }) => message.en !== message.zh)).toBe(true);
  expect(detail.sentences.length).toBeGreaterThan(0);
  expect(detail.requestHeaders.authorization).toBe('Bearer …');
});

test('only what came after is asked for', async () => {
  const { requests } = await read<Requests>('/_mock/requests');
  const last = requests.at(-1)?.seq ?? 0;
  await courier.call('GET', '/v1/orders');
  const { requests: later } = await read<Requests>(`/_mock/requests?after=${last}`);
  expect(later.map(({ path }) => path)).toEqual(['/v1/orders']);
});

test('a body that may be of a real person is hidden', async () => {
  const note = 'call 13912345678';
  await courier.call('POST', '/v1/orders', submission('SO-9', { buyerNote: note } as never));
  const detail = await detailOf('/v1/orders');
  expect(detail.requestBody).toBeUndefined();
  expect(detail.hidden.request?.sightings).toEqual([{ kind: 'mobile', form: 'plain' }]);
  expect(JSON.stringify(detail)).not.toContain('13912345678');
});

test('the fold of a parcel is told step by step', async () => {
  const timeline = await read<Timeline>(`/_mock/timeline/${numbers[1]}`);
  expect(timeline).toMatchObject({ status: 'DELIVERED', scenario: '14', terminal: true });
  expect(timeline.scans.map(({ part }) => part)).toContain('WITHDRAWN');
  expect(timeline.scans.at(-1)?.after).toBe('DELIVERED');
  const moves = timeline.scans.map(({ before }, at) => [before, timeline.scans[at - 1]?.after]);
  expect(moves.slice(1).every(([before, after]) => before === after)).toBe(true);
});

test('what happened to a parcel is a scenario that others can live', async () => {
  for (const waybillNo of numbers) {
    const { scans, orderStatus, ...parcel } = await read<Timeline>(`/_mock/timeline/${waybillNo}`);
    const events = scans.toSorted((a, b) => a.arrival - b.arrival).map(({ event }) => event);
    const lived = { ...parcel, orderStatus: orderStatus ?? '', events };
    const scenario = writtenScenario(lived, '21');
    expect(readScenario(scenario, registry)).toEqual({ ok: true, scenario });
    expect(scenario.ends).toMatchObject({ parcel: parcel.status, order: 'COMPLETED' });
  }
});

test('the difference of two moments names what was made between them', async () => {
  type Moments = { readonly moments: readonly { readonly seq: number }[] };
  const before = (await read<Moments>('/_mock/moments')).moments.at(-1)?.seq;
  await courier.call('POST', '/v1/orders', submission('SO-7'));
  const after = (await read<Moments>('/_mock/moments')).moments.at(-1)?.seq;
  const { changed } = await read<{
    readonly changed: readonly { collection: string; id: string; before?: unknown }[];
  }>(`/_mock/differences?from=${before}&to=${after}`);
  const made = changed.find(({ collection }) => collection === 'order');
  expect(made).toMatchObject({ id: 'SHOPONE/SO-7' });
  expect(made).not.toHaveProperty('before');
  const { revisions } = await read<{ readonly revisions: readonly unknown[] }>(
    '/_mock/revisions?collection=order&id=SHOPONE%2FSO-7',
  );
  expect(revisions.length).toBeGreaterThan(0);
});

test('every party is shown with what it sees and may ask for', async () => {
  const views = await read<Views>(`/_mock/views?waybillNo=${numbers[0]}`);
  expect(views.stage).toBe('DELIVERED');
  expect(views.viewers.filter(({ leaks }) => leaks.length > 0)).toEqual([]);
  const courierCore = views.viewers.find(({ viewer }) => viewer === 'COURIER_CORE');
  expect(courierCore?.served).toMatchObject({
    view: 'MASKED',
    value: { contactMasked: { nameMasked: '张**' } },
  });
});

test('coverage counts what was met and nothing else', async () => {
  const { groups } = await read<Coverage>('/_mock/coverage');
  const met = Object.fromEntries(
    groups.map(({ kind, items }) => [
      kind,
      items.filter(({ count }) => count > 0).map(({ id }) => id),
    ]),
  );
  expect(met.operations).toContain('create-waybill');
  expect(met.operations).not.toContain('file-claim');
  expect(met.states).toContain('DELIVERED');
  expect(met.transitions).toContain('OUT_FOR_DELIVERY → DELIVERED');
  expect(met.problems).toContain('SCHEMA_VIOLATION');
  expect(met.events).toContain('tracking.event.recorded');
  expect(met.codes).toContain('PICKED_UP');
});

test('another tenant is shown nothing of this one', async () => {
  const two = await inspectedCourier('', {
    counterparties: [
      { partyId: 'SHOPONE', role: 'platform', name: '示例电商' },
      { partyId: 'SHOPTWO', role: 'platform', name: '另一电商' },
    ],
  });
  const [made] = await liveADay(two, ['01']);
  const asOther = async (path: string) =>
    two.mock.fetch(
      new Request(two.url + path, {
        headers: { Authorization: `Bearer ${two.mock.developmentTokens.get('SHOPTWO')}` },
      }),
    );
  expect((await asOther(`/_mock/timeline/${made}`)).status).toBe(404);
  expect(await (await asOther('/_mock/requests')).json()).toEqual({ requests: [] });
  const moments = await (await asOther('/_mock/moments')).text();
  expect(moments).not.toContain(made);
  expect((await asOther(`/_mock/views?waybillNo=${made}`)).status).toBe(404);
  await two.close();
});
