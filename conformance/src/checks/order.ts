import {
  answerOf,
  codeOfAnswer,
  isAccepted,
  requestOf,
  statusOf,
  textOf,
} from '../transcript/body.ts';
import type { Check } from '../words.ts';
import {
  acceptance,
  blocked,
  both,
  type CaseJudge,
  checkOf,
  demand,
  endingOf,
  holds,
  refusal,
  unchanged,
  violated,
} from './check.ts';
import { isSame } from './derived/difference.ts';
import { haveMet } from './in-flight.ts';
import { labelTexts } from './label-text.ts';
import { outcomeSaid, SAID, statusSaid, verbatim } from './sayings.ts';
import { acceptedAnswers, eventsBy, type Seen } from './seen.ts';
import { statusChain } from './status-chain.ts';

/** What a repeat answers: the stored order, whatever has moved it since. */
const isSameOrder =
  (first: string, second: string): CaseJudge =>
  (seen) => {
    const a = seen.one(first);
    const b = seen.one(second);
    if (a === undefined || b === undefined || !isAccepted(a)) return undefined;
    return demand(
      answerOf(a)?.carrierOrderNo === answerOf(b)?.carrierOrderNo &&
        answerOf(a)?.orderNo === answerOf(b)?.orderNo,
      [b, a],
      { en: 'the order that exists', zh: '已存在的订单' },
      { en: 'another order', zh: '另一订单' },
      { pointer: '/carrierOrderNo', surface: 'body' },
    );
  };

/** A probe that asks for something that must not exist. */
const absent =
  (probe: string): CaseJudge =>
  (seen) =>
    seen
      .probe(probe)
      .map((exchange) =>
        demand(
          statusOf(exchange) === 404 && codeOfAnswer(exchange) === 'NOT_FOUND',
          exchange,
          verbatim('404 NOT_FOUND'),
          endingOf(exchange),
          { surface: 'status' },
        ),
      );

const plaintext = (probe: string): CaseJudge =>
  both(refusal(probe, 422, 'PLAINTEXT_PERSONAL_DATA'), absent(`${probe}-read`));

const statusIs =
  (probe: string, ...wanted: readonly string[]): CaseJudge =>
  (seen) =>
    seen
      .probe(probe)
      .filter(isAccepted)
      .map((exchange) =>
        demand(
          wanted.includes(answerOf(exchange)?.status),
          exchange,
          statusSaid(wanted),
          statusSaid([answerOf(exchange)?.status]),
          { pointer: '/status', surface: 'body' },
        ),
      );

/** Remarks of accepted orders, by order. */
const remarks = (seen: Seen): ReadonlyMap<string, string> =>
  new Map(
    [...seen.calls('submitOrder'), ...seen.calls('updateOrder')]
      .filter(isAccepted)
      .flatMap((exchange) => {
        const remark = requestOf(exchange)?.remark;
        const orderNo = answerOf(exchange)?.orderNo;
        return typeof remark === 'string' && typeof orderNo === 'string'
          ? [[orderNo, remark] as const]
          : [];
      }),
  );

