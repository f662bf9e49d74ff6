import { expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { closed } from './_servers.ts';
import { quietIo, started } from './_systems.ts';

test('a mock server names the address that clients use', async () => {
  const address = 'https://sandbox.example';
  const given = ['--role', 'courier', '--auth', 'strict', '--public-url', address];
  const port = await closed();
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
