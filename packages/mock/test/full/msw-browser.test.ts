import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserBundle } from '../browser-bundle.ts';
import { CHROMIUM } from './chromium.ts';

const EXAMPLE = new URL('../../examples/in-a-browser/', import.meta.url);

let browser: Browser;
let server: Server;
let address: string;

beforeAll(async () => {
  const { outputFiles } = await browserBundle("import '../examples/in-a-browser/page.ts';");
  const worker = fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js'));
  const files = new Map([
    ['/', { type: 'text/html', text: await readFile(new URL('index.html', EXAMPLE), 'utf8') }],
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
  const told = page.locator('#told li');
  const order = page.getByRole('button', { name: 'Order' });
  await order.click();
  await page.getByText('DELIVERED').waitFor();
  const [first, second, ...statuses] = await told.allTextContents();
  expect([first, second]).toEqual(['SO-1 201', expect.stringMatching(/^waybill 201 ZZ01/)]);
  expect(statuses).toEqual(['PICKED_UP', 'IN_TRANSIT', 'DELIVERED']);
  await page.getByRole('button', { name: 'closed' }).click();
  await page.getByText('closed', { exact: true }).waitFor();
  await order.click();
  await page.getByText('waybill 503 SERVICE_UNAVAILABLE').waitFor();
  expect((await told.allTextContents()).slice(5)).toEqual([
    'closed',
    'SO-2 201',
    'waybill 503 SERVICE_UNAVAILABLE',
  ]);
  // the browser tells of the refusal that the page asked for, and of nothing else
  expect(faults).toEqual([expect.stringContaining('status of 503')]);
  await page.close();
});
