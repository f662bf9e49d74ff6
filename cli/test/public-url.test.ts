import { listen } from '@openwaybill/mock/node';
import { expect, test } from 'vitest';
import { nodeIo } from '../src/io.ts';
import { main } from '../src/main.ts';
import { networkShore } from '../src/sandbox/shore.ts';
import { free } from './_servers.ts';
import { quietIo, started } from './_systems.ts';

test('a mock server names the address that clients use', async () => {
  const address = 'https://sandbox.example';
  const given = ['--role', 'courier', '--auth', 'strict', '--public-url', address];
  const port = await free();
  const { parties, stop } = await started(
    ...given,
    '--port',
    new URL(port).port,
    '--store',
    'memory',
  );
  const answer = await fetch(`${port}/.well-known/openwaybill`);
  const { endpoints } = (await answer.json()) as { endpoints: object };
  expect(await stop()).toBe(0);
  expect(parties.map(({ url }) => url)).toEqual([address]);
  expect(endpoints).toMatchObject({ api: address, token: `${address}/oauth/token` });
});

test.each([
  ['of a server for this machine arrives at any', true, undefined, 204],
  ['of a server for others arrives at its own', true, 'own', 204],
  ['of a server for others arrives at no other', false, 'other', 0],
])('an event %s address of loopback', async (_title, isReached, kind, status) => {
  let count = 0;
  const receiver = await listen(
    async () => {
      count += 1;
      return new Response(null, { status: 204 });
    },
    { port: 0, hostname: '127.0.0.1' },
  );
  const own = kind === 'own' ? [receiver.url] : [];
  const shore = networkShore(nodeIo(), kind === undefined ? undefined : new Set(own));
  const attempt = await shore.send({ url: `${receiver.url}/hooks`, headers: {}, body: '{}' });
  await receiver.close();
  expect([attempt.status, count > 0]).toEqual([status, isReached]);
});

test('a server for others is at an address that can be called', async () => {
  const { parties, stop } = await started('--auth', 'strict', '--public', '--store', 'memory');
  const answers = await Promise.all(parties.map(({ url }) => fetch(`${url}/v1/health`)));
  expect(await stop()).toBe(0);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
});

const STRICT = ['--auth', 'strict'];
test.each([
  ['for which of two roles is not said', ['https://a.example'], STRICT, 'courier, platform'],
  ['of a role that is not played', ['hub=https://a.example'], STRICT, 'courier, platform'],
  ['twice', ['courier=https://a.example', 'courier=https://b.example'], STRICT, 'one address'],
  ['with a path', ['courier=https://a.example/ow'], STRICT, 'without a path'],
  ['without TLS', ['courier=http://a.example'], STRICT, 'https address'],
  ['that is none', ['courier=sandbox'], STRICT, 'https address'],
  ['of others, with development tokens', ['courier=https://a.example'], [], '--auth strict'],
  ['for a run', ['courier=http://localhost:9'], ['--record', 'run.json'], 'without a port'],
])('a public address %s is refused', async (_title, addresses, more, want) => {
  for (const language of ['en', 'zh']) {
    const io = quietIo(Promise.resolve());
    const argv = ['mock', '--port', '0', ...more, '--lang', language, '--public-url', ...addresses];
    expect(await main(argv, io)).toBe(2);
    const said = io.stderr.join('\n');
    if (language === 'en') expect(said).toContain(want);
    else expect(said).toMatch(/[一-龥]/);
  }
});
