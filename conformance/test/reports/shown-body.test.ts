import { expect, test } from 'vitest';
import { lineOf, shownAddress, shownBody } from '../../src/reports/shown-body.ts';

test.each([
  [
    'a member of class business keeps its value',
    { given: [{ channel: 'APP' }, 'OrderSubmission'], want: '"channel": "APP"' },
  ],
  [
    'a personal member is its class and kind',
    {
      given: [{ remark: '放在张三丰家门口' }, 'OrderSubmission'],
      want: '"remark": <personal: note.freetext>',
    },
  ],
  [
    'a reference of a person is its class and kind',
    {
      given: [{ orderNo: 'OW-1' }, 'OrderSubmission'],
      want: '"orderNo": <pseudonymous: document-number>',
    },
  ],
  [
    'a member that the schema does not name is hidden',
    { given: [{ phone: '19900000001' }, 'OrderSubmission'], want: '"phone": <unknown: string>' },
  ],
  [
    'a body without a schema shows its shape alone',
    { given: [{ phone: '19900000001' }, undefined], want: '"phone": <unknown: string>' },
  ],
  [
    'null is shown as what it is',
    { given: [{ phone: null }, undefined], want: '"phone": <unknown: null>' },
  ],
  [
    'an event is read by the schema of its type',
    {
      given: [
        {
          type: 'org.openwaybill.order.status.changed',
          data: { orderNo: 'OW-1', revision: 3 },
        },
        'CloudEvent',
      ],
      want: '"revision": 3',
    },
  ],
] as const)('%s', (_title, { given: [value, name], want }) => {
  const { lines } = shownBody(value, name);
  expect(lines.map(({ text }) => text.trim().replace(/,$/, ''))).toContain(want);
});

test('hiding is told, so that a command does not copy a placeholder', () => {
  expect(shownBody({ channel: 'APP' }, 'OrderSubmission').hides).toBe(false);
  expect(shownBody({ orderNo: 'OW-1' }, 'OrderSubmission').hides).toBe(true);
});

test.each([
  ['a member', { given: '/channel', want: '  "channel": "APP"' }],
  ['a missing member is its object', { given: '/consignee/nameMasked', want: '{' }],
  ['the whole', { given: '', want: '{' }],
  ['a token with a slash', { given: '/a~1b', want: '  "a/b": <unknown: number>,' }],
])('a pointer finds the line of %s', (_title, { given, want }) => {
  const { lines } = shownBody({ 'a/b': 1, channel: 'APP' }, 'OrderSubmission');
  expect(lines[lineOf(lines, given)]?.text).toBe(want);
});

test.each([
  [
    'an order number in a path is hidden',
    {
      given: 'http://system.test/v1/orders/OW-1/cancel',
      want: '/v1/orders/<pseudonymous: document-number>/cancel',
    },
  ],
  ['a path without values is whole', { given: 'http://a.test/v1/orders', want: '/v1/orders' }],
  [
    'a page size is shown',
    { given: 'http://a.test/v1/orders?limit=5', want: '/v1/orders?limit=5' },
  ],
  [
    'a query that nobody described is hidden',
    { given: 'http://a.test/v1/orders?q=1', want: '/v1/orders?q=<unknown: string>' },
  ],
  [
    'the random end of an inbox is hidden',
    { given: 'http://a.test/inbox/8KZ2/x1y2', want: '/inbox/<unknown: string>/<unknown: string>' },
  ],
])('%s', (_title, { given, want }) => expect(shownAddress(given).text).toBe(want));
