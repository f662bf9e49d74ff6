import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM } from '../../../mock/test/full/chromium.ts';
import { portal } from '../../src/index.ts';
import { OPTIONS, whole } from '../_given.ts';
import { dangling } from '../_links.ts';

let browser: Browser;
let context: BrowserContext;
let folder: string;
let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  const validators = await readFile(
    new URL('../../src/generated/validators.js', import.meta.url),
    'utf8',
  );
  files = portal(whole(), { ...OPTIONS, validators });
  folder = await mkdtemp(join(tmpdir(), 'openwaybill-portal-'));
  const folders = new Set([...files.keys()].map((path) => dirname(join(folder, path))));
  for (const one of folders) await mkdir(one, { recursive: true });
  for (const [path, text] of files) await writeFile(join(folder, path), text);
  browser = await chromium.launch(CHROMIUM);
  context = await browser.newContext({ offline: true });
}, 120_000);

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

const addressOf = (path: string): string => `${pathToFileURL(join(folder, 'docs')).href}/${path}`;

type Look = { readonly width?: number; readonly colorScheme?: 'light' | 'dark' };

/** Opens a page from `file://` with the network closed, and closes it again; nothing may go wrong on it. */
const visit = async (
  path: string,
  look: (page: Page) => Promise<void>,
  { width = 1440, colorScheme = 'light' }: Look = {},
): Promise<void> => {
  const wrong: string[] = [];
  const page = await context.newPage();
  try {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    page.on('console', (message) => wrong.push(message.text()));
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('requestfailed', (request) => wrong.push(request.url()));
    page.on('request', (request) => {
      if (!request.url().startsWith(pathToFileURL(folder).href)) wrong.push(request.url());
    });
    await page.goto(addressOf(path));
    await look(page);
    expect(wrong).toEqual([]);
  } finally {
    await page.close();
  }
};

test('every link of the whole standard leads to a page and a place on it', () => {
  expect(files.size).toBeGreaterThan(5000);
  expect([...new Set(dangling(files))]).toEqual([]);
});

/** Looks for something and gives the names of what is found, the best first. */
const found = async (page: Page, query: string): Promise<readonly string[]> => {
  const input = page.locator('.finder input');
  await input.fill(query);
  return page
    .locator('.finder [role=option]')
    .evaluateAll((options) => options.map((one) => one.getAttribute('href') ?? ''));
};

describe.each<['zh' | 'en', readonly (readonly [string, string])[]]>([
  [
    'zh',
    [
      ['面单', 'modules/waybill'],
      ['揽收', 'codes/EventCode.html#PICKED_UP'],
      ['签收', 'messages/ProofOfDelivery'],
      ['运单', 'messages/Waybill'],
      ['脱敏', 'types/ConsigneeMasked'],
      ['订单提交', 'messages/OrderSubmission'],
      ['生命周期 运单', 'lifecycles/waybill'],
      ['代收货款', 'messages/CashOnDelivery'],
      ['智能快件箱', 'modules/locker'],
      ['取消运单', 'operations/cancel-waybill'],
      ['PICKED_UP', 'codes/EventCode.html#PICKED_UP'],
      ['waybillNo', 'types/WaybillNo'],
    ],
  ],
  [
    'en',
    [
      ['cancel a waybill', 'operations/cancel-waybill'],
      ['order submission', 'messages/OrderSubmission'],
      ['masked consignee', 'types/ConsigneeMasked'],
      ['proof of delivery', 'messages/ProofOfDelivery'],
      ['STATE_ILLEGAL', 'problems/STATE_ILLEGAL'],
      ['WBL-010', 'requirements/WBL-010'],
      ['event code', 'codes/EventCode'],
      ['lifecycle parcel', 'lifecycles/parcel'],
      ['PICKED_UP', 'codes/EventCode.html#PICKED_UP'],
      ['waybillNo', 'types/WaybillNo'],
      ['kuaidi100', 'crosswalks/kuaidi100-2'],
      ['签收', 'messages/ProofOfDelivery'],
    ],
  ],
])('in %s', (language, queries) => {
  test('the key / opens the search, which finds what is looked for', () =>
    visit(`${language}/index.html`, async (page) => {
      await page.keyboard.press('/');
      await page.locator('.finder input').waitFor();
      const missed: unknown[] = [];
      for (const [query, want] of queries) {
        const paths = await found(page, query);
        const best = paths.slice(0, 10);
        if (!best.includes(want.includes('#') ? want : `${want}.html`)) missed.push([query, best]);
      }
      expect(missed).toEqual([]);
    }));
});

