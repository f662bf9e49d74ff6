import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserBundle } from '../browser-bundle.ts';
import { CHROMIUM } from './chromium.ts';
import type { Journey } from './page.ts';

const HTML = `<!doctype html><meta charset="utf-8"><title>A shop</title>
<link rel="icon" href="data:,"><script type="module" src="/page.js"></script>`;

let browser: Browser;
let server: Server;
let address: string;

beforeAll(async () => {
  const { outputFiles } = await browserBundle("import './full/page.ts';");
  const worker = fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js'));
  const files = new Map([
    ['/', { type: 'text/html', text: HTML }],
    ['/page.js', { type: 'text/javascript', text: outputFiles[0]?.text ?? '' }],
    ['/mockServiceWorker.js', { type: 'text/javascript', text: await readFile(worker, 'utf8') }],
  ]);
  server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    response.writeHead(file === undefined ? 404 : 200, { 'Content-Type': file?.type ?? '' });
    response.end(file?.text);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await chromium.launch(CHROMIUM);
});

afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
});

test('a page carries an order to the doorstep with no server behind it', async () => {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'log') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(address);
  await page.waitForFunction('"journey" in globalThis');
  const seen = (await page.evaluate('journey()')) as Journey;
  expect(seen).toMatchObject({
    submitted: 201,
    created: 201,
    scanned: [201, 201, 201, 201],
    parcel: { waybillNo: seen.waybillNo, status: 'DELIVERED' },
    overridden: 202,
    beside: 200,
  });
  expect(faults).toEqual([]);
  await page.close();
});
