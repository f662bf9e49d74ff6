import { clientCredentials } from '@openwaybill/client/auth';
import { expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { partyCredentials } from '../src/sandbox/parties.ts';
import { NOBODY } from './_servers.ts';
import { quietIo, started } from './_systems.ts';

const ALONE = ['--store', 'memory', '--role', 'platform'];
const COURIER = 'ZZEXPRESS';

/** Whether a courier gets a token of a platform with the key that follows from a seed. */
const isKnown = async (baseUrl: string, seed: number): Promise<boolean> => {
  const source = clientCredentials({
    baseUrl,
    ...(await partyCredentials(seed, COURIER, 'courier')),
  });
  return source().then(
    () => true,
    () => false,
  );
};

test('a peer has the name and the keys that it publishes', async () => {
  const courier = await started('--store', 'memory', '--role', 'courier', '--seed', '2');
  const [{ url } = { url: '' }] = courier.parties;
  const platform = await started(...ALONE, '--peer', `courier=${url}/`);
  const [{ url: at } = { url: '' }] = platform.parties;
  const known = [await isKnown(at, 2), await isKnown(at, 1)];
  expect([await platform.stop(), await courier.stop()]).toEqual([0, 0]);
  expect(platform.parties).toMatchObject([
    { role: 'platform', peers: [{ role: 'courier', url, partyId: COURIER }] },
  ]);
  expect(known).toEqual([true, false]);
});

test('a peer that is not there yet is that of the sandbox', async () => {
  const platform = await started(...ALONE, '--peer', `courier=${NOBODY}`);
  const [{ url: at } = { url: '' }] = platform.parties;
  const known = await isKnown(at, 1);
  expect(await platform.stop()).toBe(0);
  expect(platform.parties).toMatchObject([{ peers: [{ role: 'courier', url: NOBODY }] }]);
  expect(known).toBe(true);
});

test.each([
  ['without its role', ['http://localhost:1'], [], 'courier, service-point'],
  ['of a role that is played', ['platform=http://localhost:1'], [], 'courier, service-point'],
  ['of a role that nobody has', ['carrier=http://localhost:1'], [], 'courier, service-point'],
  ['twice', ['courier=http://localhost:1', 'courier=http://localhost:2'], [], 'one address'],
  ['without an address', ['courier=there'], [], 'base address'],
  ['for a run', ['courier=http://localhost:1'], ['--record', 'run.json'], '--record'],
])('a peer %s is refused', async (_title, addresses, more, want) => {
  for (const language of ['en', 'zh']) {
    const io = quietIo(Promise.resolve());
    const argv = ['mock', '--port', '0', ...ALONE, ...more, '--lang', language, '--peer'];
    expect(await main([...argv, ...addresses], io)).toBe(2);
    const said = io.stderr.join('\n');
    if (language === 'en') expect(said).toContain(want);
    else expect(said).toMatch(/[一-龥]/);
  }
});

test('a peer that is no system of the standard is refused', async () => {
  const courier = await started('--store', 'memory', '--role', 'courier');
  const [{ url } = { url: '' }] = courier.parties;
  const io = quietIo(Promise.resolve());
  const code = await main(['mock', ...ALONE, '--port', '0', '--peer', `hub=${url}`], io);
  expect(await courier.stop()).toBe(0);
  expect([code, io.stderr.join('\n')]).toEqual([2, expect.stringContaining('claims courier')]);
});
