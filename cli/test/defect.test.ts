import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { quietIo, started } from './_systems.ts';

const folder = mkdtempSync(join(tmpdir(), 'openwaybill-defect-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a mock server with a fault is found out by exactly that', async () => {
  const given = ['--still', '--store', 'memory', '--role', 'courier'];
  const { parties, stop } = await started(...given, '--defect', 'order-duplicated');
  const argv = ['check', parties[0]?.url ?? '', '--quiet', '--only', 'order-natural-key'];
  const code = await main([...argv, '--out', folder], quietIo());
  expect(await stop()).toBe(0);
  const { findings } = JSON.parse(readFileSync(join(folder, 'result.json'), 'utf8'));
  expect(parties).toMatchObject([
    { role: 'courier', defect: { id: 'order-duplicated', violates: ['ORD-003', 'DSC-026'] } },
  ]);
  expect(code).toBe(1);
  expect(new Set(findings.map((one: { requirement: string }) => one.requirement))).toEqual(
    new Set(['ORD-003', 'DSC-026']),
  );
});

test.each([
  ['that nobody knows', 'order-dublicated', [], 'order-duplicated'],
  ['that is like none', 'x', [], 'openwaybill explain'],
  ['of a role that is not played', 'order-duplicated', ['--role', 'platform'], '--role courier'],
  ['in a run', 'order-duplicated', ['--record', join(folder, 'run.json')], '--record'],
])('a fault %s is refused', async (_title, id, more, want) => {
  for (const language of ['en', 'zh']) {
    const io = quietIo(Promise.resolve());
    const argv = ['mock', '--port', '0', ...more, '--lang', language, '--defect', id];
    expect(await main(argv, io)).toBe(2);
    const said = io.stderr.join('\n');
    expect(said).toContain(want);
    if (language === 'zh') expect(said).toMatch(/[一-龥]/);
  }
});
