import { expect, test } from 'vitest';
import { isLoopback } from '../src/doctor/loopback.ts';
import { unreached } from '../src/doctor/network.ts';

const failing = (...codes: readonly string[]): Error =>
  codes.reduceRight<Error | undefined>(
    (cause, code) => Object.assign(new Error('fetch failed', { cause }), { code }),
    undefined,
  ) ?? new Error('fetch failed');

test.each<[string, { given: Error; want: RegExp }]>([
  ['a network without a way', { given: failing('ENETUNREACH'), want: /no way leads there/ }],
  ['a connection that nobody takes', { given: failing('ETIMEDOUT'), want: /no answer in time/ }],
  [
    'a deadline',
    {
      given: new DOMException('over', 'TimeoutError') as unknown as Error,
      want: /no answer in time/,
    },
  ],
  ['an answer without end', { given: failing('UND_ERR_BODY_TIMEOUT'), want: /no answer in time/ }],
  ['a broken pipe', { given: failing('EPIPE'), want: /connection was reset/ }],
  [
    'the cause behind an error',
    { given: failing('UND_ERR', 'ECONNREFUSED'), want: /nothing listens there/ },
  ],
  [
    'a certificate that was called back',
    { given: failing('CERT_REVOKED'), want: /certificate is not taken \(CERT_REVOKED\)/ },
  ],
  ['a port without TLS', { given: failing('ERR_SSL_WRONG_VERSION_NUMBER'), want: /no TLS/ }],
  ['what is not known', { given: failing('EWEIRD'), want: /no HTTP\/1\.1 .*EWEIRD/ }],
])('%s is told by its name', (_title, { given, want }) => {
  const { code, text } = unreached('http://courier.test', given);
  expect(code).toBe(5);
  expect(text.en).toMatch(want);
});

test.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['127.8.0.1', true],
  ['[::1]', true],
  ['localhost.example', false],
  ['127.example', false],
  ['::10', false],
])('that %s is this machine is %s', (host, want) => expect(isLoopback(host)).toBe(want));
