import { hasFacility } from '../applicability.ts';
import { concernSuites } from '../concerns/index.ts';
import { NoCredentials } from '../drive/no-credentials.ts';
import { labelFormatOf } from '../drive/prepare.ts';
import type { Stage } from '../drive/stage.ts';
import { subscriptionBody } from '../drive/subscription-body.ts';
import { TEST_CARRIER } from '../drive/test-carrier.ts';
import { suites } from '../modules/index.ts';
import { answerOf, isAccepted } from '../transcript/body.ts';
import type { Claim } from '../words.ts';
import type { Twin, TwinMaker } from './twin.ts';

const DAY = 86_400_000;

const reason = { reason: 'BUYER_CANCELLED' };

const ofOrder =
  (make: (stage: Stage, orderNo: string, revision: number) => Twin): TwinMaker =>
  async (stage) => {
    const order = await stage.prepare('order');
    return 'blocked' in order ? undefined : make(stage, order.orderNo, order.revision);
  };

const ofWaybill =
  (
    status: 'BOUND' | 'LABELLED' | undefined,
    make: (stage: Stage, waybillNo: string, revision: number) => Promise<Twin>,
  ): TwinMaker =>
  async (stage) => {
    const waybill = await stage.prepare('waybill', status === 'LABELLED' ? { status } : {});
    if ('blocked' in waybill) return undefined;
    const path = { waybillNo: waybill.waybillNo };
    const read = await stage.call('getWaybill', { path });
    return make(stage, waybill.waybillNo, answerOf(read)?.revision);
  };

const registration: TwinMaker = async (stage) => {
  if (!stage.has('merchant')) return undefined;
  const { name, mobile, road, building, unitRoom } = stage.person('registered');
  return {
    as: 'merchant',
    body: {
      orderNo: stage.invent.orderNo(),
      basis: 'CONTRACT',
      contact: { name, mobile },
      address: {
        region: {
          countryCode: 'CN',
          regionCode: '210204',
          regionCodeVersion: 'NBS-2023',
          provinceName: '辽宁省',
          cityName: '大连市',
          districtName: '沙河口区',
        },
        road,
        building,
        unitRoom,
        structured: true,
      },
    },
  };
};

/** A consignee of whom the runner may speak: of an order of the platform, or whom a merchant registers. */
const consignee = async (
  stage: Stage,
): Promise<(Pick<Twin, 'as'> & { readonly consigneeRef: string }) | undefined> => {
  const consigned = await stage.prepare('consignment', { hasWaybill: false, isUnattended: true });
  if (!('blocked' in consigned)) return { consigneeRef: consigned.consigneeRef };
  const request = await registration(stage);
  if (request === undefined) return undefined;
  const registered = await stage.callAs('merchant', 'registerConsignee', {
    body: request.body,
    intent: 'PREPARE',
  });
  const consigneeRef = answerOf(registered)?.consignee?.consigneeRef;
  return isAccepted(registered) && typeof consigneeRef === 'string'
    ? { as: 'merchant', consigneeRef }
    : undefined;
};

