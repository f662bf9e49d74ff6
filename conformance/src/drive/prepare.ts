import type { OrderSubmission, WaybillCreation } from '@openwaybill/schemas';
import { holds } from '../applicability.ts';
import { answerOf, isAccepted, requestOf, statusOf } from '../transcript/body.ts';
import { CHALLENGE } from '../transcript/challenge.ts';
import type { Exchange, Rung } from '../transcript/format.ts';
import type { Blocked } from '../words.ts';
import { notControlled } from './by-hand.ts';
import type { Identity } from './identity.ts';
import { discoverParcel, type Moved, moveParcel } from './moved-parcel.ts';
import { OBSERVED } from './observation.ts';
import { type OrderWish, type PlacedOrder, placeByHand } from './orders-by-hand.ts';
import { physicalRoute } from './physical-route.ts';
import type { Inbox, Stage } from './stage.ts';
import { subscribable, subscriptionBody } from './subscription-body.ts';
import { TEST_CARRIER } from './test-carrier.ts';
import {
  failed,
  inVain,
  LEFT_OUT,
  NO_OPERATION,
  NOT_OURS,
  type NotReached,
  type Tried,
} from './tried.ts';

/** States that a scenario may ask for, what it may wish of them, and what it gets. */
export type Need = {
  /** An order at a courier. */
  order: {
    readonly wish: { readonly status?: 'ACCEPTED'; readonly order?: OrderSubmission };
    readonly gives: {
      readonly orderNo: string;
      readonly order: OrderSubmission;
      readonly exchange: Exchange;
      readonly revision: number;
    };
  };
  /** A waybill of a fresh order at a courier. */
  waybill: {
    readonly wish: {
      readonly status?: 'BOUND' | 'LABELLED' | 'VOIDED' | 'ACTIVE' | 'FINALISED';
      readonly order?: OrderSubmission;
    };
    readonly gives: {
      readonly orderNo: string;
      readonly order: OrderSubmission;
      readonly creation: WaybillCreation;
      readonly waybillNo: string;
      readonly exchange: Exchange;
    };
  };
  /** A parcel at a courier that moved so; without a wish, one of a fresh waybill. */
  parcel: {
    readonly wish: {
      readonly codes?: readonly string[];
      /** The scenario changes nothing of it: one of others will do. */
      readonly isOnlyRead?: true;
    };
    readonly gives: {
      readonly orderNo: string;
      readonly waybillNo: string;
      readonly carrierCode: string;
    };
  };
  /** An active subscription to every event that the system sends. */
  subscription: {
    readonly wish: {
      readonly eventTypes?: readonly string[];
      /** Who subscribes, if not the runner. */
      readonly as?: Identity;
    };
    readonly gives: {
      readonly subscriptionId: string;
      readonly inbox: Inbox;
      readonly exchange: Exchange;
    };
  };
  /** Two events to the runner that any system can cause: a proposal of terms, and its decline. */
  event: {
    readonly wish: Readonly<Record<never, never>>;
    readonly gives: { readonly agreementId: string };
  };
  /** An order of the platform under test, at the runner as courier. */
  consignment: {
    readonly wish: {
      readonly hasWaybill?: boolean;
      /** An order for a consignee that a merchant has registered. */
      readonly orderNo?: string;
      /** Where test control places none there is none: a person is not bothered for it. */
      readonly isUnattended?: true;
    };
    readonly gives: {
      readonly orderNo: string;
      /** The beginning of the action that placed the order, unless a person did; its result names all references. */
      readonly started: Exchange | undefined;
      readonly consigneeRef: string;
      readonly waybillNo: string | undefined;
      readonly submission: Exchange;
    };
  };
  /** Orders that somebody lets the platform under test place with the runner. */
  orders: {
    readonly wish: OrderWish & { readonly count?: number };
    readonly gives: { readonly placed: readonly PlacedOrder[] };
  };
};

