import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { registry } from '@openwaybill/schemas';
import { afterAll, expect, test } from 'vitest';
import { asyncApi } from '../../src/asyncapi.ts';
import { openApi } from '../../src/openapi-documents.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'openwaybill-redocly-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Report = {
  readonly totals: { readonly errors: number };
  readonly problems: readonly {
    readonly ruleId: string;
    readonly location: readonly { readonly pointer: string }[];
  }[];
};

/** Problems that the linter finds in documents, by its own rules and the settings of the repository. */
const lint = (documents: ReadonlyMap<string, string>): readonly string[] => {
  const files = [...documents].map(([path, text]) => {
    const file = join(folder, path.replaceAll('/', '-'));
    writeFileSync(file, text);
    return file;
  });
  const { stdout, status } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/@redocly/cli/bin/cli.js'),
      'lint',
      ...files,
      '--config',
      join(root, 'redocly.yaml'),
      '--format',
      'json',
    ],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    },
  );
  // one report a file, one after the other
  const reports: readonly Report[] = stdout
    .split(/(?<=^\})\s*(?=\{)/m)
    .map((text) => JSON.parse(text));
  expect(reports).toHaveLength(documents.size);
  expect(status === 0).toBe(reports.every(({ totals }) => totals.errors === 0));
  return reports.flatMap(({ problems }) =>
    problems.map(({ ruleId, location }) => `${ruleId} ${location[0]?.pointer}`),
  );
};

test('the linter has nothing to say', () => {
  expect(lint(new Map([...openApi(registry), ...asyncApi(registry)]))).toEqual([]);
});

test('the linter sees an operation without a summary', () => {
  const text = openApi(registry).get('openapi/courier.json') ?? '';
  const document = JSON.parse(text);
  delete document.paths['/v1/waybills/{waybillNo}/cancel'].post.summary;
  expect(lint(new Map([['lame.json', JSON.stringify(document)]]))).toEqual([
    'operation-summary #/paths/~1v1~1waybills~1{waybillNo}~1cancel/post/summary',
  ]);
});