const CORE: Readonly<Record<string, TwinMaker>> = {
  submitOrder: async (stage) => {
    const order = stage.invent.order();
    return { body: order, read: { operation: 'getOrder', path: { orderNo: order.orderNo } } };
  },
  updateOrder: ofOrder((_stage, orderNo, revision) => ({
    path: { orderNo },
    body: { remark: '请放门卫处', service: { product: 'STANDARD' } },
    ifMatch: revision,
    read: { operation: 'getOrder', path: { orderNo } },
  })),
  cancelOrder: ofOrder((_stage, orderNo) => ({
    path: { orderNo },
    body: reason,
    read: { operation: 'getOrder', path: { orderNo } },
  })),
  checkServiceability: async (stage) => {
    const { shipper, consignee, service } = stage.invent.order();
    const origin = shipper.kind === 'ORGANISATION' ? shipper.pickupAddress?.region : undefined;
    const { regionCode, regionCodeVersion } = consignee.addressMasked;
    return {
      body: {
        lanes: [
          {
            origin,
            destination: { countryCode: 'CN', regionCode, regionCodeVersion },
            product: service.product,
            weightGrams: 1_000,
          },
        ],
      },
    };
  },
  createWaybill: ofOrder((stage, orderNo) => ({
    body: stage.invent.waybill({ orderNo, labelFormat: labelFormatOf(stage) }),
  })),
  cancelWaybill: ofWaybill(undefined, async (_stage, waybillNo) => ({
    path: { waybillNo },
    body: reason,
    read: { operation: 'getWaybill', path: { waybillNo } },
  })),
  confirmPrint: ofWaybill('LABELLED', async (stage, waybillNo) => ({
    path: { waybillNo },
    body: { printedAt: new Date(await stage.now()).toISOString(), copyCount: 1 },
    read: { operation: 'getWaybill', path: { waybillNo } },
  })),
  updateWaybill: ofWaybill(undefined, async (_stage, waybillNo, revision) => ({
    path: { waybillNo },
    body: { weightGrams: 2_345 },
    ifMatch: revision,
    read: { operation: 'getWaybill', path: { waybillNo } },
  })),
  allocateWaybillNumbers: async (stage) => ({
    body: {
      carrierAccountId: stage.invent.waybill({ orderNo: 'OW' }).carrierAccountId,
      numberCount: 1,
    },
  }),
  queryParcels: async (stage) => {
    const parcel = await stage.prepare('parcel');
    if ('blocked' in parcel) return undefined;
    return { body: { parcels: [{ carrierCode: TEST_CARRIER, waybillNo: parcel.waybillNo }] } };
  },
  createEventSubscription: async (stage) => {
    const body = subscriptionBody(stage);
    return {
      body,
      read: {
        operation: 'getEventSubscription',
        path: { subscriptionId: body.subscriptionId },
      },
    };
  },
  updateEventSubscription: async (stage) => {
    // an active one: nothing but a command changes it
    const prepared = await stage.prepare('subscription', {
      eventTypes: ['org.openwaybill.agreement.status.changed'],
    });
    if ('blocked' in prepared) return undefined;
    const { subscriptionId } = prepared;
    const path = { subscriptionId };
    const read = await stage.call('getEventSubscription', { path });
    return {
      path,
      body: { eventTypes: ['org.openwaybill.continuity.interruption.noticed'] },
      ifMatch: answerOf(read)?.revision,
      read: { operation: 'getEventSubscription', path },
    };
  },
  proposeAgreement: async (stage) => ({ body: stage.invent.proposal() }),
  requestErasure: async (stage) => ({
    body: {
      consigneeRefs: [stage.invent.consigneeRef()],
      basis: 'CONSIGNEE_REQUEST',
      deadlineAt: new Date((await stage.now()) + 10 * DAY).toISOString(),
    },
  }),
  recordConsent: async (stage) => {
    const whose = await consignee(stage);
    if (whose === undefined) return undefined;
    const { as, consigneeRef } = whose;
    return {
      ...(as === undefined ? {} : { as }),
      body: {
        consentId: stage.invent.uuid(),
        consigneeRef,
        scope: 'ONE_PARCEL',
        preference: 'SERVICE_POINT',
        grantedAt: new Date(await stage.now()).toISOString(),
        channel: 'PHONE_CALL',
      },
    };
  },
  registerConsignee: registration,
};

const EVERY: Readonly<Record<string, TwinMaker>> = Object.assign(
  {},
  CORE,
  ...[...suites, ...concernSuites].map(({ twins }) => twins),
);

/** None where the run speaks for nobody who may ask so. */
const ofKnownParty =
  (make: TwinMaker): TwinMaker =>
  async (stage) => {
    try {
      const twin = await make(stage);
      return twin?.as === undefined || stage.has(twin.as) ? twin : undefined;
    } catch (error) {
      if (error instanceof NoCredentials) return undefined;
      throw error;
    }
  };

/** For each operation with a body that the suite can have accepted at any time: how. */
export const TWINS: Readonly<Record<string, TwinMaker>> = Object.fromEntries(
  Object.entries(EVERY).map(([operationId, make]) => [operationId, ofKnownParty(make)]),
);

const NEEDS: Readonly<Record<string, string>> = Object.assign(
  {},
  ...suites.map(({ twinNeeds }) => twinNeeds),
);

/** Whether a run has what its twin needs, to have an operation accepted. */
export const isWithinReach = (operationId: string, claim: Claim): boolean => {
  const need = NEEDS[operationId];
  return need === undefined || hasFacility(claim, need);
};

/** The order of an order number inside a body that is to stay unknown to the system. */
export const renewed = (stage: Stage, operation: string, twin: Twin): Twin => {
  const body = twin.body as Readonly<Record<string, unknown>>;
  switch (operation) {
    case 'submitOrder': {
      const orderNo = stage.invent.orderNo();
      return { body: { ...body, orderNo }, read: { operation: 'getOrder', path: { orderNo } } };
    }
    case 'createEventSubscription': {
      const subscriptionId = stage.invent.uuid();
      return {
        body: { ...body, subscriptionId },
        read: { operation: 'getEventSubscription', path: { subscriptionId } },
      };
    }
    default:
      return twin;
  }
};
