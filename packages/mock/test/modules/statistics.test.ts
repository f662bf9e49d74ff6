import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestMock, type TestMock } from '../../src/testing.ts';
import { type Caller, callerOf } from '../exchange.ts';

const month = { kind: 'MONTH', fromOn: '2026-10-01', toOn: '2026-10-31' };
const volume = (regionCode: string, value: number, more: object = {}) => ({
  reportedBy: { partyId: 'ZZEXPRESS', role: 'courier' },
  period: month,
  regionCode,
  indicator: 'PARCEL_VOLUME',
  value,
  unit: 'COUNT',
  suppressed: false,
  methodVersion: 'openwaybill-2026-11',
  personCount: value,
  merchantCount: 5,
  largestMerchantPerMille: 400,
  ...more,
});

let mock: TestMock;
let call: Caller;
let faults: string[];
beforeEach(async () => {
  faults = [];
  mock = await createTestMock({
    role: 'regulator',
    partyId: 'REG1',
    counterparties: [
      { partyId: 'ZZEXPRESS', role: 'courier', name: '模拟快递' },
      { partyId: 'SHOPONE', role: 'platform', name: '示例电商' },
    ],
  });
  call = callerOf(mock, 'https://regulator.test', 'ZZEXPRESS', faults);
});
afterEach(async () => {
  await mock.settled();
  expect(faults).toEqual([]);
});

const refusalOf = (body: { code?: string; errors?: { pointer: string; rule: string }[] }) =>
  [body.code, body.errors?.[0]?.pointer, body.errors?.[0]?.rule].filter(Boolean).join(' ');
const report = (body: object, as = 'ZZEXPRESS') =>
  call('POST', '/v1/indicator-reports', body, { as });
const read = (id: string, as = 'ZZEXPRESS') =>
  call('GET', `/v1/indicator-reports/${id}`, undefined, { as });
const list = (query = '', as = 'ZZEXPRESS') =>
  call('GET', `/v1/indicator-reports${query}`, undefined, { as });
const cause = async (id: string, fact: string): Promise<void> => {
  await call('POST', '/v1/test-controls/actions', {
    action: 'CAUSE_FACT',
    input: { collection: 'indicator-reports', resourceId: id, fact },
  });
  await mock.settled();
};

