import { expect, test } from 'vitest';
import { checkCommand, curlOf } from '../../src/reports/repeat.ts';
import { exchange, result } from './given.ts';

test('what nothing hides is sent from a heredoc, byte for byte', () => {
  expect(curlOf(exchange(), false)).toBe(`curl -sS -i -X POST http://system.test/v1/orders \\
  -H "Authorization: Bearer $OPENWAYBILL_TOKEN" \\
  -H 'Content-Type: application/json' \\
  --data-binary @- <<'BODY'
{"orderNo":"OW-1-1","channel":"APP","remark":"放在张三丰家门口"}
BODY`);
});

test('what a card hides is read from its line of the transcript', () => {
  const command = curlOf(exchange(), true);
  expect(command).toContain('sed -n 4p transcript.owt.ndjson');
  expect(command).toContain('sent body.utf8 | curl -sS -i -X POST "$(sent url)"');
  expect(command).not.toContain('OW-1-1');
});

test('a header cannot leave its quotes', () => {
  const { request, ...rest } = exchange();
  const headers = [['If-Match', "'; rm -rf / #"]] as const;
  expect(curlOf({ ...rest, request: { ...request, headers } }, false)).toContain(
    `-H 'If-Match: '\\''; rm -rf / #'`,
  );
});

test('a body that holds the end of the heredoc is read from the transcript', () => {
  const { request, ...rest } = exchange();
  const body = { utf8: '{"a":"\nBODY\n"}' };
  expect(curlOf({ ...rest, request: { ...request, body } }, false)).toContain('sent body.utf8 |');
});

test.each([
  [
    'a whole run',
    { given: undefined, want: 'openwaybill check http://system.test --role courier --seed 42' },
  ],
  [
    'a part of a run',
    {
      given: ['WBL-*', 'discovery'],
      want: "openwaybill check http://system.test --role courier --only 'WBL-*' discovery --seed 42",
    },
  ],
])('the command repeats %s', (_title, { given, want }) =>
  expect(checkCommand(result(), given)).toBe(want),
);
