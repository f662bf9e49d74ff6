import { handlers } from '@openwaybill/mock/msw';
import { createTestMock } from '@openwaybill/mock/testing';
import { HttpResponse, http } from 'msw';
import { setupWorker } from 'msw/browser';
import { creation, submission } from '../mock-courier.ts';

const ORIGIN = 'https://courier.test';
const CODES = ['PICKED_UP', 'ARRIVED_HUB', 'OUT_FOR_DELIVERY', 'DELIVERED'];

export type Journey = {
  readonly submitted: number;
  readonly created: number;
  readonly scanned: readonly number[];
  readonly parcel: { readonly waybillNo: string; readonly status: string };
  readonly waybillNo: string;
  readonly overridden: number;
  readonly beside: number;
};

/** From an order to the doorstep by plain `fetch`, in a page whose worker stands in for the courier. */
const journey = async (): Promise<Journey> => {
  const mock = await createTestMock();
  const worker = setupWorker(...handlers(mock));
  await worker.start({ onUnhandledFrame: 'error', quiet: true });
  const [token] = mock.developmentTokens.values();
  const call = (path: string, body?: unknown): Promise<Response> =>
    fetch(`${ORIGIN}/v1${path}`, {
      headers: {
        Authorization: `Bearer ${token}`,
        'OpenWaybill-Version': '1.0',
        ...(body === undefined
          ? {}
          : { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() }),
      },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
  const submitted = await call('/orders', submission());
  const created = await call('/waybills', creation());
  const { waybillNo, carrierCode } = (await created.json()) as Record<string, string>;
  const scanned: number[] = [];
  for (const eventCode of CODES) {
    await call('/test-controls/clock/advance', { by: 'PT1H' });
    const { status } = await call('/test-controls/scans', { carrierCode, waybillNo, eventCode });
    scanned.push(status);
  }
  const parcel = await call(`/parcels/${carrierCode}/${waybillNo}`);
  await mock.settled();
  worker.use(http.get(`${ORIGIN}/v1/orders`, () => new HttpResponse(null, { status: 202 })));
  return {
    submitted: submitted.status,
    created: created.status,
    scanned,
    parcel: (await parcel.json()) as Journey['parcel'],
    waybillNo: String(waybillNo),
    overridden: (await call('/orders')).status,
    beside: (await call('/waybills')).status,
  };
};

Object.assign(globalThis, { journey });
