import { judge } from '@openwaybill/validate';
import { ORDERS } from '../applicability.ts';
import { knownOperation } from '../drive/operations.ts';
import { answerOf, headerOf, requestOf, statusOf, textOf } from '../transcript/body.ts';
import type { Exchange } from '../transcript/format.ts';
import type { Check, Finding } from '../words.ts';
import { type CaseJudge, checkOf, demand, holds, violated } from './check.ts';
import { SAID } from './sayings.ts';
import type { Seen } from './seen.ts';

const keyOf = (exchange: Exchange): string | undefined =>
  headerOf(exchange.request.headers, 'Idempotency-Key');

/** Requests of the system to the runner, deliveries aside. */
const requestsOf = (seen: Seen): readonly Exchange[] =>
  seen.exchanges.filter(
    ({ from, operation }) =>
      from === 'sut' && operation !== undefined && operation !== 'receiveEvent',
  );

/** Whether a later request is the same command once more: by its key, or because an order is ordered once. */
const isRepeat = (first: Exchange, later: Exchange): boolean =>
  later.seq > first.seq &&
  later.operation === first.operation &&
  later.request.url === first.request.url &&
  ((keyOf(first) !== undefined && keyOf(later) === keyOf(first)) ||
    (first.operation === 'submitOrder' && requestOf(later)?.orderNo === requestOf(first)?.orderNo));

const repeatOf = (requests: readonly Exchange[], first: Exchange): Exchange | undefined =>
  requests.find((later) => isRepeat(first, later));

/** The orders that were sent several times: the first attempt with each later one. */
const repeatedOrders = (seen: Seen): readonly (readonly [Exchange, Exchange])[] => {
  const orders = seen.served('submitOrder');
  return orders.flatMap((first) => {
    const later = repeatOf(orders, first);
    return later === undefined ? [] : [[first, later] as const];
  });
};

/** Milliseconds by which clocks and timers of two systems may be coarse: nobody who waits for seconds is told apart. */
const GRAIN = 20;

const waitsOut =
  (status: number): CaseJudge =>
  (seen) => {
    const requests = requestsOf(seen);
    return requests.flatMap((first): readonly Finding[] => {
      const seconds = headerOf(first.response?.headers, 'Retry-After');
      if (statusOf(first) !== status || seconds === undefined) return [];
      const later = repeatOf(requests, first);
      if (later === undefined) return [holds(first, 'timing')];
      const waited =
        Date.parse(later.request.sentAt) - Date.parse(first.response?.receivedAt ?? '');
      return [
        demand(
          waited >= Number(seconds) * 1000 - GRAIN,
          [later, first],
          { en: 'no repetition before Retry-After is over', zh: 'Retry-After 期满前不重试' },
          { en: 'an earlier repetition', zh: '提前重试' },
          { surface: 'timing' },
        ),
      ];
    });
  };

const neverRepeated: CaseJudge = (seen) => {
  const requests = requestsOf(seen);
  return requests.flatMap((first): readonly Finding[] => {
    if (answerOf(first)?.retryable !== false || knownOperation(first.operation)?.method === 'GET')
      return [];
    const later = requests.find(
      (one) => isRepeat(first, one) && textOf(one.request.body) === textOf(first.request.body),
    );
    return [
      later === undefined
        ? holds(first)
        : violated(
            [later, first],
            { en: 'no repetition of what was refused', zh: '被拒绝的请求不再重复' },
            { en: 'the same request again', zh: '再次发送同一请求' },
          ),
    ];
  });
};

const orders =
  (judgeOrder: (exchange: Exchange) => Finding): CaseJudge =>
  (seen) =>
    seen.served('submitOrder').map(judgeOrder);

const ordering = { offers: 'registerConsignee' } as const;

/** What a caller owes, beside the shape of its requests. */
export const callerChecks: readonly Check[] = [
  checkOf('ORD-001', {
    'masked-consignee': orders((exchange) => {
      const verdict = judge('ConsigneeMasked', requestOf(exchange)?.consignee);
      return verdict.ok
        ? holds(exchange, 'body')
        : violated(
            exchange,
            { en: 'a masked consignee with a reference', zh: '带引用的脱敏收件人' },
            { en: 'another consignee', zh: '其他形式的收件人' },
            {
              pointer: `/consignee${verdict.issues[0]?.pointer ?? ''}`,
              surface: 'body',
            },
          );
    }),
  }),
  checkOf('ORD-012', {
    'consent-beside-preference': orders((exchange) => {
      const preferences: readonly {
        readonly preference?: string;
        readonly consentId?: string;
      }[] = requestOf(exchange)?.deliveryPreferences ?? [];
      const bare = preferences.findIndex(
        ({ preference, consentId }) => preference !== 'DOOR' && consentId === undefined,
      );
      return demand(
        bare === -1,
        exchange,
        { en: 'a consent beside a preference other than the door', zh: '非送货上门的偏好附有同意' },
        { en: 'a preference without consent', zh: '偏好未附同意' },
        bare === -1 ? {} : { pointer: `/deliveryPreferences/${bare}` },
      );
    }),
  }),
  checkOf('CTY-012', {
    'caller.key-stays': {
      judge: (seen) =>
        repeatedOrders(seen).map(([first, later]) =>
          demand(
            keyOf(first) === keyOf(later),
            [later, first],
            { en: 'the key of the first attempt', zh: '首次尝试的幂等键' },
            { en: 'another key', zh: '另一幂等键' },
            { surface: 'header' },
          ),
        ),
      needs: ORDERS,
      when: ordering,
    },
    'caller.body-stays': {
      judge: (seen) =>
        repeatedOrders(seen).map(([first, later]) =>
          demand(
            textOf(first.request.body) === textOf(later.request.body),
            [later, first],
            { en: 'the bytes of the first attempt', zh: '首次尝试的字节' },
            SAID.otherBytes,
            { surface: 'body' },
          ),
        ),
      needs: ORDERS,
      when: ordering,
    },
  }),
  checkOf('DSC-030', {
    'after-503': { judge: waitsOut(503), when: ordering },
    'after-429': waitsOut(429),
  }),
  checkOf('DSC-032', { 'refused-for-good': neverRepeated }),
];
