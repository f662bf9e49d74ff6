import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { pdfPrinter } from '../../src/node.ts';
import { creation, ship, submission, type TestCourier, testCourier } from '../mock-courier.ts';
import { labelFonts, readLabel } from './read-label.ts';

const labelPdf = pdfPrinter(labelFonts);

const FORMATS = ['SVG_100X180', 'SVG_76X130', 'PDF_100X180', 'PDF_76X130', 'ZPL'] as const;

const labelOf = async (courier: TestCourier, waybillNo: string, format: string) => {
  const got = await courier.call('GET', `/waybills/${waybillNo}/label?format=${format}`);
  const content = Buffer.from(got.body.content, 'base64');
  return { got, content, ...(await readLabel(format, content)) };
};

/** Rows of a text put together again. */
const joined = (text: string): string => text.replaceAll('\n', '');

const NUMBER_AND_TOKEN = (waybillNo: string) =>
  new RegExp(`^QRCode ${waybillNo}\\.lt1_[A-Za-z0-9_-]{21}[AQgw]$`);

test.each(FORMATS)('a label in %s holds number, token and masked words only', async (format) => {
  const courier = await testCourier({ labelPdf });
  const remark = 'SENTINEL-REMARK';
  await courier.call('POST', '/orders', submission('SO-1', { remark }));
  const made = await courier.call('POST', '/waybills', creation('SO-1', { labelFormat: format }));
  const { waybillNo, label } = made.body;
  const { got, content, codes, text, metadata } = await labelOf(courier, waybillNo, format);
  expect(got.body).toEqual(label);
  expect(got.headers.get('Cache-Control')).toBe('no-store');
  expect(label.contentSha256).toBe(createHash('sha256').update(content).digest('hex'));
  expect(codes).toEqual([
    `Code128 ${waybillNo}`,
    expect.stringMatching(NUMBER_AND_TOKEN(waybillNo)),
  ]);
  for (const want of [
    waybillNo,
    '张**',
    '*******8000',
    '辽宁省大连市中山区海军广场街道****',
    '2102-02-01',
    '海风百货（演示）',
    '食品',
  ])
    expect(joined(text)).toContain(want);
  for (const never of [remark, '茶叶', '演示路', 'cr1_', 'SO-1', 'ACC-0001', waybillNo])
    expect(metadata.join('\n')).not.toContain(never);
  for (const never of [remark, '茶叶', '演示路', 'cr1_', 'SO-1', 'ACC-0001'])
    expect(joined(text)).not.toContain(never);
  expect(courier.faults).toEqual([]);
});

test('a PDF says who wrote it and nothing about the parcel', async () => {
  const courier = await testCourier({ labelPdf });
  const [waybillNo = ''] = await ship(courier);
  const { metadata } = await labelOf(courier, waybillNo, 'PDF_100X180');
  const said = metadata.filter((one) => !/=(null|false|true)$/.test(one));
  expect(said.map((one) => one.split('=')[0]).sort()).toEqual([
    'CreationDate',
    'Creator',
    'Language',
    'PDFFormatVersion',
    'Producer',
  ]);
});

