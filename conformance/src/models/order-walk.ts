import { labelFormatOf } from '../drive/prepare.ts';
import { PRODUCTS } from '../drive/products.ts';
import type { Stage } from '../drive/stage.ts';
import { answerOf, isAccepted } from '../transcript/body.ts';
import { ENDS, orderSubject, reason, scanned, takenBack } from './reached.ts';
import type { Subject, Walk } from './walk.ts';

/** An order of a parcel that was scanned so. */
const shipped =
  (codes: readonly string[]) =>
  async (stage: Stage): Promise<Subject | undefined> => {
    const waybill = await stage.prepare('waybill');
    if ('blocked' in waybill || !(await scanned(stage, waybill.waybillNo, codes))) return undefined;
    return orderSubject(stage, waybill.orderNo);
  };

/** An order of two packages, one of which was delivered and the other brought back. */
const halfDelivered = async (stage: Stage): Promise<Subject | undefined> => {
  const packages = ['P1', 'P2'].map((packageId) => stage.invent.package({ packageId }));
  const made = await stage.prepare('order', { order: stage.invent.order({ packages }) });
  if ('blocked' in made) return undefined;
  const { orderNo } = made;
  for (const [packageId, codes] of [
    ['P1', ENDS.delivered],
    ['P2', ENDS.returned],
  ] as const) {
    const created = await stage.call('createWaybill', {
      body: stage.invent.waybill({ orderNo, packageId, labelFormat: labelFormatOf(stage) }),
      intent: 'PREPARE',
    });
    const waybillNo = String(answerOf(created)?.waybillNo);
    if (!isAccepted(created) || !(await scanned(stage, waybillNo, codes))) return undefined;
  }
  return orderSubject(stage, orderNo);
};

/** An order that is not decided at once, where there is a product of which that is true. */
const undecided = async (stage: Stage): Promise<Subject | undefined> => {
  for (const product of PRODUCTS) {
    const order = stage.invent.order({ service: { product } });
    const submitted = await stage.call('submitOrder', { body: order, intent: 'PREPARE' });
    if (isAccepted(submitted) && answerOf(submitted)?.decision === 'PENDING')
      return orderSubject(stage, order.orderNo);
  }
  return undefined;
};

/** An order whose courier is on its way to the pickup, and has to be called back. */
const calledBack = async (stage: Stage): Promise<Subject | undefined> => {
  const subject = await shipped(['PICKUP_ASSIGNED'])(stage);
  if (subject === undefined) return undefined;
  await stage.call('cancelOrder', { path: subject.path, body: reason, intent: 'PREPARE' });
  return subject;
};

/** The waybills of an order, as the order itself names them. */
const waybillsOf = async (stage: Stage, { path }: Subject): Promise<readonly string[]> => {
  const read = await stage.call('getOrder', { path });
  const waybills: unknown = answerOf(read)?.waybills;
  return (Array.isArray(waybills) ? waybills : []).flatMap(
    (one: { readonly waybillNo?: unknown }) =>
      typeof one?.waybillNo === 'string' ? [one.waybillNo] : [],
  );
};

const scansOf = (codes: readonly string[]) => async (stage: Stage, subject: Subject) => {
  for (const waybillNo of await waybillsOf(stage, subject)) await scanned(stage, waybillNo, codes);
};

/** Orders: every state that operations and scans reach. */
export const order: Walk = {
  entity: 'order',
  role: 'courier',
  read: 'getOrder',
  states: {
    ACCEPTED: {
      reach: async (stage) => {
        const made = await stage.prepare('order');
        return 'blocked' in made ? undefined : orderSubject(stage, made.orderNo);
      },
    },
    ALLOCATED: {
      reach: async (stage) => {
        const made = await stage.prepare('waybill');
        return 'blocked' in made ? undefined : orderSubject(stage, made.orderNo);
      },
    },
    CANCELLED: {
      reach: async (stage) => {
        const made = await stage.prepare('order');
        if ('blocked' in made) return undefined;
        await stage.call('cancelOrder', {
          path: { orderNo: made.orderNo },
          body: reason,
          intent: 'PREPARE',
        });
        return orderSubject(stage, made.orderNo);
      },
    },
    REJECTED: {
      // a courier may take the heaviest parcel: whether it rejects anything is up to it
      isOptional: true,
      reach: async (stage) => {
        const { packages, ...rest } = stage.invent.order();
        const made = await stage.prepare('order', {
          order: { ...rest, packages: packages.map((one) => ({ ...one, weightGrams: 200_000 })) },
        });
        return 'blocked' in made ? undefined : orderSubject(stage, made.orderNo);
      },
    },
    SUBMITTED: { isOptional: true, reach: undecided },
    CANCEL_REQUESTED: { needs: 'SCANS', isOptional: true, reach: calledBack },
    PICKUP_SCHEDULED: { needs: 'SCANS', reach: shipped(['PICKUP_ASSIGNED']) },
    IN_FULFILMENT: { needs: 'SCANS', reach: shipped(['PICKED_UP']) },
    COMPLETED: { needs: 'SCANS', reach: shipped(ENDS.delivered) },
    RETURNED: { needs: 'SCANS', reach: shipped(ENDS.returned) },
    PARTIALLY_COMPLETED: { needs: 'SCANS', reach: halfDelivered },
  },
  coversFacts: true,
  facts: {
    EVERY_LIVE_PACKAGE_BOUND: {
      needs: 'SCANS',
      from: ['ACCEPTED'],
      cause: (stage, { path }) =>
        stage.call('createWaybill', {
          body: stage.invent.waybill({
            orderNo: path.orderNo ?? '',
            labelFormat: labelFormatOf(stage),
          }),
          intent: 'PREPARE',
        }),
    },
    PICKUP_ASSIGNED: { needs: 'SCANS', from: ['ALLOCATED'], cause: scansOf(['PICKUP_ASSIGNED']) },
    PICKUP_FAILED: {
      needs: 'SCANS',
      from: ['PICKUP_SCHEDULED'],
      cause: scansOf(['PICKUP_FAILED']),
    },
    FIRST_PHYSICAL_SCAN: {
      needs: 'SCANS',
      from: ['ALLOCATED', 'PICKUP_SCHEDULED', 'CANCEL_REQUESTED'],
      cause: scansOf(['PICKED_UP']),
    },
    PARCELS_TERMINAL: {
      needs: 'SCANS',
      from: ['IN_FULFILMENT'],
      cause: scansOf(ENDS.delivered.slice(1)),
    },
    PARCEL_CORRECTED: {
      needs: 'SCANS',
      from: ['COMPLETED', 'PARTIALLY_COMPLETED', 'RETURNED'],
      cause: async (stage, subject) => {
        for (const waybillNo of await waybillsOf(stage, subject)) await takenBack(stage, waybillNo);
      },
    },
  },
  commands: {
    cancelOrder: (_stage, { path }) => ({ path, body: reason }),
    updateOrder: (_stage, { path, revision }) => ({
      path,
      body: { remark: '请送至前台' },
      ifMatch: revision,
    }),
  },
};
