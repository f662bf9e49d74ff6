import type { Attempt, Delivery, MockOptions } from '../src/engine/options.ts';
import { PLATFORM, submission, type TestCourier, testCourier } from './mock-courier.ts';

/** What receivers answer to events; their challenges are answered for them. */
export type Receiver = (delivery: Delivery) => Promise<Attempt>;

const CHALLENGED = 'org.openwaybill.discovery.subscription.challenged';

const idOf = (place: number): string => `019a3b10-5c00-7a10-8b20-0c3d4e5f60b${place}`;

/** A courier that a platform has subscribed to at these addresses, in their order. */
export const courierWithReceivers = async (
  urls: readonly string[],
  receive: Receiver,
  more: Partial<MockOptions> = {},
): Promise<TestCourier> => {
  const courier = await testCourier({
    ...more,
    send: async (delivery) => {
      const { type, data } = JSON.parse(delivery.body);
      return type === CHALLENGED
        ? { status: 200, body: JSON.stringify({ challenge: data.challenge }) }
        : receive(delivery);
    },
  });
  for (const [place, callbackUrl] of urls.entries())
    await courier.call('POST', '/event-subscriptions', {
      subscriptionId: idOf(place),
      callbackUrl,
      eventTypes: ['org.openwaybill.order.status.changed'],
      signing: 'V1A',
    });
  return courier;
};

/** Makes the courier tell of a few orders. */
export const order = async ({ call }: TestCourier, count = 1): Promise<void> => {
  for (let at = 1; at <= count; at += 1) await call('POST', '/orders', submission(`SO-${at}`));
};

/** What was attempted so far, in the order in which it was told. */
export const told = ({ mock }: TestCourier): readonly string[] =>
  mock.system.timeline
    .after(PLATFORM, 0)
    .filter(({ kind }) => kind === 'delivery')
    .map(({ at, record }) => `${at} ${record.deliveryId} ${record.status}`);
