import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inspectorPage } from '../../src/generate/inspector.ts';
import { createRecorder } from '../../src/inspector/recorder.ts';
import { type Listening, listen } from '../../src/shores/port.ts';
import { exchange } from '../exchange.ts';
import { CHROMIUM } from './chromium.ts';

let browser: Browser;
let listening: Listening;
let waybillNo = '';

beforeAll(async () => {
  const page = await inspectorPage();
  const { act, platform, settled, toCourier, toPlatform } = await exchange({
    platform: { recorder: createRecorder(), inspectorPage: async () => page },
  });
  await act('platform', 'CREATE_SUBSCRIPTION', {});
  await act('courier', 'CREATE_SUBSCRIPTION', {});
  await act('platform', 'SUBMIT_ORDER', { orderNo: 'SO-1', consigneeSeed: 'p1' });
  ({ waybillNo } = (await act('platform', 'CREATE_WAYBILL', { orderNo: 'SO-1' })).result);
  for (const eventCode of ['PICKED_UP', 'DEPARTED_ORIGIN']) {
    await toCourier('POST', '/v1/test-controls/scans', { carrierCode: 'ZZ', waybillNo, eventCode });
    await settled();
  }
  const [{ agreementId }] = (await toPlatform('GET', '/v1/agreements')).body.items;
  await toPlatform('POST', `/v1/agreements/${agreementId}/suspend`);
  await settled();
  listening = await listen(platform.serve, { port: 0, hostname: '127.0.0.1' });
  browser = await chromium.launch(CHROMIUM);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await listening.close();
});

/** What each pane of a platform shows of a parcel that a courier carries. */
const SHOWN = {
  timeline: 'DEPARTED_ORIGIN',
  clock: 'old events are forgotten',
  requests: 'receiveEvent',
  deliveries: 'agreement.status.changed',
  state: 'bound-waybill',
  faults: 'commit-then-drop',
  privacy: 'Courier, headquarters',
  coverage: 'receive-event',
  export: 'Needs a parcel of a courier',
};

test('every pane of a platform shows what it knows', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${listening.url}/_mock/?tenant=ZZEXPRESS`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  const missing: string[] = [];
  for (const [at, [name, text]] of Object.entries(SHOWN).entries()) {
    await page.keyboard.press(String(at + 1));
    await page
      .locator(`main#${name}`)
      .getByText(text)
      .first()
      .waitFor({ timeout: 5_000 })
      .catch(async () => {
        missing.push(`${name}: ${await page.locator(`main#${name}`).innerText()}`);
      });
  }
  expect(missing).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});