test('arrows choose what is found and enter opens it', () =>
  visit('en/messages/Waybill.html', async (page) => {
    await page.keyboard.press('/');
    await page.locator('.finder input').waitFor();
    const paths = await found(page, 'waybill');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(addressOf(`en/${(paths[1] ?? '').replace('../', '')}`));
  }));

test('z turns the language and keeps page and place', () =>
  visit('zh/messages/OrderSubmission.html#try', async (page) => {
    await page.keyboard.press('z');
    await page.waitForURL(addressOf('en/messages/OrderSubmission.html#try'));
    expect(await page.locator('h1').innerText()).toContain('Order to a courier');
  }));

test('arrows turn the page', () =>
  visit('en/messages/Waybill.html', async (page) => {
    const next = await page.locator('footer a[rel=next]').getAttribute('href');
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(addressOf(`en/messages/${next}`));
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(addressOf('en/messages/Waybill.html'));
  }));

describe('a message that is tried', () => {
  const verdict = async (page: Page, text: string): Promise<string> => {
    await page.locator('.trial textarea').fill(text);
    await page.locator('.trial .judge').click();
    await page.locator('.verdict:is(.good, .bad)').waitFor();
    return page.locator('.verdict').innerText();
  };

  test('conforms, misses a member, holds a wrong code or is no JSON', () =>
    visit('zh/messages/WaybillCancellation.html', async (page) => {
      const told = await verdict(page, '{"reason":"BUYER_CANCELLED"}');
      expect(told.trim()).toBe('符合。');
      expect(await verdict(page, '{}')).toMatch(/不符合。[\s\S]*required/);
      expect(await verdict(page, '{"reason":"changed my mind"}')).toMatch(/\/reason[\s\S]*enum/);
      expect(await verdict(page, '{"reason":')).toContain('不符合。');
    }));

  test('every example of a page is judged as the page says', () =>
    visit('en/messages/OrderSubmission.html', async (page) => {
      const options = await page
        .locator('.trial .pick option')
        .evaluateAll((all) => all.map((one) => [one.getAttribute('value'), one.textContent ?? '']));
      const wrong: unknown[] = [];
      for (const [value = '', title = ''] of options.slice(1)) {
        await page.locator('.verdict').evaluate((one) => one.replaceChildren());
        await page.locator('.trial .pick').selectOption(value);
        await page.locator('.verdict strong').waitFor();
        const isGood = await page.locator('.verdict.good').count();
        if ((isGood === 1) !== title?.startsWith('✓')) wrong.push(title);
      }
      expect(options.length).toBeGreaterThan(4);
      expect(wrong).toEqual([]);
    }));

  test('a newer minor passes in the tolerant form alone', () =>
    visit('en/messages/WaybillCancellation.html', async (page) => {
      const text = '{"reason":"BUYER_CANCELLED","newMember":1}';
      expect(await verdict(page, text)).toContain('does not conform');
      await page.locator('.trial .form').selectOption('receiver');
      await page.locator('.verdict.good').waitFor();
    }));
});

/** A page of each kind. */
const KINDS = [
  'index',
  'views',
  'trace',
  'requirements/index',
  'modules/order',
  'operations/create-waybill',
  'messages/OrderSubmission',
  'types/ConsigneeRef',
  'events/org.openwaybill.waybill.status.changed',
  'lifecycles/parcel',
  'codes/EventCode',
  'requirements/WBL-010',
  'problems/STATE_ILLEGAL',
  'scenarios/05',
  'clauses/SC-3',
  'crosswalks/kuaidi100-2',
];

/** Rows of one table are made alike: the first stand for all. */
const FIRST_ROWS =
  'for (const body of document.querySelectorAll("tbody")) for (const row of [...body.rows].slice(8)) row.remove()';

