/// <reference lib="dom" />
import { handlers } from '@openwaybill/mock/msw';
import { createTestMock } from '@openwaybill/mock/testing';
import { HttpResponse, http } from 'msw';
import { setupWorker } from 'msw/browser';
import { DAY, order, waybill } from '../order.ts';

const COURIER = 'https://courier.test';

const courier = await createTestMock({ movement: 'SCENARIO', world: { scenarios: [DAY] } });
const worker = setupWorker(...handlers(courier));
// what no handler has is an error here; 'bypass' would let it go to the network
await worker.start({ onUnhandledFrame: 'error', quiet: true });

/** The code of the page: it knows nothing of a mock. */
const call = async (path: string, body?: unknown) => {
  const answer = await fetch(COURIER + path, {
    headers: {
      Authorization: `Bearer ${courier.developmentTokens.get('SHOPONE')}`,
      'OpenWaybill-Version': '1.0',
      ...(body === undefined
        ? {}
        : { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() }),
    },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  const told: ReturnType<typeof JSON.parse> = await answer.json();
  return { status: answer.status, told };
};

const tell = (text: string): void => {
  const line = document.createElement('li');
  line.textContent = text;
  document.querySelector('#told')?.append(line);
};

const buttonNamed = (id: string, onClick: () => Promise<void>): void => {
  const button = document.querySelector<HTMLButtonElement>(`#${id}`);
  if (button === null) return;
  button.disabled = false;
  button.addEventListener('click', () => void onClick());
};

let count = 0;

buttonNamed('order', async () => {
  count += 1;
  const orderNo = `SO-${count}`;
  const submitted = await call('/v1/orders', order(orderNo));
  tell(`${orderNo} ${submitted.status}`);
  const { status, told } = await call('/v1/waybills', waybill(orderNo));
  tell(`waybill ${status} ${told.waybillNo ?? told.code}`);
  if (status !== 201) return;
  for (const { after } of DAY.steps) {
    await courier.control.clock.advance({ by: after });
    const parcel = await call(`/v1/parcels/ZZ/${told.waybillNo}`);
    tell(parcel.told.status);
    if (parcel.told.status === 'DELIVERED') return;
  }
});

/** One operation is answered by the page itself, once; all others by the mock as ever. */
buttonNamed('holiday', async () => {
  const refusal = { code: 'SERVICE_UNAVAILABLE', status: 503 };
  worker.use(
    http.post(`${COURIER}/v1/waybills`, () => HttpResponse.json(refusal, refusal), { once: true }),
  );
  tell('closed');
});
