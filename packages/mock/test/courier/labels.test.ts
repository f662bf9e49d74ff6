import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { creation, ship, submission, testCourier } from '../mock-courier.ts';
import { readCode128 } from './read-code128.ts';

const FORMATS = ['SVG_100X180', 'SVG_76X130', 'ZPL'] as const;

test.each(FORMATS)('a label in %s holds the number and masked words only', async (format) => {
  const courier = await testCourier();
  const remark = 'SENTINEL-REMARK';
  await courier.call('POST', '/orders', submission('SO-1', { remark }));
  const made = await courier.call('POST', '/waybills', creation('SO-1', { labelFormat: format }));
  const { waybillNo, label } = made.body;
  const read = await courier.call('GET', `/waybills/${waybillNo}/label`);
  expect(read.body).toEqual(label);
  expect(read.headers.get('Cache-Control')).toBe('no-store');
  const content = Buffer.from(label.content, 'base64');
  expect(label.contentSha256).toBe(createHash('sha256').update(content).digest('hex'));
  // a long text goes on in the next row
  const text = content.toString().replace(/<[/]text>\n<text[^>]*>/g, '');
  for (const want of [
    waybillNo,
    '张**',
    '*******8000',
    '辽宁省大连市中山区海军广场街道****',
    '2102-02-01',
  ])
    expect(text).toContain(want);
  for (const never of [remark, '茶叶', '演示路', 'cr1_', 'SO-1']) expect(text).not.toContain(never);
  expect(courier.faults).toEqual([]);
});

test('a label is the same bytes each time', async () => {
  const [first, second] = await Promise.all(
    [1, 2].map(async () => {
      const courier = await testCourier();
      const [waybillNo] = await ship(courier);
      return (await courier.call('GET', `/waybills/${waybillNo}/label?format=SVG_76X130`)).body;
    }),
  );
  expect(first).toEqual(second);
});

test('a format that is not made is refused', async () => {
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

test('a row of a label is never wider than the label', async () => {
  const courier = await testCourier();
  const { consignee } = submission();
  const addressMasked = {
    ...consignee.addressMasked,
    districtName: '一个名字非常非常长的自治县',
    townName: '一个名字同样非常非常长的民族乡',
  };
  const order = submission('SO-1', { consignee: { ...consignee, addressMasked } });
  await courier.call('POST', '/orders', order);
  const made = await courier.call(
    'POST',
    '/waybills',
    creation('SO-1', { labelFormat: 'SVG_76X130' }),
  );
  const svg = Buffer.from(made.body.label.content, 'base64').toString();
  const rows = [...svg.matchAll(/font-size="([0-9.]+)">([^<]*)</g)];
  expect(rows.length).toBeGreaterThan(8);
  for (const [, size, text = ''] of rows) {
    const wide = [...text].filter((one) => one > '\u2e80').length;
    expect((wide + ([...text].length - wide) * 0.6) * Number(size)).toBeLessThanOrEqual(68);
  }
});

test.each(['ZZ010000000016', 'RB123456785GB', 'X-0000-0000-Y', '106141412345678908'])(
  'the barcode of %s reads back as the number and nothing else',
  async (waybillNo) => {
    const courier = await testCourier();
    await courier.call('POST', '/orders', submission());
    const supplied = creation('SO-1', { allocationMode: 'SUPPLIED', waybillNo });
    const made = await courier.call('POST', '/waybills', supplied);
    const svg = Buffer.from(made.body.label.content, 'base64').toString();
    expect(readCode128(svg)).toBe(waybillNo);
  },
);
