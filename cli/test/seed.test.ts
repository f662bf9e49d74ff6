import { describe, expect, test } from 'vitest';
import { nodeIo } from '../src/io.ts';
import { main } from '../src/main.ts';
import { type MemoryIo, memoryIo } from './_memory-io.ts';

const run = async (...words: readonly string[]): Promise<MemoryIo & { readonly code: number }> => {
  const { seeds, read, filesBelow } = nodeIo();
  const io = memoryIo({}, { seeds, read, filesBelow });
  return Object.assign(io, { code: await main(['seed', ...words], io) });
};

describe('seed', () => {
  test.each(['dalian', 'minimal', 'national', 'peak-day'])('knows the world %s', async (world) => {
    const { code, stdout } = await run('--world', world, '--parcels', '3');
    expect(code).toBe(0);
    const lines = stdout.map((line) => JSON.parse(line));
    expect(lines.filter(({ resource }) => resource === 'Order')).toHaveLength(3);
    expect(lines.filter(({ type }) => type !== undefined).length).toBeGreaterThan(20);
  });

  test('writes an event log that stats reads', async () => {
    const { stdout } = await run('--parcels', '40', '--seed', '5');
    const io = memoryIo({ 'log.ndjson': stdout.join('\n') });
    expect(await main(['stats', 'log.ndjson', '--json'], io)).toBe(0);
    const { figures } = JSON.parse(io.stdout.join('\n'));
    expect(figures).toContainEqual(
      expect.objectContaining({ indicator: 'PARCEL_VOLUME', value: 40 }),
    );
  });

  test('writes one message alone where it is asked for', async () => {
    const { stdout } = await run('--parcels', '4', '--only', 'Waybill');
    expect(stdout.map((line) => Object.keys(JSON.parse(line))[0])).toEqual(
      stdout.map(() => 'waybillNo'),
    );
    expect(stdout).toHaveLength(4);
  });

  test.each([
    ['no parcel', ['--parcels', '0'], 'a whole number from 1 is needed'],
    ['a world of nowhere', ['--world', 'mars'], 'there is no world mars'],
    ['a day of no month', ['--from', '2026-02-31'], '2026-02-31 is no day of the calendar'],
    ['a message of no traffic', ['--only', 'Claim'], 'Order'],
  ] as const)('refuses %s', async (_, words, said) => {
    const { code, stdout, stderr } = await run(...words);
    expect(code).toBe(2);
    expect(stdout).toEqual([]);
    expect(stderr.join('\n')).toContain(said);
  });
});
