import { registry } from '@openwaybill/schemas';
import { type BuildResult, build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';

type Built = BuildResult<{ write: false; metafile: true }>;

/** A page that calls other parties, as one makes it for browsers: what is asked for later is a file of its own. */
const page = (contents: string): Promise<Built> =>
  build({
    stdin: {
      contents,
      resolveDir: import.meta.dirname,
      sourcefile: 'page.ts',
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    splitting: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2023',
    conditions: ['@openwaybill/source'],
    outdir: 'out',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });

let outputs: Built['metafile']['outputs'];
beforeAll(async () => {
  const whole = `import { connect } from '@openwaybill/client'; globalThis.connect = connect;`;
  ({ outputs } = (await page(whole)).metafile);
});

const inputsOf = (name: string): readonly string[] => Object.keys(outputs[name]?.inputs ?? {});

/** A file and those that it needs before it runs. */
const loadedWith = (name: string, known: Set<string> = new Set()): ReadonlySet<string> => {
  if (known.has(name)) return known;
  known.add(name);
  for (const { path, kind } of outputs[name]?.imports ?? [])
    if (kind === 'import-statement') loadedWith(path, known);
  return known;
};

const start = () =>
  [
    ...loadedWith(
      Object.keys(outputs).find((name) => inputsOf(name).some((one) => one.endsWith('page.ts'))) ??
        '',
    ),
  ].flatMap((name) => [{ name, bytes: outputs[name]?.bytes ?? 0 }]);

const VALIDATORS = /validators\/([a-z-]+)\.mjs$/;
const moduleOf = (entry = ''): string | undefined => VALIDATORS.exec(entry)?.[1];

describe('a page that calls other parties', () => {
  test('begins with less than 52 kB', () => {
    expect(start().reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(52_000);
  });

  test('begins without a validator', () => {
    const loaded = start().flatMap(({ name }) => inputsOf(name));
    expect(loaded.length).toBeGreaterThan(5);
    expect(loaded.filter((path) => path.includes('packages/validate/'))).toEqual([]);
  });

  test('has the validators of each module in a file of their own', () => {
    const files = Object.values(outputs).flatMap(({ entryPoint }) => moduleOf(entryPoint) ?? []);
    expect(files).toEqual(expect.arrayContaining(registry.modules.map(({ name }) => name)));
  });

  test.each(registry.modules.map(({ name }) => name))(
    'loads for a judgement of %s no more than half of all validators',
    (module) => {
      const all = Object.values(outputs).filter(({ inputs }) =>
        Object.keys(inputs).some((path) => VALIDATORS.test(path)),
      );
      const total = all.reduce((sum, { bytes }) => sum + bytes, 0);
      const file = Object.keys(outputs).find(
        (name) => moduleOf(outputs[name]?.entryPoint) === module,
      );
      const own = [...loadedWith(file ?? '')].reduce(
        (sum, name) => sum + (outputs[name]?.bytes ?? 0),
        0,
      );
      expect(own).toBeGreaterThan(0);
      expect(own).toBeLessThan(total / 2);
    },
  );
});

test('a page that calls two modules has the operations of those', async () => {
  const { outputFiles } = await page(
    `import { connectTo } from '@openwaybill/client';
     import { order, waybill } from '@openwaybill/client/modules';
     globalThis.connect = (to) => connectTo({ ...order, ...waybill }, to);`,
  );
  const has = (path: string): boolean => outputFiles.some(({ text }) => text.includes(`"${path}"`));
  const found = registry.operations.filter(({ path }) => has(path)).map(({ module }) => module);
  expect([...new Set(found)].sort()).toEqual(['order', 'waybill']);
});
