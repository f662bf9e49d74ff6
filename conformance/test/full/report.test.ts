import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM } from '../../../packages/mock/test/full/chromium.ts';
import { renderHtml } from '../../src/reports/index.ts';
import { renderKillMatrix } from '../../src/reports/kill-matrix.ts';
import { emptyRow, exchange, finding, requirement, result, transcript } from '../reports/given.ts';
import { faultRow, proof } from '../reports/given-proof.ts';

const EVIL = '</pre></script><script>window.hurt = 1</script><img src=x onerror="window.hurt = 2">';

/** A report with three findings, one of them full of markup and very long words. */
const given = (): string => {
  const long = 'x'.repeat(300);
  const { response, ...rest } = exchange();
  const exchanges = [
    exchange({ seq: 3 }),
    exchange({ seq: 4, twinOf: 3 }),
    {
      ...rest,
      seq: 5,
      response: {
        status: 500,
        headers: [['etag', EVIL]] as const,
        body: { utf8: JSON.stringify({ title: EVIL, [EVIL]: long, code: long }) },
        receivedAt: response?.receivedAt ?? '',
      },
    },
  ];
  const findings = [
    finding({ at: [3] }),
    finding({ at: [4], requirement: 'TRK-001', case: 'order-of-events' }),
    finding({
      at: [5],
      case: EVIL,
      actual: `${EVIL}${long}`,
      pointer: `/${EVIL}`,
      isWarning: true,
    }),
  ];
  return renderHtml(
    result({
      findings,
      requirements: [
        requirement(),
        requirement({ id: 'ORD-004', outcome: 'passed' }),
        requirement({ id: 'TRK-001', module: 'tracking', outcome: 'failed' }),
        requirement({ id: 'TRK-002', module: 'tracking', outcome: 'inconclusive', reason: EVIL }),
        requirement({ id: 'SIG-001', class: 'signed-messages', outcome: 'untested' }),
        requirement({ id: 'DSC-001', module: 'discovery', outcome: 'inapplicable' }),
      ],
      prepared: Array.from({ length: 32 }, (_, at) => ({
        scenario: 'order-cancel',
        need: 'waybill',
        rung: 'NONE' as const,
        result: 'STATE_NOT_REACHED',
        tried: [
          {
            rung: 'CONSTRUCT' as const,
            why: `getWaybill answered 200 (exchange ${at})`,
            zh: `getWaybill 返回 200（交换 ${at}）`,
          },
        ],
      })),
    }),
    transcript(...exchanges),
  );
};

let browser: Browser;
let folder: string;
let address: string;
let matrix: string;

/** A report in which nothing is wrong, and a class has nothing to judge. */
const clean = (): string =>
  renderHtml(
    result({
      findings: [],
      warnings: [],
      verdicts: [
        ...result().verdicts.map((row) => ({ ...row, verdict: 'conformant' as const })),
        emptyRow('NO_REQUIREMENT'),
      ],
      requirements: [requirement({ outcome: 'passed' })],
    }),
    transcript(),
  );
let cleanAddress: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openwaybill-report-'));
  const written = async (name: string, page: string): Promise<string> => {
    const file = join(folder, name);
    await writeFile(file, page);
    return pathToFileURL(file).href;
  };
  address = await written('report.html', given());
  cleanAddress = await written('clean.html', clean());
  const survivor = faultRow({ id: 'order-forgotten', failed: [], judgement: 'SURVIVED' });
  matrix = await written('prove.html', renderKillMatrix(proof([faultRow(), survivor])));
  browser = await chromium.launch(CHROMIUM);
});

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/** Opens the report with the network closed, and closes it again; what the console said must be nothing. */
const visit = async (
  options: BrowserContextOptions,
  look: (page: Page) => Promise<void>,
  at = address,
): Promise<void> => {
  const context = await browser.newContext({ locale: 'en-US', offline: true, ...options });
  const said: string[] = [];
  const asked: string[] = [];
  try {
    const page = await context.newPage();
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(at);
    await look(page);
    expect(said).toEqual([]);
    expect(asked).toEqual([at]);
  } finally {
    await context.close();
  }
};