test('an SVG has no title, description, comment or link', async () => {
  const courier = await testCourier();
  const [waybillNo = ''] = await ship(courier);
  const { metadata, content } = await labelOf(courier, waybillNo, 'SVG_100X180');
  expect(metadata).toEqual([]);
  expect(content.toString()).not.toMatch(/href|url\(|@import|data:|<style|<script/);
});

test.each([
  ['SVG_100X180', 100],
  ['SVG_76X130', 76],
] as const)('in any font no text of %s runs off it', async (format, width) => {
  const courier = await testCourier();
  const [waybillNo = ''] = await ship(courier);
  const { content } = await labelOf(courier, waybillNo, format);
  const all = content.toString().match(/<text /g);
  const set = [...content.toString().matchAll(/<text x="([0-9.]+)"[^>]* textLength="([0-9.]+)"/g)];
  expect(set).toHaveLength(all?.length ?? 0);
  expect(Math.max(...set.map(([, x, length]) => Number(x) + Number(length)))).toBeLessThan(width);
});

test.each(['SVG_100X180', 'PDF_100X180'])(
  'a label in %s is the same bytes each time',
  async (format) => {
    const [first, second] = await Promise.all(
      [1, 2].map(async () => {
        const courier = await testCourier({ labelPdf });
        const [waybillNo] = await ship(courier);
        return (await courier.call('GET', `/waybills/${waybillNo}/label?format=${format}`)).body;
      }),
    );
    expect(first).toEqual(second);
  },
);

test('a token is random, and stays with its waybill', async () => {
  const courier = await testCourier();
  const numbers = await ship(courier, 'SO-1', ['P1', 'P2']);
  const codes: string[] = [];
  for (const waybillNo of [...numbers, ...numbers])
    codes.push((await labelOf(courier, waybillNo, 'ZPL')).codes[1]?.split('.')[1] ?? '');
  expect(codes[0]).toBe(codes[2]);
  expect(codes[1]).toBe(codes[3]);
  expect(new Set(codes).size).toBe(2);
});

test('every label that goes out is in the log, without its number', async () => {
  const courier = await testCourier();
  const [waybillNo = ''] = await ship(courier);
  await labelOf(courier, waybillNo, 'ZPL');
  const leaves = await courier.mock.system.transact('PLATFORM1', async (unit) =>
    (await unit.list({ collection: 'audit' })).map(({ body }) => JSON.stringify(body)),
  );
  const issued = leaves.filter((leaf) => leaf.includes('LABEL_ISSUED'));
  expect(issued).toHaveLength(2);
  expect(issued.join('')).not.toMatch(new RegExp(`${waybillNo}|cr1_|lt1_`));
});

test('without a printer of PDF that format is refused', async () => {
  const courier = await testCourier();
  await courier.call('POST', '/orders', submission());
  for (const labelFormat of ['PDF_100X180', 'X_FUTURE']) {
    const made = await courier.call('POST', '/waybills', { ...creation(), labelFormat });
    expect(made.body).toMatchObject({
      code: 'RULE_VIOLATION',
      errors: [{ pointer: '/labelFormat' }],
    });
  }
  const [waybillNo] = await ship(courier, 'SO-2');
  const read = await courier.call('GET', `/waybills/${waybillNo}/label?format=PDF_100X180`);
  expect(read.body).toMatchObject({ status: 400, code: 'PARAMETER_INVALID' });
  expect(courier.faults).toEqual([]);
});

test('a format of a later list is made as the fallback', async () => {
  const courier = await testCourier({ labelPdf });
  await courier.call('POST', '/orders', submission());
  const labelFormat = 'X_FUTURE';
  const made = await courier.call('POST', '/waybills', { ...creation(), labelFormat });
  expect(made.body.label.format).toBe('PDF_100X180');
});

test('a second print needs a reason', async () => {
  const courier = await testCourier();
  const [waybillNo] = await ship(courier);
  const print = (reprintReason?: string) =>
    courier.call('POST', `/waybills/${waybillNo}/print-confirmations`, {
      printedAt: '2026-11-11T00:00:00+08:00',
      copyCount: 1,
      ...(reprintReason === undefined ? {} : { reprintReason }),
    });
  expect((await print()).body).toMatchObject({ printCount: 1, revision: 3 });
  expect((await print()).body).toMatchObject({ code: 'RULE_VIOLATION' });
  expect((await print('纸张卡住')).body).toMatchObject({ printCount: 2, revision: 4 });
  expect(await courier.events('waybill.status.changed')).toHaveLength(2);
});

test('a person who sends is masked like one who receives', async () => {
  const courier = await testCourier();
  const { consignee } = submission();
  const shipper = {
    kind: 'PERSON' as const,
    consignorRef: 'cr1_8OHSw7Sllod4aVpLPC0eDwL',
    contactMasked: { nameMasked: '李**', phoneMasked: '*******0001' },
    addressMasked: { ...consignee.addressMasked, road: '样例路', building: '虚构大厦' },
  };
  await courier.call('POST', '/orders', submission('SO-1', { shipper }));
  const made = await courier.call('POST', '/waybills', creation());
  const { text } = await labelOf(courier, made.body.waybillNo, 'SVG_100X180');
  expect(text).toContain('李**  *******0001');
  expect(text).not.toMatch(/样例路|虚构大厦/);
});

test.each([
  ['HEALTH', '日用品'],
  ['COSMETICS', '日用品'],
  ['BOOKS', '图书文具'],
  ['X_FUTURE', '其他'],
])('goods of %s are printed as %s', async (categoryCode, want) => {
  const courier = await testCourier();
  const order = submission();
  const [first] = order.packages;
  const items = (first?.items ?? []).map((item) => ({ ...item, categoryCode }));
  const packages = [{ packageId: 'P1', items }];
  await courier.call('POST', '/orders', { ...order, packages });
  const made = await courier.call('POST', '/waybills', creation());
  const { text } = await labelOf(courier, made.body.waybillNo, 'ZPL');
  expect(text.split('\n')).toContain(want);
});

test('a building is printed only where the agreement names it', async () => {
  const { consignee } = submission();
  const addressMasked = { ...consignee.addressMasked, road: '样例路1号', building: '虚构大厦' };
  const where = async (isNamed: boolean) => {
    const courier = await testCourier();
    if (isNamed)
      await courier.mock.system.transact('PLATFORM1', async (unit) => {
        const [row] = await unit.list({ collection: 'agreement', owner: 'PLATFORM1' });
        if (row === undefined) throw new Error('a sandbox hands out an agreement');
        const agreement = row.body as { readonly grants: readonly object[] };
        const grant = {
          messageName: 'AddressMasked',
          pointer: '/building',
          toRole: 'courier',
          maxClass: 'pseudonymous',
        };
        unit.put({ ...row, body: { ...agreement, grants: [...agreement.grants, grant] } });
      });
    const order = submission('SO-1', { consignee: { ...consignee, addressMasked } });
    await courier.call('POST', '/orders', order);
    const made = await courier.call('POST', '/waybills', creation());
    return joined((await labelOf(courier, made.body.waybillNo, 'SVG_100X180')).text);
  };
  expect(await where(false)).toContain('海军广场街道****');
  expect(await where(true)).toContain('海军广场街道样例路1号虚构大厦****');
});

test.each(['SVG_100X180', 'PDF_100X180', 'ZPL'])(
  'during an interruption a label in %s is number and token alone',
  async (format) => {
    const courier = await testCourier({ labelPdf });
    const [waybillNo = ''] = await ship(courier);
    const before = await labelOf(courier, waybillNo, format);
    const started = await courier.call('POST', '/test-controls/interruptions', {
      noticeClass: 'UNPLANNED',
      modules: ['order'],
      duration: 'PT1H',
    });
    expect(started.status).toBe(201);
    const { got, codes, text } = await labelOf(courier, waybillNo, format);
    expect(got.body.areas).toEqual(['CODE']);
    expect(codes).toEqual(before.codes);
    expect(text.split('\n')).toEqual([waybillNo, '降级面单：仅印运单号与面单令牌']);
  },
);

test.each([
  ['PDF_76X130', 73.5],
  ['PDF_100X180', 96.5],
])('a row of a label in %s ends inside its frame', async (labelFormat, most) => {
  const courier = await testCourier({ labelPdf });
  const { consignee } = submission();
  const addressMasked = {
    ...consignee.addressMasked,
    districtName: '一个名字非常非常长的自治县',
    townName: '一个名字同样非常非常长的民族乡',
  };
  const order = submission('SO-1', { consignee: { ...consignee, addressMasked } });
  await courier.call('POST', '/orders', order);
  const more = { labelFormat: labelFormat as 'PDF_76X130' };
  const made = await courier.call('POST', '/waybills', creation('SO-1', more));
  const { rowEnds = [] } = await labelOf(courier, made.body.waybillNo, labelFormat);
  expect(rowEnds.length).toBeGreaterThan(12);
  expect(Math.max(...rowEnds)).toBeLessThanOrEqual(most);
});

test.each(
  [
    'ZZ010000000016',
    'RB123456785GB',
    'X-0000-0000-Y',
    '106141412345678908',
    'X'.repeat(34),
  ].flatMap((waybillNo) =>
    ['SVG_76X130', 'PDF_76X130'].map((format) => [waybillNo, format] as const),
  ),
)('the codes of %s in %s read back from the picture', async (waybillNo, format) => {
  const courier = await testCourier({ labelPdf });
  await courier.call('POST', '/orders', submission());
  const supplied = creation('SO-1', { allocationMode: 'SUPPLIED', waybillNo });
  await courier.call('POST', '/waybills', supplied);
  const { codes } = await labelOf(courier, waybillNo, format);
  expect(codes).toEqual([
    `Code128 ${waybillNo}`,
    expect.stringMatching(NUMBER_AND_TOKEN(waybillNo)),
  ]);
});
