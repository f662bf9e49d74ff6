import { audit, memoryShore } from '@openwaybill/conformance';
import { describe, expect, test } from 'vitest';
import { courier } from '../courier.ts';
import { BUILT, introduced } from '../introduced.ts';
import { onFastify } from '../on-fastify.ts';

const { credentials, ...company } = await introduced();
const url = 'https://courier.test';

// no port: the suite and the application share one process and one clock
const shore = memoryShore({
  fetch: async (request) => {
    const { pathname, search } = new URL(request.url);
    const { statusCode, headers, rawPayload } = await app.inject({
      method: request.method as 'GET' | 'POST',
      url: `${pathname}${search}`,
      headers: Object.fromEntries(request.headers),
      payload: Buffer.from(await request.arrayBuffer()),
    });
    return new Response(new Uint8Array(rawPayload), {
      status: statusCode,
      headers: Object.entries(headers).map(([name, value]) => [name, String(value)]),
    });
  },
});
const app = onFastify(await courier({ ...company, url, now: shore.now }));

const audits = await audit({ url, role: 'courier', credentials, shore, only: BUILT });

describe('OpenWaybill, courier', () => {
  test('what is built is judged', () => {
    expect(audits.map(({ id }) => id)).toEqual(BUILT);
  });

  test.each(audits)('$id', async ({ run }) => {
    expect(await run()).toMatchObject({ outcome: 'passed' });
  });
});