/** Text as a reader sees it. */
const textOf = (page: Page): Promise<string> => page.locator('body').innerText();
const shownRows = (page: Page): Promise<string[]> =>
  page.locator('tr[data-outcome]:visible td.id').allInnerTexts();
const focused = (page: Page): Promise<string> =>
  page.evaluate('document.activeElement.id') as Promise<string>;

test.each([
  ['en-US', { given: 'en-US', want: ['nonconformant', 'See it yourself'], not: ['自行重现'] }],
  ['zh-CN', { given: 'zh-CN', want: ['不符合', '自行重现'], not: ['See it yourself'] }],
])('a reader in %s reads their language alone', (_title, { given: locale, want, not }) =>
  visit({ locale }, async (page) => {
    const text = await textOf(page);
    for (const word of want) expect(text).toContain(word);
    for (const word of not) expect(text).not.toContain(word);
  }),
);

test('the key l and the button turn the language', () =>
  visit({}, async (page) => {
    await page.keyboard.press('l');
    expect(await textOf(page)).toContain('自行重现');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(await page.locator('#search').getAttribute('placeholder')).toBe('按文字筛选');
    await page.locator('#switch').click();
    expect(await textOf(page)).toContain('See it yourself');
  }));

test('a card shows its eight parts', () =>
  visit({}, async (page) => {
    const card = page.locator('#finding-2');
    const text = await card.innerText();
    const places = [
      'TRK-001',
      'An order, and again',
      'Request #4',
      'Response',
      '/revision',
      'another order',
      'openwaybill check http://system.test --role courier --only order-natural-key --seed 42',
      'I think the suite is wrong',
    ].map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(await card.locator('pre mark').first().innerText()).toContain('"revision": 2');
  }));

describe('filters', () => {
  test('an outcome chooses rows', () =>
    visit({}, async (page) => {
      await page.locator('.chip.inconclusive').click();
      expect(await shownRows(page)).toEqual(['TRK-002']);
      expect(await page.locator('#shown').innerText()).toBe('1 / 6');
      await page.locator('.chip.passed').click();
      expect(await shownRows(page)).toEqual(['ORD-004', 'TRK-002']);
    }));

  test('a class, a module and a text choose rows and cards', () =>
    visit({}, async (page) => {
      await page.locator('#class').selectOption('signed-messages');
      expect(await shownRows(page)).toEqual(['SIG-001']);
      await page.locator('#class').selectOption('');
      await page.locator('#module').selectOption('tracking');
      expect(await shownRows(page)).toEqual(['TRK-001', 'TRK-002']);
      expect(await page.locator('.card:visible').count()).toBe(1);
      await page.locator('#search').fill('trk-002');
      expect(await shownRows(page)).toEqual(['TRK-002']);
      expect(await page.locator('#no-card').isVisible()).toBe(true);
    }));

  test('a level chooses rows', () =>
    visit({}, async (page) => {
      await page.locator('#level').selectOption('SHOULD');
      expect(await shownRows(page)).toEqual([]);
      expect(await page.locator('#no-row').isVisible()).toBe(true);
    }));

  test('a group without rows is not shown', () =>
    visit({}, async (page) => {
      await page.locator('#search').fill('ORD-004');
      expect(await page.locator('.module:visible').count()).toBe(1);
    }));
});

test('a lifecycle opens as a matrix, whose signs are words as well', () =>
  visit({}, async (page) => {
    await page.locator('.matrix summary').click();
    const cell = page.locator('.matrix td.cell.passed');
    expect(await cell.innerText()).toContain('✓');
    expect(await cell.textContent()).toContain('accepted, as it ought to be');
  }));

test('paper shows findings and coverage, and no controls', () =>
  visit({}, async (page) => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.filters').isVisible()).toBe(false);
    expect(await page.locator('#finding-1').isVisible()).toBe(true);
    expect(await page.locator('#coverage').isVisible()).toBe(true);
  }));