export type Prepared<K extends keyof Need> = Need[K]['gives'];

type Attempt<T> =
  | {
      readonly rung: Rung;
      readonly gives: T;
      readonly ids: Readonly<Record<string, string>>;
      /** Why the ways before did not do; absent: as is usual. */
      readonly tried?: readonly Tried[];
    }
  | NotReached;

/** Ends an attempt whose way the run may not go. */
const barred = (stage: Stage, rung: Rung) =>
  stage.ways.rungs.has(rung)
    ? undefined
    : { blocked: 'NO_FACILITY' as const, tried: [inVain(rung, LEFT_OUT)] };

const prepareOrder = async (
  stage: Stage,
  wish: Need['order']['wish'],
): Promise<Attempt<Prepared<'order'>>> => {
  const bar = barred(stage, 'CONSTRUCT');
  if (bar !== undefined) return bar;
  const order = wish.order ?? stage.invent.order();
  const exchange = await stage.call('submitOrder', { body: order, intent: 'PREPARE' });
  if (!isAccepted(exchange)) return failed('CONSTRUCT', exchange);
  const { orderNo } = order;
  const read = await stage.call('getOrder', { path: { orderNo } });
  if (answerOf(read)?.orderNo !== orderNo) return failed('CONSTRUCT', read);
  return {
    rung: 'CONSTRUCT',
    ids: { orderNo },
    gives: { orderNo, order, exchange, revision: answerOf(read).revision },
  };
};

const prepareWaybill = async (
  stage: Stage,
  wish: Need['waybill']['wish'],
): Promise<Attempt<Prepared<'waybill'>>> => {
  const order = await prepareOrder(stage, wish.order === undefined ? {} : { order: wish.order });
  if ('blocked' in order) return order;
  const { orderNo } = order.gives;
  const creation = stage.invent.waybill({
    orderNo,
    packageId: order.gives.order.packages[0]?.packageId ?? 'P1',
    labelFormat: labelFormatOf(stage),
  });
  const exchange = await stage.call('createWaybill', { body: creation, intent: 'PREPARE' });
  if (!isAccepted(exchange)) return failed('CONSTRUCT', exchange);
  const waybillNo = String(answerOf(exchange)?.waybillNo);
  const gives = { ...order.gives, creation, waybillNo, exchange };
  const ids = { orderNo, waybillNo };
  let moved: Moved | undefined;
  switch (wish.status) {
    case 'LABELLED': {
      const label = await stage.call('getWaybillLabel', {
        path: { waybillNo },
        query: { format: creation.labelFormat },
        intent: 'PREPARE',
      });
      if (!isAccepted(label)) return failed('CONSTRUCT', label);
      break;
    }
    case 'VOIDED': {
      const voided = await stage.call('cancelWaybill', {
        path: { waybillNo },
        body: { reason: 'BUYER_CANCELLED' },
        intent: 'PREPARE',
      });
      if (!isAccepted(voided)) return failed('CONSTRUCT', voided);
      break;
    }
    case 'ACTIVE':
    case 'FINALISED': {
      const codes = wish.status === 'ACTIVE' ? ['PICKED_UP'] : physicalRoute;
      const after = await moveParcel(stage, waybillNo, codes, [NO_OPERATION, NOT_OURS]);
      if ('blocked' in after) return after;
      moved = after;
      break;
    }
    default:
  }
  const read = await stage.call('getWaybill', { path: { waybillNo } });
  const status = answerOf(read)?.status;
  const wanted = wish.status ?? status;
  if (status !== wanted) return failed('CONSTRUCT', read);
  return moved === undefined
    ? { rung: 'CONSTRUCT', ids, gives }
    : { rung: moved.rung, tried: moved.tried, ids, gives };
};

