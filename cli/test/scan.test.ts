import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { corpusOf } from '@openwaybill/privacy/scan';
import { describe, expect, test } from 'vitest';
import type { Io } from '../src/io.ts';
import { main } from '../src/main.ts';
import { memoryIo } from './_memory-io.ts';

const PHONE = '19900001234';
const person = corpusOf(() => 0.5).canary(0);
const base64 = (text: string) => Buffer.from(text).toString('base64');

const har = JSON.stringify({
  log: {
    version: '1.2',
    entries: [
      {
        request: {
          method: 'GET',
          url: `https://courier.test/api/v1/orders?phone=${PHONE}`,
          headers: [{ name: 'X-Recipient', value: encodeURIComponent('签收人：张三丰 签收') }],
        },
        response: { status: 404, headers: [], content: { text: '' } },
      },
      {
        request: {
          method: 'POST',
          url: 'https://platform.test/v1/consignees',
          headers: [],
          postData: {
            text: JSON.stringify({
              orderNo: 'O1',
              contact: { name: '张三丰', mobile: `+86${PHONE}` },
              note: `call ${PHONE}`,
            }),
          },
        },
        response: {
          status: 201,
          headers: [],
          content: {
            text: JSON.stringify({
              consignee: { contactMasked: { nameMasked: '张**', phoneMasked: '199****1234' } },
            }),
          },
        },
      },
    ],
  },
});

const exchange = {
  kind: 'exchange',
  seq: 7,
  operation: 'receiveEvent',
  eventType: 'org.openwaybill.order.changed',
  request: {
    method: 'POST',
    url: 'https://us.test/v1/event-inbox',
    headers: [['webhook-id', 'msg_1']],
    body: {
      utf8: JSON.stringify({ id: 'msg_1', data: { orderNo: 'O1', contact: { name: '张三丰' } } }),
    },
  },
  response: { status: 204, headers: [] },
};

const scan = async (
  files: Readonly<Record<string, string>>,
  words: readonly string[],
  more: Partial<Io> = {},
) => {
  const io = memoryIo(files, more);
  const code = await main(['scan', ...words], io);
  return {
    code,
    out: io.stdout,
    err: io.stderr.join('\n'),
    all: [...io.stdout, ...io.stderr].join('\n'),
  };
};

describe('what is found, and where', () => {
  test.each([
    [
      'a line of a log',
      { 'app.log': `started\nsent to ${PHONE}\n` },
      ['app.log'],
      ['app.log:2  +8  mobile (plain)'],
    ],
    [
      'a member of a line',
      { 'a.ndjson': `{"ok":true}\n{"order":{"contact":{"name":"张三丰"}}}\n` },
      ['a.ndjson'],
      ['a.ndjson:2  /order/contact/name  name (in a member for it)'],
    ],
    [
      'a document',
      { 'a.json': JSON.stringify({ list: [{ remark: '138****8000' }] }) },
      ['a.json'],
      ['a.json:1  /list/0/remark  weak-mask (a number with less than six digits hidden)'],
    ],
    [
      'addresses, headers and bodies of a HAR file',
      { 'a.har': har },
      ['a.har'],
      [
        'a.har:1  url  /log/entries/0  +41  mobile (plain)',
        'a.har:1  request header x-recipient  /log/entries/0  +0  name (announced by its sentence)',
        'a.har:1  request body  /log/entries/1/note  mobile (plain)',
        'a.har:1  response body  /log/entries/1/consignee/contactMasked/phoneMasked  weak-mask (no form of phone-1)',
      ],
    ],
    [
      'an event of a transcript',
      { 't.owt.ndjson': JSON.stringify(exchange) },
      ['t.owt.ndjson'],
      ['t.owt.ndjson:1  request body data  /contact/name  name (in a member for it)'],
    ],
    [
      'what a message of the standard has no place for',
      { 'o.json': JSON.stringify({ name: '张三丰', mobile: `+86${PHONE}`, memo: PHONE }) },
      ['o.json', '--schema', 'Contact'],
      ['o.json:1  /memo  mobile (plain)'],
    ],
    [
      'what is wrapped in base64',
      { '-': `token=${base64(`{"contact":{"mobile":"+86${PHONE}"}}`)}` },
      ['-'],
      ['<stdin>:1  +6  mobile (with a country code, in base64)'],
    ],
  ] as const)('%s', async (_title, files, words, want) => {
    const { code, out, all } = await scan(files, words);
    expect(out.slice(0, -1)).toEqual(want);
    expect(code).toBe(1);
    for (const value of [PHONE, '张三丰', '138****8000']) expect(all).not.toContain(value);
  });
});

