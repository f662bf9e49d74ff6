import { HOUR, plan, scan, ship, submission, type TestCourier } from '../mock-courier.ts';

export const ORDER = 'SO-1';

const signedFor = { DELIVERED: {}, RETURN_DELIVERED: { leg: 'RETURN' } } as const;
export type End = keyof typeof signedFor;

/** An order whose parcels have each come to an end; answers the ids of those last events. */
export const ended = async (courier: TestCourier, ends: readonly End[]) => {
  const numbers = await ship(
    courier,
    ORDER,
    ends.map((_, index) => `P${index + 1}`),
  );
  const parcels: { readonly waybillNo: string; readonly eventId: string }[] = [];
  for (const waybillNo of numbers) await scan(courier, waybillNo, 'OUT_FOR_DELIVERY');
  await courier.advance(HOUR);
  for (const [index, waybillNo] of numbers.entries()) {
    const end = ends[index] ?? 'DELIVERED';
    const { eventId } = await scan(courier, waybillNo, end, signedFor[end]);
    parcels.push({ waybillNo, eventId });
  }
  await courier.advance(HOUR);
  return parcels;
};

/** Corrects the end of a parcel: into another one, or as an event that never was. */
export const correct = (
  courier: TestCourier,
  parcel: { readonly waybillNo: string; readonly eventId: string } | undefined,
  to?: End,
) => {
  if (parcel === undefined) throw new Error('there is no such parcel');
  return scan(courier, parcel.waybillNo, to ?? 'DELIVERED', {
    ...(to === undefined ? {} : signedFor[to]),
    correctsEventId: parcel.eventId,
    correctionReason: to === undefined ? 'DID_NOT_OCCUR' : 'INCORRECT_DATA',
  });
};

const scheduled = async (courier: TestCourier): Promise<void> => {
  const [waybillNo = ''] = await ship(courier, ORDER);
  await scan(courier, waybillNo, 'PICKUP_ASSIGNED');
};

/** The way from nothing to each state of an order. */
export const orderIn: Readonly<Record<string, (courier: TestCourier) => Promise<unknown>>> = {
  SUBMITTED: ({ call }) =>
    call('POST', '/orders', submission(ORDER, { service: { product: 'HEAVY' } })),
  ACCEPTED: ({ call }) => call('POST', '/orders', submission(ORDER)),
  REJECTED: ({ call }) =>
    call('POST', '/orders', submission(ORDER, { packages: [plan('P1', 60_000)] })),
  ALLOCATED: (courier) => ship(courier, ORDER),
  PICKUP_SCHEDULED: scheduled,
  IN_FULFILMENT: async (courier) => {
    const [waybillNo = ''] = await ship(courier, ORDER);
    await scan(courier, waybillNo, 'PICKED_UP');
  },
  CANCEL_REQUESTED: async (courier) => {
    await scheduled(courier);
    await courier.call('POST', `/orders/${ORDER}/cancel`, { reason: 'OTHER' });
  },
  CANCELLED: async (courier) => {
    await courier.call('POST', '/orders', submission(ORDER));
    await courier.call('POST', `/orders/${ORDER}/cancel`, { reason: 'OTHER' });
  },
  COMPLETED: (courier) => ended(courier, ['DELIVERED']),
  PARTIALLY_COMPLETED: (courier) => ended(courier, ['DELIVERED', 'RETURN_DELIVERED']),
  RETURNED: (courier) => ended(courier, ['RETURN_DELIVERED']),
};