/** A format that the courier claims, small ones first. */
export const labelFormatOf = (stage: Stage): WaybillCreation['labelFormat'] => {
  const claimed = stage.claim.document.labelFormats ?? [];
  return (claimed.find((format) => format.startsWith('ZPL')) ??
    claimed.find((format) => format.startsWith('SVG')) ??
    claimed[0] ??
    'PDF_100X180') as WaybillCreation['labelFormat'];
};

/** At a courier a parcel has a waybill; a relay has those to which somebody subscribed with a proof. */
const openParcel = async (
  stage: Stage,
): Promise<
  Attempt<{ readonly orderNo: string; readonly waybillNo: string; readonly exchange: Exchange }>
> => {
  if (stage.claim.role !== 'hub') return prepareWaybill(stage, {});
  // the relay learns where its courier, whom the runner plays, is asked about the proof
  if (stage.offers('ACTIONS'))
    await stage.callAs('courier', 'triggerTestAction', {
      body: {
        action: 'CREATE_SUBSCRIPTION',
        counterparty: stage.peerUrl,
        input: { eventTypes: [OBSERVED] },
      },
      intent: 'TEST_CONTROL',
    });
  const orderNo = stage.invent.orderNo();
  const waybillNo = `ZZ${stage.invent.uuid().replaceAll('-', '').slice(-12).toUpperCase()}`;
  const exchange = await stage.call('createTrackingSubscription', {
    body: { carrierCode: TEST_CARRIER, waybillNo, proof: { orderNo } },
    intent: 'PREPARE',
  });
  if (!isAccepted(exchange)) return failed('CONSTRUCT', exchange);
  return {
    rung: 'CONSTRUCT',
    ids: { orderNo, waybillNo },
    gives: { orderNo, waybillNo, exchange },
  };
};

const prepareParcel = async (
  stage: Stage,
  wish: Need['parcel']['wish'],
): Promise<Attempt<Prepared<'parcel'>>> => {
  const { codes = [] } = wish;
  const tried: Tried[] = [NO_OPERATION];
  if (codes.length > 0) {
    const found = await discoverParcel(stage, { codes, isOnlyRead: wish.isOnlyRead === true });
    if ('gives' in found) return { ...found, tried };
    tried.push(...found.tried);
  }
  const opened = await openParcel(stage);
  if ('blocked' in opened) return opened;
  const { waybillNo, orderNo } = opened.gives;
  const gives = { orderNo, waybillNo, carrierCode: TEST_CARRIER };
  if (codes.length === 0) return { rung: 'CONSTRUCT', ids: opened.ids, gives };
  const moved = await moveParcel(stage, waybillNo, codes, tried);
  return 'blocked' in moved
    ? moved
    : { rung: moved.rung, tried: moved.tried, ids: opened.ids, gives };
};

const prepareSubscription = async (
  stage: Stage,
  wish: Need['subscription']['wish'],
): Promise<Attempt<Prepared<'subscription'>>> => {
  const eventTypes = wish.eventTypes ?? subscribable(stage);
  if (eventTypes.length === 0)
    return {
      blocked: 'NO_FACILITY',
      tried: [
        inVain('CONSTRUCT', {
          en: 'no event is claimed that can be subscribed to',
          zh: '未声明可订阅的事件',
        }),
      ],
    };
  const inbox = stage.inbox();
  const { as = 'runner' } = wish;
  const exchange = await stage.callAs(as, 'createEventSubscription', {
    body: subscriptionBody(stage, inbox.url, eventTypes),
    intent: 'PREPARE',
  });
  if (!isAccepted(exchange))
    return {
      blocked: 'PEER_NOT_REACHABLE',
      tried: [
        inVain('CONSTRUCT', {
          en: `the subscription was answered ${statusOf(exchange)}`,
          zh: `订阅请求返回 ${statusOf(exchange)}`,
        }),
      ],
    };
  const subscriptionId = String(answerOf(exchange)?.subscriptionId);
  await stage.settle();
  await stage.await(
    {
      eventType: CHALLENGE,
      after: exchange.seq - 1,
      matches: ({ request }) => request.url === inbox.url,
    },
    5_000,
  );
  await stage.settle();
  const read = await stage.callAs(as, 'getEventSubscription', { path: { subscriptionId } });
  if (answerOf(read)?.state !== 'ACTIVE')
    return {
      blocked: 'PEER_NOT_REACHABLE',
      tried: [inVain('CONSTRUCT', { en: 'the challenge did not arrive', zh: '未收到质询' })],
    };
  return { rung: 'CONSTRUCT', ids: { subscriptionId }, gives: { subscriptionId, inbox, exchange } };
};