test('a program gets one document', async () => {
  const { code, out } = await scan({ '-': `x ${PHONE}` }, ['-', '--json']);
  expect(code).toBe(1);
  expect(JSON.parse(out.join(''))).toEqual({
    files: 1,
    pieces: 1,
    findings: [{ file: '<stdin>', line: 1, offset: 2, kind: 'mobile', form: 'plain' }],
    unread: [],
  });
});

test('nothing found is no promise, and exit code 0', async () => {
  const { code, out } = await scan({ 'a.log': '张** *******1234\n' }, ['a.log']);
  expect({ code, out }).toEqual({
    code: 0,
    out: ['1 file, 1 part: none found in what was looked at'],
  });
  expect((await scan({ 'a.log': '好\n' }, ['a.log', '--lang', 'zh'])).out).toEqual([
    '1 个文件、1 处内容：在所检查的范围内未发现',
  ]);
});

test('known people are found in every form', async () => {
  const people = JSON.stringify([{ id: 'p1', name: person.name, mobile: person.mobile }]);
  const number = person.mobile.slice(3);
  const given = [
    `token ${createHash('sm3').update(number).digest('hex')}`,
    `packed ${gzipSync(`{"n":"${person.name}"}`).toString('base64')}`,
    'nobody',
  ].join('\n');
  const { code, out, all } = await scan({ 'p.json': people, 'a.log': given }, [
    'a.log',
    '--canaries',
    'p.json',
  ]);
  expect(code).toBe(1);
  expect(out.slice(0, -1)).toEqual([
    'a.log:1  +6  known-person (phone of p1, plain, sm3 in hex)',
    'a.log:2  +7  known-person (name of p1, plain, in base64, in gzip)',
  ]);
  expect(all).not.toContain(number);
});

test('public numbers may be allowed', async () => {
  const files = {
    'a.log': 'call 400-000-0034 or 0571-00000066',
    'ok.txt': '+86 571 00000066\n0571 00000066\n',
  };
  expect((await scan(files, ['a.log'])).code).toBe(1);
  expect((await scan(files, ['a.log', '--allow', 'ok.txt'])).code).toBe(0);
});

test('a big file shows how far it is, where somebody watches', async () => {
  const drawn: string[] = [];
  const line = `${'x'.repeat(1000)}\n`;
  const { code } = await scan({ 'big.log': line.repeat(9000) }, ['big.log'], {
    isTerminal: true,
    draw: (text) => void drawn.push(text),
  });
  expect(code).toBe(0);
  expect(drawn[0]).toMatch(/^big\.log: \d+ MiB$/);
  expect(drawn.at(-1)).toBe('');
});

test.each([
  ['no file', { given: ['none.log'], want: 'none.log' }],
  ['no list of people', { given: ['a.log', '--canaries', 'a.log'], want: 'lists no people' }],
  [
    'an unknown message',
    { given: ['a.log', '--schema', 'OrderSubmision'], want: 'OrderSubmission' },
  ],
  ['no file of public numbers', { given: ['a.log', '--allow', 'none.txt'], want: 'none.txt' }],
])('%s is wrong use', async (_title, { given, want }) => {
  const { code, err } = await scan({ 'a.log': 'x' }, given);
  expect(code).toBe(2);
  expect(err).toContain(want);
});
