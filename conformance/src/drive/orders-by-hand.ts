import { answerOf, isAccepted, requestOf } from '../transcript/body.ts';
import type { Exchange } from '../transcript/format.ts';
import type { Text } from '../words.ts';
import { askByHand } from './by-hand.ts';
import type { Stage } from './stage.ts';
import { inVain, type NotReached, type Tried } from './tried.ts';

/** What is to become of an order that somebody places. */
export type OrderWish = {
  /** The platform takes a waybill for it. */
  readonly hasWaybill?: boolean;
  /** The platform cancels it in the end. */
  readonly isCancelled?: boolean;
};

/** An order of the platform under test at the runner, which nobody but a person made it place. */
export type PlacedOrder = {
  readonly orderNo: string;
  readonly submission: Exchange;
  readonly waybillNo: string | undefined;
};

const promptOf = (stage: Stage, count: number, { hasWaybill, isCancelled }: OrderWish): Text => {
  const at = stage.peerUrl;
  const who = stage.partyId();
  const isOne = count === 1;
  return {
    en: [
      `Let the platform place ${isOne ? 'an order' : `${count} orders`} of one parcel${isOne ? '' : ' each'} for an invented consignee with the courier ${who} at ${at}`,
      ...(hasWaybill === true ? [`take a waybill for ${isOne ? 'it' : 'each'}`] : []),
      ...(isCancelled === true ? [`cancel ${isOne ? 'it' : 'them'} afterwards`] : []),
    ].join(', and then '),
    zh: [
      `请让平台向快递企业 ${who}（${at}）为虚构收件人下 ${count} 个单件订单`,
      ...(hasWaybill === true ? [isOne ? '为其取运单' : '为每单取运单'] : []),
      ...(isCancelled === true ? ['最后取消订单'] : []),
    ].join('，再'),
  };
};

/** The orders that arrived since: each once, however often it was sent. */
const placedSince = (stage: Stage, after: number): readonly PlacedOrder[] => {
  const since = stage.earlier().filter(({ seq, from }) => seq > after && from === 'sut');
  const creations = since.filter((one) => one.operation === 'createWaybill' && isAccepted(one));
  const orders = new Map<string, PlacedOrder>();
  for (const submission of since) {
    const { orderNo } = requestOf(submission) ?? {};
    if (submission.operation !== 'submitOrder' || typeof orderNo !== 'string') continue;
    if (orders.has(orderNo)) continue;
    const creation = creations.find((one) => requestOf(one)?.orderNo === orderNo);
    const waybillNo: unknown = creation && answerOf(creation)?.waybillNo;
    orders.set(orderNo, {
      orderNo,
      submission,
      waybillNo: typeof waybillNo === 'string' ? waybillNo : undefined,
    });
  }
  return [...orders.values()];
};

const areDone = (
  stage: Stage,
  after: number,
  count: number,
  { hasWaybill, isCancelled }: OrderWish,
): boolean => {
  const placed = placedSince(stage, after);
  const cancellations = stage
    .earlier()
    .filter(({ seq, operation }) => seq > after && operation === 'cancelOrder').length;
  return (
    placed.length >= count &&
    (hasWaybill !== true || placed.every(({ waybillNo }) => waybillNo !== undefined)) &&
    (isCancelled !== true || cancellations >= count)
  );
};

/** Has somebody place orders with the runner, and goes on as soon as they have arrived. */
export const placeByHand = async (
  stage: Stage,
  count: number,
  wish: OrderWish,
  before: readonly Tried[],
): Promise<
  { readonly placed: readonly PlacedOrder[]; readonly tried: readonly Tried[] } | NotReached
> => {
  const after = stage.earlier().at(-1)?.seq ?? -1;
  const isDone = () => areDone(stage, after, count, wish);
  const lack = await askByHand(stage, promptOf(stage, count, wish), before, isDone);
  if (lack !== undefined) return lack;
  return isDone()
    ? { placed: placedSince(stage, after), tried: before }
    : {
        blocked: 'PEER_NOT_REACHABLE',
        tried: [
          ...before,
          inVain('OPERATOR', {
            en: 'what was said to be done did not arrive at the runner',
            zh: '所称已完成者未到达测试执行器',
          }),
        ],
      };
};