/** A number that a merchant has registered a consignee under is not asked of a person. */
const consignByHand = async (
  stage: Stage,
  { hasWaybill = true, orderNo, isUnattended }: Need['consignment']['wish'],
): Promise<Attempt<Prepared<'consignment'>>> => {
  const before = [NO_OPERATION, NOT_OURS, notControlled(stage, 'ACTIONS')];
  if (orderNo !== undefined || isUnattended === true)
    return { blocked: 'NO_FACILITY', tried: before };
  const done = await placeByHand(stage, 1, { hasWaybill }, before);
  if ('blocked' in done) return done;
  const [order] = done.placed;
  if (order === undefined) throw new Error('an order that arrived is gone');
  const consigneeRef = String(requestOf(order.submission)?.consignee?.consigneeRef);
  // an order under the account of another courier is none of the runner's
  if (holds({ offers: 'getConsigneeView' }, stage.claim)) {
    const path = { consigneeRef };
    const view = await stage.call('getConsigneeView', { path, intent: 'PREPARE' });
    if (!isAccepted(view)) return failed('OPERATOR', view);
  }
  return {
    rung: 'OPERATOR',
    tried: done.tried,
    ids: { orderNo: order.orderNo, consigneeRef },
    gives: { ...order, started: undefined, consigneeRef },
  };
};

const prepareOrders = async (
  stage: Stage,
  { count = 1, ...wish }: Need['orders']['wish'],
): Promise<Attempt<Prepared<'orders'>>> => {
  const done = await placeByHand(stage, count, wish, [
    NO_OPERATION,
    NOT_OURS,
    notControlled(stage, 'ACTIONS'),
  ]);
  if ('blocked' in done) return done;
  return {
    rung: 'OPERATOR',
    tried: done.tried,
    ids: Object.fromEntries(done.placed.map(({ orderNo }, at) => [`orderNo${at + 1}`, orderNo])),
    gives: { placed: done.placed },
  };
};

const prepareConsignment = async (
  stage: Stage,
  wish: Need['consignment']['wish'],
): Promise<Attempt<Prepared<'consignment'>>> => {
  if (!stage.offers('ACTIONS') || !stage.ways.rungs.has('TEST_CONTROL'))
    return consignByHand(stage, wish);
  const orderNo = wish.orderNo ?? stage.invent.orderNo();
  const started = await act(stage, 'SUBMIT_ORDER', { orderNo, consigneeSeed: orderNo });
  if (!isAccepted(started)) return failed('TEST_CONTROL', started);
  const submission = await stage.await(
    {
      operation: 'submitOrder',
      matches: (exchange) => requestOf(exchange)?.orderNo === orderNo,
    },
    5_000,
  );
  if (submission === undefined)
    return {
      blocked: 'PEER_NOT_REACHABLE',
      tried: [
        inVain('TEST_CONTROL', {
          en: 'the order did not arrive at the runner',
          zh: '订单未到达测试执行器',
        }),
      ],
    };
  await stage.settle();
  const consigneeRef = String(requestOf(submission)?.consignee?.consigneeRef);
  let waybillNo: string | undefined;
  if (wish.hasWaybill !== false) {
    const creating = await act(stage, 'CREATE_WAYBILL', { orderNo });
    if (!isAccepted(creating)) return failed('TEST_CONTROL', creating);
    const created = await stage.await(
      {
        operation: 'createWaybill',
        matches: (exchange) => requestOf(exchange)?.orderNo === orderNo,
      },
      5_000,
    );
    await stage.settle();
    waybillNo = created === undefined ? undefined : String(answerOf(created)?.waybillNo);
    if (waybillNo === undefined)
      return {
        blocked: 'PEER_NOT_REACHABLE',
        tried: [
          inVain('TEST_CONTROL', {
            en: 'the waybill was not asked of the runner',
            zh: '未向测试执行器申请运单',
          }),
        ],
      };
  }
  return {
    rung: 'TEST_CONTROL',
    ids: { orderNo, consigneeRef },
    gives: { orderNo, started, consigneeRef, waybillNo, submission },
  };
};