/** Checks of module `order`. */
export const orderChecks: readonly Check[] = [
  checkOf('ORD-002', {
    name: plaintext('plain-name'),
    phone: plaintext('plain-phone'),
    unit: plaintext('plain-unit'),
    member: plaintext('plain-member'),
  }),
  checkOf('ORD-003', {
    'same-content': both(
      acceptance('order-again-equal', 200),
      isSameOrder('order-first', 'order-again-equal'),
    ),
    'other-content': refusal('order-again-different', 409, 'DUPLICATE'),
    'nothing-changed': unchanged('order-before-duplicate', 'order-after-duplicate'),
  }),
  checkOf('ORD-004', {
    'case-folded': refusal('packages-case-folded', 422, 'RULE_VIOLATION'),
  }),
  checkOf('ORD-005', {
    answered: (seen) =>
      acceptedAnswers(seen, 'submitOrder').map(({ exchange, body }) =>
        demand(
          typeof body?.decision === 'string',
          exchange,
          { en: 'a decision', zh: '已有决定' },
          { en: 'an order without one', zh: '订单尚无决定' },
          { pointer: '/decision', surface: 'body' },
        ),
      ),
    decided: function* (seen) {
      const reads = seen.probe('decided-order');
      for (const read of reads) {
        const { decision, orderNo } = answerOf(read) ?? {};
        const told = eventsBy(seen, 'order.status.changed', 'orderNo').get(String(orderNo)) ?? [];
        yield demand(
          decision !== 'PENDING' &&
            told.some(({ data }) => ['ACCEPTED', 'REJECTED'].includes(data.toStatus)),
          read,
          {
            en: 'a decision within the agreed time, and the event of it',
            zh: '约定时间内作出决定，并发送其事件',
          },
          decision === 'PENDING'
            ? { en: 'the order is still pending', zh: '订单仍待决定' }
            : { en: 'a decision without its event', zh: '有决定而无其事件' },
          { pointer: '/decision', surface: 'body' },
        );
      }
      // who decides at once owes no event of a later decision
      if (reads.length === 0)
        for (const exchange of seen.probe('product-order'))
          if (isAccepted(exchange) && answerOf(exchange)?.decision !== 'PENDING')
            yield holds(exchange, 'body');
    },
  }),
  checkOf('ORD-006', {
    current: acceptance('update-current', 200),
    stale: refusal('update-stale', 412, 'REVISION_STALE'),
    absent: refusal('update-without', 428, 'PRECONDITION_REQUIRED'),
    unchanged: unchanged('update-before-refusals', 'update-after-refusals'),
    race: (seen) => {
      const race = seen.probe('update-race');
      if (race.length < 2) return undefined;
      if (!haveMet(race)) return blocked(race, 'TOO_FEW_SAMPLES');
      const statuses = race.map(statusOf).sort();
      return demand(
        statuses[0] === 200 && statuses.slice(1).every((status) => status === 412),
        race,
        { en: 'one 200 and one 412', zh: '一个 200 与一个 412' },
        verbatim(statuses.join(', ')),
        { surface: 'status' },
      );
    },
  }),
  checkOf('ORD-007', {
    chain: (seen) =>
      statusChain(seen, { type: 'order.status.changed', id: 'orderNo', read: 'getOrder' }),
  }),
  checkOf('ORD-009', {
    'after-scan': {
      needs: 'SCANS',
      judge: (seen) =>
        seen.probe('cancel-order-late').map((exchange) => {
          const outcome = answerOf(exchange)?.outcome;
          return demand(
            (isAccepted(exchange) && outcome === 'TOO_LATE') ||
              codeOfAnswer(exchange) === 'STATE_ILLEGAL',
            exchange,
            { en: 'TOO_LATE or 409 STATE_ILLEGAL', zh: 'TOO_LATE 或 409 STATE_ILLEGAL' },
            isAccepted(exchange) ? outcomeSaid(outcome) : endingOf(exchange),
            { surface: 'body' },
          );
        }),
    },
    'not-cancelled': {
      needs: 'SCANS',
      judge: statusIs('order-after-cancel-late', 'IN_FULFILMENT'),
    },
  }),
  checkOf('ORD-010', {
    reads: function* (seen) {
      for (const [orderNo, remark] of remarks(seen))
        for (const exchange of seen.exchanges) {
          if (exchange.to !== 'sut' || !isAccepted(exchange)) continue;
          const text = textOf(exchange.response?.body);
          if (!text.includes(orderNo)) continue;
          yield demand(
            !text.includes(remark),
            exchange,
            { en: 'an order without its remark', zh: '不含备注的订单' },
            SAID.remarkOfOrder,
            { surface: 'body' },
          );
        }
    },
    labels: function* (seen) {
      const all = [...remarks(seen).values()];
      for (const { exchange, text } of labelTexts(seen))
        yield demand(
          !all.some((remark) => text.includes(remark)),
          exchange,
          { en: 'a label without the remark', zh: '不含备注的面单' },
          SAID.remarkOfOrder,
          { pointer: '/content', surface: 'label' },
        );
    },
  }),
  checkOf('ORD-011', {
    'order-kept': (seen) =>
      seen.probe('batch-one-bad').map((exchange) => {
        const results: readonly { readonly index?: number }[] = answerOf(exchange)?.results ?? [];
        return demand(
          isAccepted(exchange) &&
            results.length === 3 &&
            results.every(({ index }, at) => index === at),
          exchange,
          { en: 'three results in the order of the request', zh: '与请求次序一致的三个结果' },
          isAccepted(exchange)
            ? { en: 'results in another order or number', zh: '结果的次序或数目不符' }
            : endingOf(exchange),
          { pointer: '/results', surface: 'body' },
        );
      }),
    replayed: (seen) => {
      const first = seen.one('batch-one-bad');
      const again = seen.one('batch-again');
      if (first === undefined || again === undefined || !isAccepted(first)) return undefined;
      return demand(
        isSame(answerOf(again), answerOf(first)),
        [again, first],
        { en: 'the results of the first answer', zh: '首次应答的结果' },
        endingOf(again),
        { pointer: '/results', surface: 'body' },
      );
    },
    'judged-alone': (seen) =>
      seen.probe('batch-one-bad').map((exchange) => {
        const results: readonly { readonly index?: number; readonly status?: number }[] =
          answerOf(exchange)?.results ?? [];
        const byIndex = [0, 1, 2].map(
          (index) => results.find((one) => one.index === index)?.status,
        );
        return demand(
          byIndex[0] === 201 && byIndex[1] === 422 && byIndex[2] === 201,
          exchange,
          { en: 'statuses 201, 422, 201', zh: '状态码 201、422、201' },
          { en: `statuses ${byIndex.join(', ')}`, zh: `状态码 ${byIndex.join('、')}` },
          { pointer: '/results', surface: 'body' },
        );
      }),
  }),
  checkOf('ORD-013', {
    locker: both(
      refusal('no-consent-LOCKER', 403, 'CONSENT_MISSING'),
      absent('no-consent-LOCKER-read'),
    ),
    station: both(
      refusal('no-consent-SERVICE_POINT', 403, 'CONSENT_MISSING'),
      absent('no-consent-SERVICE_POINT-read'),
    ),
  }),
  checkOf('ORD-014', {
    agrees: function* (seen) {
      for (const weight of [1_000, 200_000]) {
        const asked = seen.one(`lane-${weight}`);
        const ordered = seen.one(`lane-order-${weight}`);
        if (asked === undefined || ordered === undefined) continue;
        if (!isAccepted(asked) || !isAccepted(ordered)) {
          yield blocked([ordered, asked], 'STATE_NOT_REACHED');
          continue;
        }
        const [lane] = answerOf(asked)?.results ?? [];
        const product = requestOf(ordered)?.service?.product;
        const isServed = lane?.reachable === true && lane?.products?.includes(product) === true;
        const isTaken = answerOf(ordered)?.decision !== 'REJECTED';
        yield isServed === isTaken
          ? holds([ordered, asked], 'body')
          : violated(
              [ordered, asked],
              isServed
                ? { en: 'an order that is not rejected', zh: '未被拒绝的订单' }
                : { en: 'a rejected order', zh: '被拒绝的订单' },
              {
                en: `decision ${answerOf(ordered)?.decision}`,
                zh: `决定 ${answerOf(ordered)?.decision}`,
              },
              { pointer: '/decision', surface: 'body' },
            );
      }
    },
  }),
  checkOf('ORD-015', {
    'picked-up': { needs: 'SCANS', judge: statusIs('door-order-picked-up', 'IN_FULFILMENT') },
    delivered: { needs: 'SCANS', judge: statusIs('door-order-done', 'COMPLETED') },
    'taken-back': {
      optional: true,
      judge: (seen) => {
        const parcel = seen.one('after-correction-parcel');
        if (parcel === undefined || !isAccepted(parcel)) return undefined;
        // a parcel that stays delivered is judged as such
        return answerOf(parcel)?.terminal === false
          ? statusIs('order-taken-back', 'IN_FULFILMENT')(seen)
          : undefined;
      },
    },
  }),
];