test('j and k walk over the findings, slash goes to the filter', () =>
  visit({}, async (page) => {
    const walked: string[] = [];
    for (const key of ['j', 'j', 'j', 'j', 'k', '/']) {
      await page.keyboard.press(key);
      walked.push(await focused(page));
    }
    expect(walked).toEqual([
      'finding-1',
      'finding-2',
      'finding-3',
      'finding-3',
      'finding-2',
      'search',
    ]);
    await page.keyboard.type('jk');
    expect(await page.locator('#search').inputValue()).toBe('jk');
    await page.keyboard.press('Escape');
    expect(await page.locator('#search').inputValue()).toBe('');
  }));

test('j leaves out what the filter hides', () =>
  visit({}, async (page) => {
    await page.locator('#module').selectOption('tracking');
    await page.locator('#module').blur();
    await page.keyboard.press('j');
    expect(await focused(page)).toBe('finding-2');
  }));

test('markup of a system is text and runs nothing', () =>
  visit({}, async (page) => {
    expect(await page.evaluate('window.hurt')).toBeUndefined();
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.locator('script').count()).toBe(1);
    expect(await page.locator('#finding-3').innerText()).toContain('<img src=x');
  }));

test('the policy of the page refuses a connection before it is tried', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  const refused = await page.evaluate(`new Promise((tell) => {
    document.addEventListener('securitypolicyviolation', (event) => tell(event.effectiveDirective));
    fetch('https://other.test/').then(() => tell('allowed'), (error) => error);
  })`);
  expect(refused).toBe('connect-src');
  await context.close();
});

const pages: readonly (readonly [name: string, at: () => string])[] = [
  ['findings', () => address],
  ['a clean report', () => cleanAddress],
  ['the kill matrix', () => matrix],
];

describe.each(pages)('%s', (_name, at) => {
  test.each([[320], [390], [768], [1280]])('%i columns need no sideways scrolling', (width) =>
    visit(
      { viewport: { width, height: 800 } },
      async (page) => {
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      },
      at(),
    ),
  );

  test.each([
    ['light', 'en-US', 1440],
    ['dark', 'zh-CN', 390],
  ] as const)('axe finds nothing serious in %s, %s, %i columns', (colorScheme, locale, width) =>
    visit(
      { colorScheme, locale, viewport: { width, height: 900 } },
      async (page) => {
        await page.evaluate(
          'for (const one of document.querySelectorAll("details")) one.open = true',
        );
        await page.evaluate(axe.source);
        const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults;
        expect(
          violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ html }) => html)]),
        ).toEqual([]);
      },
      at(),
    ),
  );
});

test.each([
  ['en-US', 'zh', '同一订单不得另建。'],
  ['zh-CN', 'en', 'The same order twice is one order.'],
])('a card in %s has its requirement in the other language too', (locale, lang, want) =>
  visit({ locale }, async (page) => {
    const other = page.locator(`#finding-1 .other [lang="${lang}"]`);
    expect(await other.isVisible()).toBe(true);
    expect(await other.innerText()).toBe(want);
    expect(await page.locator('#finding-1 h3').innerText()).not.toContain(want);
  }),
);

/** Text whose contrast with what is behind it is under 4.5 to 1 (WCAG 2.2, 1.4.3). */
const FAINT = `(() => {
  const rgb = (text) => text.match(/[0-9.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b]
    .map((one) => one / 255)
    .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
    .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = rgb(getComputedStyle(one).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const found = new Set();
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || !element.checkVisibility()) continue;
    const [a, b] = [light(rgb(getComputedStyle(element).color)), light(behind(element))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) found.add(element.tagName + '.' + element.className + ': ' + element.textContent.slice(0, 30));
  }
  return [...found];
})()`;

test.each([['light'], ['dark']] as const)('every text stands out in the %s scheme', (colorScheme) =>
  visit({ colorScheme }, async (page) => {
    for (const chip of await page.locator('.chip').all()) await chip.click();
    expect(await page.evaluate(FAINT)).toEqual([]);
  }),
);