/** What keeps somebody from a page or a part of it (WCAG 2.1, levels A and AA). */
const barriers = async (page: Page, part = 'body'): Promise<readonly unknown[]> => {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate(
    `axe.run('${part}', { preload: false, resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })`,
  )) as axe.AxeResults;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ html }) => html)]);
};

test.each(KINDS.map((path, at) => [path, at % 2 === 0] as const))(
  '%s bars nobody and needs no sideways scrolling',
  async (path, isEven) => {
    const wide = { width: 1440, colorScheme: 'light' } as const;
    const narrow = { width: 390, colorScheme: 'dark' } as const;
    const [first, then] = isEven ? [wide, narrow] : [narrow, wide];
    const isFitting = async (page: Page, width: number): Promise<void> =>
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await visit(
      `${isEven ? 'zh' : 'en'}/${path}.html`,
      async (page) => {
        await isFitting(page, first.width);
        await page.setViewportSize({ width: then.width, height: 900 });
        await isFitting(page, then.width);
        await page.setViewportSize({ width: first.width, height: 900 });
        await page.evaluate(FIRST_ROWS);
        expect(await barriers(page)).toEqual([]);
      },
      first,
    );
  },
);

test('the search bars nobody', () =>
  visit('en/index.html', async (page) => {
    await page.keyboard.press('/');
    await page.locator('.finder input').waitFor();
    await found(page, 'order');
    expect(await barriers(page, '.finder')).toEqual([]);
  }));

test('the policy of a page refuses a connection before it is tried', async () => {
  const online = await browser.newContext();
  const page = await online.newPage();
  await page.goto(addressOf('en/index.html'));
  const refused = await page.evaluate(`new Promise((tell) => {
    document.addEventListener('securitypolicyviolation', (event) => tell(event.effectiveDirective));
    fetch('https://other.test/').then(() => tell('allowed'), (error) => error);
  })`);
  expect(refused).toBe('connect-src');
  await online.close();
});

test('a reader chooses dark or light, and it stays', () =>
  visit('zh/index.html', async (page) => {
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const light = await ground();
    await page.locator('button.theme').click();
    const dark = await ground();
    expect(dark).not.toBe(light);
    await page.goto(addressOf('zh/trace.html'));
    expect(await ground()).toBe(dark);
    await page.evaluate('localStorage.clear()');
  }));

test('paper shows the text and no controls', () =>
  visit('zh/messages/OrderSubmission.html', async (page) => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('nav').isVisible()).toBe(false);
    expect(await page.locator('.trial').isVisible()).toBe(false);
    expect(await page.locator('#members').isVisible()).toBe(true);
    expect(await page.locator('dl.version').isVisible()).toBe(true);
    const ground = 'getComputedStyle(document.body).backgroundColor';
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate(ground)).toBe('rgb(255, 255, 255)');
    await page.evaluate('document.documentElement.dataset.theme = "dark"');
    expect(await page.evaluate(ground)).toBe('rgb(255, 255, 255)');
  }));

test('a narrow screen opens the contents when asked', () =>
  visit(
    'zh/messages/OrderSubmission.html',
    async (page) => {
      expect(await page.locator('nav').isVisible()).toBe(false);
      await page.locator('button.menu').click();
      expect(await page.locator('nav a[aria-current=page]').isVisible()).toBe(true);
    },
    { width: 390 },
  ));

test('a search without its index says what is missing', async () => {
  const bare = await mkdtemp(join(tmpdir(), 'openwaybill-bare-'));
  const page = await context.newPage();
  for (const path of ['docs/en/index.html', 'docs/assets/portal.css', 'docs/assets/portal.js']) {
    await mkdir(dirname(join(bare, path)), { recursive: true });
    await writeFile(join(bare, path), files.get(path) ?? '');
  }
  await page.goto(pathToFileURL(join(bare, 'docs/en/index.html')).href);
  await page.keyboard.press('/');
  await page.locator('.finder').getByText('The index could not be loaded').waitFor();
  await page.close();
  await rm(bare, { recursive: true });
});
