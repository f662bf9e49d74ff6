import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registry } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import * as all from '../src/generated/validators.mjs';
import { judge } from '../src/index.ts';
import { loadJudge } from '../src/load-judge.ts';

const SOURCE = join(import.meta.dirname, '..', 'src');
const names = [...registry.schemas.keys()];

test('the tables of all modules together have every schema once', () => {
  expect(Object.keys(all.sender).sort()).toEqual([...names].sort());
  expect(Object.keys(all.receiver).sort()).toEqual([...names].sort());
});

test('the judge of one module says what the judge of all says', async () => {
  const differing: string[] = [];
  for (const { name, examples } of registry.schemas.values()) {
    const own = await loadJudge(name);
    const values = [
      ...Object.values(examples.valid),
      ...Object.values(examples.invalid).map(({ value }) => value),
    ];
    for (const form of ['sender', 'receiver'] as const)
      if (
        values.some(
          (value) =>
            JSON.stringify(own?.(name, value, form)) !== JSON.stringify(judge(name, value, form)),
        )
      )
        differing.push(`${name} ${form}`);
  }
  expect(differing).toEqual([]);
});

test('a schema that is none has no judge', async () => {
  expect(await loadJudge('Nothing')).toBeUndefined();
  expect(await loadJudge('toString')).toBeUndefined();
});

test('a module loads nothing but what its schemas refer to', () => {
  const folder = join(SOURCE, 'generated', 'validators');
  const loaded = (name: string, seen = new Set<string>()): ReadonlySet<string> => {
    if (seen.has(name)) return seen;
    seen.add(name);
    const text = readFileSync(join(folder, `${name}.mjs`), 'utf8');
    for (const [, next] of text.matchAll(/from"\.\/([a-z-]+)\.mjs"/g)) loaded(next ?? '', seen);
    return seen;
  };
  expect([...loaded('order')]).not.toContain('warehouse');
  const modules = readdirSync(folder).filter((name) => name.endsWith('.mjs')).length;
  expect(loaded('waybill').size).toBeLessThan(modules / 2);
});

test('no rule runs the definitions of the standard to judge a value', () => {
  const running = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .filter((path) => !/^(generate|generated|arbitrary|reachable)\b/.test(path))
    .filter((path) =>
      /^import (?!type\b)[^;]*from '@openwaybill\/schemas'/m.test(
        readFileSync(join(SOURCE, path), 'utf8'),
      ),
    );
  expect(running).toEqual([]);
});

test('a problem whose code came later is taken by its receiver', () => {
  const [known] = Object.values(registry.schemas.get('Problem')?.examples.valid ?? {});
  const problem = {
    ...(known as object),
    type: 'https://openwaybill.org/problems/COMES_LATER',
    code: 'COMES_LATER',
  };
  expect(judge('Problem', problem, 'receiver')).toMatchObject({ ok: true });
  expect(judge('Problem', problem, 'sender')).toMatchObject({
    ok: false,
    issues: [{ pointer: '/code', rule: 'enum' }],
  });
});
