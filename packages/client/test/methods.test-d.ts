import { expectTypeOf, test } from 'vitest';
import type { components as Receiver } from '../src/generated/receiver.ts';
import type { components as Sender } from '../src/generated/sender.ts';
import { type CallerRole, connect, known, type LocalCode } from '../src/index.ts';
import { createReceiver } from '../src/receiver.ts';

type Received = Receiver['schemas'];
type Sent = Sender['schemas'];

const courier = connect({ baseUrl: 'https://courier.test', role: 'platform' });
const draft = {} as Sent['WaybillCreation'];

test('a body is of the sender form and an answer of the receiver form', async () => {
  expectTypeOf(courier.createWaybill).parameter(0).toHaveProperty('body');
  expectTypeOf<Parameters<typeof courier.createWaybill>[0]['body']>().toEqualTypeOf(draft);
  const result = await courier.createWaybill({ body: draft });
  if (result.ok) {
    expectTypeOf(result.value).toEqualTypeOf<Received['Waybill']>();
    expectTypeOf(result.revision).toEqualTypeOf<number | undefined>();
  }
});

test('a call takes only the parts that its operation has', () => {
  // @ts-expect-error the body is missing
  courier.createWaybill({});
  // @ts-expect-error a read has no body
  courier.getOrder({ path: { orderNo: 'SO-1' }, body: draft });
  // @ts-expect-error the path has another parameter
  courier.getOrder({ path: { waybillNo: 'ZZ1' } });
  // @ts-expect-error a change names the revision that it changes
  courier.updateOrder({ path: { orderNo: 'SO-1' }, body: {} });
  // @ts-expect-error a read has no key
  courier.getOrder({ path: { orderNo: 'SO-1' }, idempotencyKey: 'k' });
  expectTypeOf(courier.getCapabilities).toBeCallableWith();
  expectTypeOf(courier.listOrders).toBeCallableWith({ query: { limit: 20 } });
});

test('a role has no operation of another', () => {
  expectTypeOf(courier).toHaveProperty('createWaybill');
  expectTypeOf(courier).not.toHaveProperty('requestReveal');
  const platform = connect({ baseUrl: 'https://platform.test', role: 'courier' });
  expectTypeOf(platform).toHaveProperty('requestReveal');
  expectTypeOf(platform).not.toHaveProperty('createWaybill');
  expectTypeOf<'regulator'>().toExtend<CallerRole>();
});

test('a refusal has the codes of its operation', async () => {
  const result = await courier.createWaybill({ body: draft });
  if (result.ok) return;
  const { code } = result.problem;
  expectTypeOf<'BALANCE_EXHAUSTED'>().toExtend<typeof code>();
  expectTypeOf<LocalCode>().toExtend<typeof code>();
  expectTypeOf(result.problem.retryable).toEqualTypeOf<boolean>();
  expectTypeOf(result.problem.noticeId).toEqualTypeOf<string | undefined>();
});

test('an iterator gives the items of a list', async () => {
  for await (const order of courier.listOrders.all())
    expectTypeOf(order).toEqualTypeOf<Received['Order']>();
  expectTypeOf(courier.getOrder).not.toHaveProperty('all');
});

test('a handler gets the event of its type', () => {
  createReceiver({
    keys: [],
    handlers: {
      'org.openwaybill.waybill.status.changed': (event) => {
        expectTypeOf(event.type).toEqualTypeOf<'org.openwaybill.waybill.status.changed'>();
        expectTypeOf(event.data).toEqualTypeOf<Received['WaybillStatusChange']>();
      },
      // @ts-expect-error there is no such type
      'org.openwaybill.waybill.status.forgotten': () => undefined,
    },
  });
});

test('a known code is one of its list', () => {
  const { code } = known('RejectReason', 'OVERWEIGHT');
  expectTypeOf(code).toEqualTypeOf<Sent['RejectReason'] | undefined>();
});
