import { expect, test } from 'vitest';
import { unnamedPurposes } from '../src/doctor/clients.ts';
import { probeKeys } from '../src/doctor/document.ts';
import { isLoopback } from '../src/doctor/loopback.ts';
import { unreached } from '../src/doctor/network.ts';
import { memoryIo } from './_memory-io.ts';

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
  [
    'a port that is never asked',
    {
      given: new TypeError('fetch failed', { cause: new Error('bad port') }),
      want: /ask nothing of that port/,
    },
  ],
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

test.each<[string, { address?: string; given: () => Response; want: [string, RegExp] }]>([
  [
    'keys that can be had',
    { given: () => Response.json({ keys: [{ kid: 'a' }] }), want: ['ok', /1 at https/] },
  ],
  [
    'an empty set',
    { given: () => Response.json({ keys: [] }), want: ['preview', /200 and no keys/] },
  ],
  [
    'a page in place of keys',
    { given: () => new Response('<html>'), want: ['preview', /200 and no keys/] },
  ],
  [
    'keys behind a token',
    { given: () => new Response('{}', { status: 401 }), want: ['preview', /401 and no keys/] },
  ],
  [
    'a host that is not there',
    {
      given: () => {
        throw failing('UND_ERR', 'ENOTFOUND');
      },
      want: ['preview', /DNS/],
    },
  ],
  [
    'a path in place of an address',
    { address: '/keys', given: () => new Response(), want: ['preview', /no absolute address/] },
  ],
])('%s are told before a run', async (_title, { address = 'https://a.test/keys', given, want }) => {
  const io = memoryIo({}, { fetch: async () => given() });
  const { state, text } = await probeKeys({ endpoints: { keys: address } }, io);
  expect(state).toBe(want[0]);
  expect(text.en).toMatch(want[1]);
});

test.each<[string, { given: readonly string[][]; want: readonly string[] }]>([
  ['all of them are named', { given: [['FULFIL_LABEL'], ['SERVICE_CLAIM']], want: [] }],
  ['one is missing', { given: [['FULFIL_LABEL']], want: ['SERVICE_CLAIM'] }],
  ['without an agreement nothing is said of purposes', { given: [], want: [] }],
])('purposes that a run needs: %s', (_title, { given, want }) => {
  const claim = {
    role: 'platform',
    document: { reveal: { purposes: ['FULFIL_LABEL', 'SERVICE_CLAIM', 'CUSTOMS_DECLARATION'] } },
  } as const;
  const listed = given.map((purposes) => ({ purposes }));
  expect(unnamedPurposes(claim, listed)).toEqual(want);
});
