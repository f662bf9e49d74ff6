import { readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { KINDS } from '../../src/disturbances/kinds.ts';
import { inspectorPage } from '../../src/generate/inspector.ts';
import { type Inspected, inspectedCourier, liveADay } from '../inspected-courier.ts';
import { CHROMIUM } from './chromium.ts';

const PANES = [
  'timeline',
  'clock',
  'requests',
  'deliveries',
  'state',
  'faults',
  'privacy',
  'coverage',
  'export',
];

const AXE = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

let courier: Inspected;
let browser: Browser;
let numbers: readonly string[];

beforeAll(async () => {
  courier = await inspectedCourier(await inspectorPage());
  numbers = await liveADay(courier, ['01', '05', '14']);
  browser = await chromium.launch(CHROMIUM);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await courier.close();
});

type Watched = { readonly page: Page; readonly faults: string[]; readonly elsewhere: string[] };

/** A page on the inspector, with everything that goes wrong on it. */
const watched = async (
  address = `${courier.url}/_mock/`,
  colorScheme: 'light' | 'dark' = 'light',
): Promise<Watched> => {
  const context = await browser.newContext({ locale: 'en-GB', colorScheme });
  const page = await context.newPage();
  const faults: string[] = [];
  const elsewhere: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(courier.url) && !/^(?:data|blob|file):/.test(request.url()))
      elsewhere.push(request.url());
  });
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { page, faults, elsewhere };
};

/** What each pane shows of a day with three parcels. */
const SHOWN: Readonly<Record<string, string>> = {
  timeline: 'ORDER_PLACED',
  clock: 'an order is forgotten',
  requests: 'createWaybill',
  deliveries: 'webhook-signature',
  state: 'Revision history',
  faults: 'commit-then-drop',
  privacy: 'Courier, headquarters',
  coverage: 'advance-test-clock',
  export: 'Save as HAR',
};

test.each(['en', 'zh'])('no pane in %s is wider than a phone', async (language) => {
  const { page } = await watched();
  await page.setViewportSize({ width: 390, height: 844 });
  if (language === 'zh') await page.keyboard.press('l');
  const wider: string[] = [];
  for (const [at, name] of PANES.entries()) {
    await page.keyboard.press(String(at + 1));
    await page.locator(`main#${name}`).waitFor();
    if (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) wider.push(name);
  }
  expect(wider).toEqual([]);
  await page.close();
});

test('every pane is reached by its key and shows what happened', async () => {
  const { page, faults, elsewhere } = await watched();
  for (const [at, name] of PANES.entries()) {
    await page.keyboard.press(String(at + 1));
    const pane = page.locator(`main#${name}`);
    await pane
      .getByText(SHOWN[name] ?? '', { exact: false })
      .first()
      .waitFor();
  }
  expect(faults).toEqual([]);
  expect(elsewhere).toEqual([]);
  await page.context().close();
});

test('every fault is a switch, and a rule has the settings of its kind', async () => {
  const { page, faults } = await watched(`${courier.url}/_mock/#faults`);
  const switches = page.getByRole('switch');
  await switches.first().waitFor();
  expect(await switches.locator('strong').allTextContents()).toEqual(
    expect.arrayContaining(Object.keys(KINDS)),
  );
  expect(await switches.count()).toBe(Object.keys(KINDS).length);
  // one that happens once by itself is on, too, until it is switched off
  const rotate = page.getByRole('switch', { name: 'rotate' });
  await rotate.click();
  await expect.poll(() => rotate.getAttribute('aria-checked')).toBe('true');
  await rotate.click();
  await expect.poll(() => rotate.getAttribute('aria-checked')).toBe('false');
  const field = (name: string) => page.locator('form .field', { hasText: name });
  await field('Fault').locator('select').selectOption('wrong-content-type');
  await field('On the operation').locator('select').selectOption('get-order');
  await field('type').locator('input').fill('text/plain; charset=gbk');
  expect(await page.locator('.command code').textContent()).toBe(
    "openwaybill fault add wrong-content-type --on get-order --times 1 --with 'type=text/plain; charset=gbk'",
  );
  await page.getByRole('button', { name: 'Add' }).click();
  await page.getByText('operation get-order · type text/plain; charset=gbk · times 1').waitFor();
  await page.getByRole('button', { name: 'Remove' }).last().click();
  expect(faults).toEqual([]);
  await page.context().close();
});

