import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { revealedTo } from '../../../packages/client/behaviour/drivers/reveal.ts';
import { REVEAL_CASES } from '../clients/case.ts';
import { processDriver } from '../clients/process-driver.ts';
import { playReveal } from '../clients/reveal-stage.ts';
import type { Driver } from '../clients/stage.ts';
import { BUILD_LIMIT, buildClient, type ForeignLanguage } from '../clients/tool-chains.ts';

describe.each<[ForeignLanguage, readonly [string, ...string[]]]>([
  ['java', ['RevealDriver.java']],
  ['python', ['reveal.py']],
  ['go', ['reveal.go', 'reveal_logged.go', 'reveal_unlogged.go']],
])('reveals in %s', (language, drivers) => {
  const folder = mkdtempSync(join(tmpdir(), `openwaybill-reveals-${language}-`));
  let driver: Driver;
  beforeAll(() => {
    driver = processDriver(buildClient(folder, language, 'courier', drivers), folder);
  }, BUILD_LIMIT);
  afterAll(async () => {
    await driver?.end();
    rmSync(folder, { recursive: true });
  });

  test.each(REVEAL_CASES.map((one) => [one.title, one] as const))('%s', async (_title, one) => {
    expect(await playReveal(one, driver)).toEqual([]);
  });
});

describe('reveals in TypeScript', () => {
  const driver: Pick<Driver, 'ask'> = {
    ask: (line) => revealedTo(line as Parameters<typeof revealedTo>[0]),
  };
  const cases = REVEAL_CASES.filter(({ isTyped }) => isTyped !== true);
  test.each(cases.map((one) => [one.title, one] as const))('%s', async (_title, one) => {
    expect(await playReveal(one, driver)).toEqual([]);
  });
});