/** Makes the system act towards the runner; the answer only says that it began. */
export const act = (
  stage: Stage,
  action: string,
  input: Readonly<Record<string, unknown>>,
  probe?: string,
): Promise<Exchange> =>
  stage.call('triggerTestAction', {
    body: { action, counterparty: stage.peerUrl, input },
    intent: 'TEST_CONTROL',
    ...(probe === undefined ? {} : { probe }),
  });

/** Milliseconds for which an event is waited for; where nobody is subscribed, none comes. */
const EVENT_WITHIN = 500;

const prepareEvent = async (stage: Stage): Promise<Attempt<Prepared<'event'>>> => {
  const proposed = await stage.call('proposeAgreement', {
    body: stage.invent.proposal(),
    intent: 'PREPARE',
  });
  if (!isAccepted(proposed)) return failed('CONSTRUCT', proposed);
  const agreementId = String(answerOf(proposed)?.agreementId);
  const declined = await stage.call('terminateAgreement', {
    path: { agreementId },
    body: { reason: '撤回', effectiveOn: answerOf(proposed)?.effectiveFromOn },
    intent: 'PREPARE',
  });
  if (!isAccepted(declined)) return failed('CONSTRUCT', declined);
  await stage.await(
    {
      operation: 'receiveEvent',
      after: proposed.seq,
      matches: (exchange) => {
        const { subject, data } = requestOf(exchange) ?? {};
        return subject === agreementId && data?.toStatus === answerOf(declined)?.status;
      },
    },
    EVENT_WITHIN,
  );
  await stage.settle();
  return { rung: 'CONSTRUCT', ids: { agreementId }, gives: { agreementId } };
};

const LADDER: {
  readonly [K in keyof Need]: (
    stage: Stage,
    wish: Need[K]['wish'],
  ) => Promise<Attempt<Prepared<K>>>;
} = {
  order: prepareOrder,
  waybill: prepareWaybill,
  parcel: prepareParcel,
  subscription: prepareSubscription,
  event: prepareEvent,
  consignment: prepareConsignment,
  orders: prepareOrders,
};

/** Why the rungs before one did not do. */
const BEFORE: { readonly [rung in Rung]?: readonly Tried[] } = {
  TEST_CONTROL: [NO_OPERATION, NOT_OURS],
};

/** Brings a state about and says in the transcript how, or why not. */
export const prepare = async <K extends keyof Need>(
  stage: Stage,
  need: K,
  wish: Need[K]['wish'],
  write: (entry: {
    readonly need: string;
    readonly rung?: Rung;
    readonly tried: readonly Tried[];
    readonly result?: Readonly<Record<string, string>>;
    readonly blocked?: Blocked;
  }) => void,
): Promise<Prepared<K> | { readonly blocked: Blocked }> => {
  const attempt = await LADDER[need](stage, wish);
  if ('blocked' in attempt) {
    write({ need, tried: attempt.tried, blocked: attempt.blocked });
    return { blocked: attempt.blocked };
  }
  write({
    need,
    rung: attempt.rung,
    tried: attempt.tried ?? BEFORE[attempt.rung] ?? [],
    result: attempt.ids,
  });
  return attempt.gives;
};