test('the keyboard finds, steps, plays, freezes and changes the language', async () => {
  const { page, faults } = await watched();
  const now = () => page.locator('.clock-bar time').getAttribute('datetime');
  await page.keyboard.press('2');
  const before = await now();
  await page.keyboard.press('.');
  await expect.poll(now, { timeout: 10_000 }).not.toBe(before);
  await page.keyboard.press(' ');
  await page.getByRole('button', { name: 'Freeze' }).first().waitFor();
  await page.keyboard.press(' ');
  await page.getByRole('button', { name: 'Play ×3600' }).first().waitFor();
  await page.keyboard.press('3');
  await page.keyboard.press('/');
  await page.keyboard.type('cancelWaybill');
  await page.locator('.master .row').first().waitFor();
  expect(await page.locator('.master .row').count()).toBe(1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('l');
  await page.locator('nav').getByText('时间线').waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  await page.keyboard.press('l');
  await page.locator('nav').getByText('Timeline').waitFor();
  expect(faults).toEqual([]);
  await page.context().close();
});

test('a signature is verified in the browser by the published keys', async () => {
  const { page } = await watched(`${courier.url}/_mock/#deliveries`);
  await page.getByText('verified here with key').first().waitFor();
  await page.context().close();
});

test('what happens is shown without being asked for', async () => {
  const { page } = await watched(`${courier.url}/_mock/#requests`);
  await page.locator('.live.on').waitFor();
  await courier.call('GET', '/v1/orders/SO-LIVE');
  await courier.call('POST', '/v1/orders', { orderNo: 'SO-LIVE' });
  await page
    .getByText('/v1/orders/SO-LIVE')
    .or(page.getByText('SCHEMA_VIOLATION'))
    .first()
    .waitFor();
  await page.context().close();
});

type Finding = {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
};

test.each(['light', 'dark'] as const)('no pane bars anybody from it, %s', async (theme) => {
  const { page } = await watched(undefined, theme);
  await page.evaluate(AXE);
  for (const [at, name] of PANES.entries()) {
    await page.keyboard.press(String(at + 1));
    await page
      .locator(`main#${name}`)
      .getByText(SHOWN[name] ?? '')
      .first()
      .waitFor();
    const found = (await page.evaluate(
      "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }).then((r) => r.violations)",
    )) as readonly Finding[];
    const serious = found
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html.slice(0, 120)}`);
    expect(serious).toEqual([]);
  }
  await page.context().close();
});

test('colours are those of the machine until somebody chooses', async () => {
  const { page } = await watched(undefined, 'dark');
  const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
  const dark = 'rgb(16, 20, 26)';
  const light = 'rgb(244, 246, 248)';
  const seen = new Map<string, unknown>([['auto', await ground()]]);
  for (let press = 0; press < 2; press += 1) {
    const button = page.getByRole('button', { name: 'Theme:' });
    await button.click();
    seen.set((await button.innerText()).replace('Theme: ', ''), await ground());
  }
  expect(Object.fromEntries(seen)).toEqual({ auto: dark, light, dark });
  await page.context().close();
});

test('ten thousand rows are drawn as far as they are seen', async () => {
  const { page } = await watched(`${courier.url}/_mock/#requests`);
  const rows = Array.from({ length: 10_000 }, (_, at) => ({
    seq: at + 1,
    at: '2026-11-10T16:00:00.000Z',
    wallAt: '2026-11-10T16:00:00.000Z',
    milliseconds: 1,
    method: 'GET',
    path: `/v1/orders/SO-${at + 1}`,
    status: 200,
    warningCount: 0,
    isReplay: false,
  }));
  await page.route('**/_mock/requests?*', (route) =>
    route.fulfill({ json: { requests: route.request().url().endsWith('=0') ? rows : [] } }),
  );
  await page.reload();
  await page.getByText('10000', { exact: true }).waitFor();
  const drawn = () => page.locator('.master .row').count();
  expect(await drawn()).toBeLessThan(60);
  await page.locator('.master [role=listbox]').focus();
  await page.keyboard.press('Home');
  await page.getByText('/v1/orders/SO-1', { exact: true }).first().waitFor();
  expect(await drawn()).toBeLessThan(60);
  await page.keyboard.press('End');
  await page.getByText('/v1/orders/SO-10000', { exact: true }).first().waitFor();
  expect(await page.locator('.master .row').last().getAttribute('aria-setsize')).toBe('10000');
  await page.context().close();
});

test('the page is kept as one file that needs no server and has no token', async () => {
  const { page } = await watched(`${courier.url}/_mock/#export`);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as one file' }).click(),
  ]);
  const path = `${await file.path()}.html`;
  await file.saveAs(path);
  const text = readFileSync(path, 'utf8');
  expect(text).not.toContain([...courier.mock.developmentTokens.values()][0]);
  const kept = await watched(`file://${path}`);
  await kept.page.getByText('ORDER_PLACED').first().waitFor();
  expect(await kept.page.locator('option').allTextContents()).toContain(
    `${numbers[0]} · DELIVERED`,
  );
  for (const [at, name] of PANES.slice(0, 8).entries()) {
    await kept.page.keyboard.press(String(at + 1));
    await kept.page
      .locator(`main#${name}`)
      .getByText(SHOWN[name] ?? '')
      .first()
      .waitFor();
  }
  expect(kept.faults).toEqual([]);
  expect(kept.elsewhere).toEqual([]);
  await kept.page.context().close();
  await page.context().close();
}, 180_000);
