import { both, type CaseJudge, checkOf, demand, refusal, unchanged } from '../../checks/check.ts';
import { SAID } from '../../checks/sayings.ts';
import { answerOf, isAccepted, requestOf, textOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import type { Check, Finding } from '../../words.ts';

type Reading = { readonly exchange: Exchange; readonly count: unknown };

/** Reads of the one asset, each after the step that was recorded before it. */
const counts: CaseJudge = (seen) => {
  const steps = seen.probe('packaging-step').filter(isAccepted);
  const readings: readonly Reading[] = seen
    .probe('packaging-asset-read')
    .filter(isAccepted)
    .map((exchange) => ({ exchange, count: answerOf(exchange)?.cycleCount }));
  const [start, ...later] = readings;
  if (start === undefined) return undefined;
  return [
    demand(
      start.count === 0,
      start.exchange,
      { en: 'a new asset with no cycle', zh: '循环次数为零的新容器' },
      SAID.anotherCount,
      { pointer: '/cycleCount', surface: 'body' },
    ),
    ...later.map(({ exchange, count }): Finding => {
      const before = steps.filter(({ seq }) => seq < exchange.seq);
      // only the first one comes after a cleaning: what follows it is no second round
      const rounds = before.some((one) => requestOf(one)?.step === 'REISSUED') ? 1 : 0;
      return demand(
        count === rounds,
        [exchange, ...before.slice(-1)],
        { en: `${rounds} cycles`, zh: `${rounds} 次循环` },
        SAID.anotherCount,
        { pointer: '/cycleCount', surface: 'body' },
      );
    }),
  ];
};

const statusAndCount = (body: unknown): unknown => {
  const { status, cycleCount } = (body ?? {}) as Readonly<Record<string, unknown>>;
  return [status, cycleCount];
};

/** The answer to a second binding says that it is an anomaly, and so does the list. */
const secondBinding: CaseJudge = (seen) => {
  const second = seen.one('packaging-second-binding');
  const listed = seen.one('packaging-events');
  if (second === undefined) return undefined;
  const told = demand(
    isAccepted(second) && answerOf(second)?.anomaly === true,
    second,
    { en: 'an observation that is kept as an anomaly', zh: '观测以异常保存' },
    isAccepted(second) ? SAID.noAnomaly : SAID.refusal,
    { pointer: '/anomaly', surface: 'body' },
  );
  if (listed === undefined || !isAccepted(listed)) return told;
  const id = requestOf(second)?.assetEventId;
  const items: unknown = answerOf(listed)?.items;
  const entry = (Array.isArray(items) ? items : []).find((one) => one?.assetEventId === id);
  return [
    told,
    demand(
      entry?.anomaly === true,
      [listed, second],
      { en: 'the anomaly in the list', zh: '列表中有该异常' },
      SAID.noAnomaly,
      { surface: 'body' },
    ),
  ];
};

const pointsOf = (body: { readonly items?: unknown }): readonly number[] =>
  (Array.isArray(body?.items) ? body.items : []).map((entry) => Number(entry?.points));

const sum = (points: readonly number[]): number => points.reduce((one, other) => one + other, 0);

/** Each entry says the balance that it and those before it make. */
const runningBalance: CaseJudge = (seen) => {
  const posted = seen.probe('packaging-credit').filter(isAccepted);
  return posted.map((exchange, index) =>
    demand(
      answerOf(exchange)?.balanceAfter ===
        sum(posted.slice(0, index + 1).map((one) => Number(requestOf(one)?.points))),
      exchange,
      { en: 'the sum of the entries so far', zh: '截至目前各分录之和' },
      { en: 'another balance', zh: '另一余额' },
      { pointer: '/balanceAfter', surface: 'body' },
    ),
  );
};

/** The list is complete: its sum is the balance after the last entry. */
const listedBalance: CaseJudge = (seen) =>
  seen
    .probe('packaging-ledger')
    .filter(isAccepted)
    .flatMap((list): readonly Finding[] => {
      const last = seen
        .probe('packaging-credit')
        .filter((one) => isAccepted(one) && one.seq < list.seq)
        .at(-1);
      if (last === undefined) return [];
      return [
        demand(
          sum(pointsOf(answerOf(list))) === answerOf(last)?.balanceAfter,
          [list, last],
          { en: 'entries whose sum is the balance', zh: '总和等于余额的分录' },
          SAID.anotherSum,
          { pointer: '/items', surface: 'body' },
        ),
      ];
    });

/** An order that chose a class of packaging has one price of that class in its charges. */
const pricedPackaging: CaseJudge = (seen) =>
  seen.served('submitOrder').flatMap((order): readonly Finding[] => {
    const { packagingChoice, charges } = requestOf(order) ?? {};
    if (packagingChoice === undefined) return [];
    const lines: unknown = charges?.packaging;
    const prices = (Array.isArray(lines) ? lines : []).filter(
      (line) => line?.packClass === packagingChoice?.packClass,
    );
    return [
      demand(
        prices.length === 1,
        order,
        { en: 'one price of the class that was chosen', zh: '所选类别的一个价格' },
        { en: 'none, or several', zh: '无，或有多个' },
        { pointer: '/charges/packaging', surface: 'body' },
      ),
    ];
  });

const CONSUMER = /cs_[A-Za-z0-9_-]{22}/;
const CONSIGNEE = /cr1_[A-Za-z0-9_-]{23}/;

/** Whatever the system says of a consumer, it names no consignee beside. */
const neverJoined: CaseJudge = (seen) =>
  seen.exchanges.flatMap((exchange): readonly Finding[] => {
    const said = textOf(exchange.from === 'sut' ? exchange.request.body : exchange.response?.body);
    if (!CONSUMER.test(said)) return [];
    return [
      demand(
        !CONSIGNEE.test(said),
        exchange,
        { en: 'a consumer without a consignee', zh: '有消费者而无收件人' },
        { en: 'both in one message', zh: '两者见于同一报文' },
        { surface: 'body' },
      ),
    ];
  });

/** What the module demands beyond the shape of its messages. */
export const packagingChecks: readonly Check[] = [
  checkOf('PKG-001', { 'packaging-count': counts }),
  checkOf('PKG-002', {
    'packaging-second-binding': secondBinding,
    'packaging-binding-stays': unchanged(
      'packaging-bound-once',
      'packaging-bound-twice',
      statusAndCount,
    ),
  }),
  checkOf('PKG-003', {
    'packaging-balance': runningBalance,
    'packaging-listed-balance': listedBalance,
  }),
  checkOf('PKG-004', {
    'packaging-reversal-of-less': refusal('packaging-reversal-of-less', 422, 'RULE_VIOLATION'),
    'packaging-reversal-again': refusal('packaging-reversal-again', 422, 'RULE_VIOLATION'),
  }),
  checkOf('PKG-005', { 'packaging-priced': { judge: pricedPackaging, needs: 'ACTIONS' } }),
  checkOf('PKG-006', { 'packaging-never-joined': neverJoined }),
  checkOf('PKG-007', {
    'packaging-miscopied': both(
      refusal('packaging-miscopied-event', 422, 'CHECK_DIGIT_INVALID', { pointer: '/assetId' }),
      refusal('packaging-miscopied-asset', 422, 'CHECK_DIGIT_INVALID'),
    ),
  }),
];