describe('a report is refused that', () => {
  test.each<[string, object, string]>([
    [
      'is of a fortnight',
      volume('210202', 100, { period: { ...month, toOn: '2026-10-14' } }),
      'RULE_VIOLATION /period/toOn STA-003',
    ],
    [
      'has a value and withholds it',
      volume('210202', 100, { suppressed: true }),
      'RULE_VIOLATION /value DSC-023',
    ],
    ['has no value', volume('210202', 100, { value: undefined }), 'RULE_VIOLATION DSC-023'],
    [
      'counts in another unit',
      volume('210202', 100, { unit: 'PER_MILLE' }),
      'RULE_VIOLATION /unit DSC-023',
    ],
    [
      'has half a parcel',
      volume('210202', 100.5, { personCount: 100 }),
      'SCHEMA_VIOLATION /value type',
    ],
    [
      'is below nought',
      volume('210202', -1, { personCount: 100 }),
      'SCHEMA_VIOLATION /value minimum',
    ],
    [
      'is of an indicator that nobody here knows',
      volume('210202', 100, { indicator: 'PARCEL_JOY' }),
      'CODE_UNKNOWN /indicator enum',
    ],
    [
      'tells a waybill',
      volume('210202', 100, { waybillNo: 'ZZ010000000016' }),
      'SCHEMA_VIOLATION additionalProperties',
    ],
    [
      'revises what nobody reported',
      volume('210202', 100, { revisesReportId: '019398a0-0000-7000-8000-000000000999' }),
      'NOT_FOUND',
    ],
    [
      'is of another party',
      volume('210202', 100, { reportedBy: { partyId: 'YYEXPRESS', role: 'courier' } }),
      'ROLE_NOT_PERMITTED',
    ],
  ])('%s', async (_title, body, want) => {
    const answer = await report(body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(refusalOf(answer.body)).toBe(want);
    expect((await list()).body.items).toEqual([]);
  });
});

test.each<[string, object, object]>([
  ['nine persons are withheld', volume('210202', 9), { suppressed: true }],
  ['ten persons are told', volume('210202', 10), { suppressed: false, value: 10 }],
  ['two merchants are withheld', volume('210202', 99, { merchantCount: 2 }), { suppressed: true }],
  [
    'a merchant above 80 per cent is withheld',
    volume('210202', 99, { largestMerchantPerMille: 801 }),
    { suppressed: true },
  ],
  ['a count is rounded to five', volume('210202', 103), { suppressed: false, value: 105 }],
  [
    'parks concern no persons',
    volume('210202', 3, { indicator: 'PARK_COUNT', personCount: 0, merchantCount: 0 }),
    { suppressed: false, value: 3 },
  ],
])('%s', async (_title, body, want) => {
  const answer = await report(body);
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject(want);
  expect('value' in answer.body).toBe('value' in want);
  expect((await read(answer.body.reportId)).body).toEqual(answer.body);
});

test('no answer tells the size of a base', async () => {
  await report(volume('210202', 100));
  expect(JSON.stringify((await list()).body)).not.toMatch(/personCount|merchant/);
});

describe('a small cell beside a total', () => {
  const idOf = async (region: string, value: number): Promise<string> =>
    (await report(volume(region, value))).body.reportId;

  test.each([
    ['reported last', ['210200', '210202', '210203', '210224']],
    ['reported first', ['210224', '210202', '210203', '210200']],
  ])('takes the next smallest with it, %s', async (_title, order) => {
    const values: Readonly<Record<string, number>> = {
      '210200': 1009,
      '210202': 700,
      '210203': 300,
      '210224': 9,
    };
    for (const region of order) await idOf(region, values[region] ?? 0);
    const cells = (await list()).body.items as { regionCode: string; suppressed: boolean }[];
    const withheld = cells.filter(({ suppressed }) => suppressed);
    expect(withheld.map(({ regionCode }) => regionCode).sort()).toEqual(['210203', '210224']);
  });

  test('takes the next smallest with the correction that waits for it', async () => {
    await idOf('210200', 1009);
    await idOf('210202', 700);
    const { reportId } = (await report(volume('210203', 300))).body;
    await cause(reportId, 'REPORT_ACCEPTED');
    const correction = await report(volume('210203', 301, { revisesReportId: reportId }));
    await idOf('210224', 9);
    for (const id of [reportId, correction.body.reportId])
      expect((await read(id)).body).toMatchObject({ suppressed: true });
  });

  test('parts that exceed their total are refused and change nothing', async () => {
    await idOf('210200', 1000);
    const before = (await list()).body;
    expect(refusalOf((await report(volume('210202', 1100))).body)).toBe(
      'RULE_VIOLATION /value STA-006',
    );
    expect((await list()).body).toEqual(before);
  });
});

test.each([
  ['a fortnight', '?fromOn=2026-10-01&toOn=2026-10-14'],
  ['two months', '?fromOn=2026-10-01&toOn=2026-11-30'],
  ['a beginning alone', '?fromOn=2026-10-01'],
  ['an end alone', '?toOn=2026-10-31'],
  ['no days', '?fromOn=2026-13-01&toOn=2026-13-31'],
])('a query over %s is refused', async (_title, query) => {
  const answer = await list(query);
  expect([answer.status, answer.body.code]).toEqual([400, 'PARAMETER_INVALID']);
});

test('a query by region, period and indicator finds what is in them', async () => {
  await report(volume('210202', 100));
  await report(volume('330106', 100));
  const found = await list(
    '?regionCode=210200&indicator=PARCEL_VOLUME&fromOn=2026-10-01&toOn=2026-10-31',
  );
  expect(found.body.items.map(({ regionCode }: { regionCode: string }) => regionCode)).toEqual([
    '210202',
  ]);
  expect((await list('?fromOn=2026-01-01&toOn=2026-12-31')).body.items).toEqual([]);
});

test('what is not published is its reporter alone to read', async () => {
  const { reportId } = (await report(volume('210202', 100))).body;
  expect((await read(reportId, 'SHOPONE')).status).toBe(404);
  expect((await list('', 'SHOPONE')).body.items).toEqual([]);
  await cause(reportId, 'REPORT_ACCEPTED');
  expect((await read(reportId, 'SHOPONE')).body.value).toBe(100);
});

test('a correction keeps the former value readable', async () => {
  const { reportId } = (await report(volume('210202', 100))).body;
  expect(refusalOf((await report(volume('210202', 120, { revisesReportId: reportId }))).body)).toBe(
    'RULE_VIOLATION /revisesReportId STA-004',
  );
  await cause(reportId, 'REPORT_ACCEPTED');
  const revision = await report(volume('210202', 120, { revisesReportId: reportId }));
  await cause(revision.body.reportId, 'REPORT_ACCEPTED');
  const [former, present] = [await read(reportId), await read(revision.body.reportId)];
  expect([former.body.status, former.body.value]).toEqual(['REVISED', 100]);
  expect([present.body.status, present.body.value]).toEqual(['PUBLISHED', 120]);
});

test('definitions come in the order of the code list, page by page', async () => {
  const first = await call('GET', '/v1/indicator-definitions?limit=10');
  const rest = await call('GET', `/v1/indicator-definitions?cursor=${first.body.nextCursor}`);
  const codes = [...first.body.items, ...rest.body.items].map(
    ({ indicator }: { indicator: string }) => indicator,
  );
  expect([codes.length, codes[0], codes.at(-1)]).toEqual([
    17,
    'PARCEL_VOLUME',
    'MASKED_LABEL_RATIO',
  ]);
});
