import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { nodeShore } from '@openwaybill/cli/shore';
import { audit } from '@openwaybill/conformance';
import { courier } from './courier.ts';
import { BUILT, introduced } from './introduced.ts';
import { serveOnHttp } from './on-http.ts';

const { credentials, ...company } = await introduced();
const { url, close } = await serveOnHttp((at) => courier({ ...company, url: at, now: Date.now }));
after(close);

const audits = await audit({ url, role: 'courier', credentials, shore: nodeShore(), only: BUILT });

describe('OpenWaybill, courier', () => {
  for (const { title, run } of audits)
    test(title, async () => {
      const { outcome, reason } = await run();
      assert.equal(outcome, 'passed', reason);
    });
});
