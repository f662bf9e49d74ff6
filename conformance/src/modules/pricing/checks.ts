import { blocked, type CaseJudge, checkOf, demand, refusal, violated } from '../../checks/check.ts';
import { SAID } from '../../checks/sayings.ts';
import { acceptedAnswers } from '../../checks/seen.ts';
import { answerOf, isAccepted, requestOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import type { Check } from '../../words.ts';

type Line = { readonly component?: unknown; readonly vasCode?: unknown };
type Bracket = { readonly fromGrams?: unknown; readonly toGrams?: unknown };

// biome-ignore lint/suspicious/noExplicitAny: an answer may hold anything
const listOf = (value: unknown): readonly any[] => (Array.isArray(value) ? value : []);

const moneyOf = (value: unknown): string => {
  const { currency, minor } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return JSON.stringify([currency, minor]);
};

/** The quotes of the scenarios, those for one request together. */
const sameRequests = (
  quotes: readonly Exchange[],
): readonly (readonly [Exchange, ...Exchange[]])[] => {
  const groups = new Map<string, [Exchange, ...Exchange[]]>();
  for (const exchange of quotes) {
    const key = JSON.stringify(requestOf(exchange));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [exchange]);
    else group.push(exchange);
  }
  return [...groups.values()];
};

const equalTotals: CaseJudge = (seen) =>
  sameRequests(seen.probe('pricing-quote').filter(isAccepted)).flatMap(([first, ...later]) =>
    later
      .filter(
        (exchange) =>
          Date.parse(String(answerOf(exchange)?.createdAt)) <
          Date.parse(String(answerOf(first)?.validUntilAt)),
      )
      .map((exchange) =>
        demand(
          moneyOf(answerOf(exchange)?.total) === moneyOf(answerOf(first)?.total),
          [exchange, first],
          { en: 'the total of the quote before', zh: '先前报价的合计' },
          SAID.anotherTotal,
          { pointer: '/total', surface: 'body' },
        ),
      ),
  );

/** Lines for services that are not among those that were chosen. */
const unasked = (lines: unknown, chosen: readonly unknown[]): readonly Line[] =>
  listOf(lines).filter(
    (line: Line | null) => line?.component === 'VAS' && !chosen.includes(line.vasCode),
  );

const quotedServices: CaseJudge = (seen) =>
  seen
    .probe('pricing-quote')
    .filter(isAccepted)
    .map((exchange) =>
      demand(
        unasked(answerOf(exchange)?.lines, listOf(requestOf(exchange)?.vas)).length === 0,
        exchange,
        { en: 'no service that was not asked for', zh: '无未请求的服务' },
        SAID.lineOfOtherService,
        { pointer: '/lines', surface: 'body' },
      ),
    );

/** The advices that the runner read, each with its order as it was submitted, where the runner submitted it. */
const advisedOrders = (seen: Parameters<CaseJudge>[0], probe: string) => {
  const orders = new Map(
    seen
      .calls('submitOrder')
      .filter(isAccepted)
      .map((exchange) => [String(requestOf(exchange)?.orderNo), requestOf(exchange)]),
  );
  const orderOf = new Map(
    acceptedAnswers(seen, 'createWaybill').map(({ exchange, body }) => [
      String(body?.waybillNo),
      orders.get(String(requestOf(exchange)?.orderNo)),
    ]),
  );
  return seen
    .probe(probe)
    .filter(isAccepted)
    .flatMap((exchange) =>
      listOf(answerOf(exchange)?.items).flatMap((advice) => {
        const order = orderOf.get(String(advice?.waybillNo));
        return order === undefined ? [] : [{ exchange, advice, order }];
      }),
    );
};

const advisedServices: CaseJudge = (seen) =>
  advisedOrders(seen, 'pricing-honoured-advices').map(({ exchange, advice, order }) => {
    const recorded = seen
      .calls('recordVasChoice')
      .filter((one) => isAccepted(one) && requestOf(one)?.orderNo === order?.orderNo)
      .map((one) => requestOf(one)?.vasCode);
    return demand(
      unasked(advice?.lines, [...listOf(order?.service?.vas), ...recorded]).length === 0,
      exchange,
      { en: 'no service that was not chosen', zh: '无未选择的服务' },
      SAID.lineOfOtherService,
      { pointer: '/items', surface: 'body' },
    );
  });

const honoured: CaseJudge = (seen) => {
  const quote = seen.one('pricing-honoured-quote');
  const listed = seen.one('pricing-honoured-advices');
  if (quote === undefined || listed === undefined) return undefined;
  if (!isAccepted(quote) || !isAccepted(listed))
    return blocked([listed, quote], 'STATE_NOT_REACHED');
  const { quoteId, total } = answerOf(quote) ?? {};
  const advice = listOf(answerOf(listed)?.items).find((one) => one?.quoteId === quoteId);
  return advice === undefined
    ? violated([listed, quote], SAID.adviceOfQuote, SAID.none, {
        pointer: '/items',
        surface: 'body',
      })
    : demand(
        moneyOf(advice.total) === moneyOf(total),
        [listed, quote],
        { en: 'the total of the quote', zh: '报价的合计' },
        SAID.anotherTotal,
        { pointer: '/items', surface: 'body' },
      );
};

const isJoined = (brackets: readonly Bracket[]): boolean => {
  const sorted = brackets.toSorted((a, b) => Number(a?.fromGrams) - Number(b?.fromGrams));
  return (
    sorted.length > 0 &&
    sorted.every(
      (one, at) =>
        one?.fromGrams === (at === 0 ? 0 : sorted[at - 1]?.toGrams) &&
        Number(one?.toGrams) > Number(one?.fromGrams),
    )
  );
};

const joined: CaseJudge = (seen) =>
  seen
    .probe('pricing-tariffs')
    .filter(isAccepted)
    .flatMap((exchange) =>
      listOf(answerOf(exchange)?.items).flatMap((tariff, at) =>
        listOf(tariff?.zones).map((zone) =>
          demand(
            isJoined(listOf(tariff?.brackets).filter((one) => one?.zoneCode === zone?.zoneCode)),
            exchange,
            {
              en: 'brackets of a zone that begin at 0 and join',
              zh: '分区的计价段自 0 起首尾相接',
            },
            { en: 'a gap, an overlap or no bracket', zh: '有空缺、重叠，或无计价段' },
            { pointer: `/items/${at}/brackets`, surface: 'body' },
          ),
        ),
      ),
    );

type Charge = { readonly currency?: unknown; readonly minor?: unknown };

const partsOf = (list: unknown): readonly Charge[] => listOf(list).map((one) => one?.amount);

/** Everything that is charged less everything that is given, exactly and in one currency. */
const addsUp = (charges: Readonly<Record<string, unknown>>): boolean => {
  const plus = [charges.commodity, charges.express] as readonly Charge[];
  const charged = [...plus, ...partsOf(charges.vas), ...partsOf(charges.packaging)];
  const given = partsOf(charges.discounts);
  const total = charges.total as Charge;
  const all = [...charged, ...given, total];
  if (!all.every((one) => Number.isSafeInteger(one?.minor))) return false;
  const sum = (list: readonly Charge[]) =>
    list.reduce((minor, one) => minor + BigInt(one.minor as number), 0n);
  return (
    all.every((one) => one?.currency === total?.currency) &&
    sum(charged) - sum(given) === sum([total])
  );
};

const chargedOrders = (seen: Parameters<CaseJudge>[0]) =>
  seen.served('submitOrder').flatMap((exchange) => {
    const charges = requestOf(exchange)?.charges;
    return typeof charges === 'object' && charges !== null ? [{ exchange, charges }] : [];
  });

const ownSum: CaseJudge = (seen) =>
  chargedOrders(seen).map(({ exchange, charges }) =>
    demand(
      addsUp(charges),
      exchange,
      { en: 'components less discounts that are the total', zh: '各项减折扣等于合计' },
      SAID.anotherTotal,
      { pointer: '/charges/total', surface: 'body' },
    ),
  );

/** The runner is a courier with a price on every lane, so a delivery that costs nothing is hidden in the goods. */
const freeAndStated: CaseJudge = (seen) =>
  chargedOrders(seen)
    .filter(({ charges }) => charges.freeShipping?.applies === true)
    .map(({ exchange, charges }) =>
      demand(
        Number(charges.express?.minor) > 0 &&
          listOf(charges.discounts).some((one) => one?.scope === 'EXPRESS') &&
          charges.freeShipping.bearer !== undefined,
        exchange,
        {
          en: 'the price of the delivery, a discount of it, and who bears it',
          zh: '运费、其折扣及承担方',
        },
        { en: 'free shipping without one of them', zh: '包邮缺少其一' },
        { pointer: '/charges', surface: 'body' },
      ),
    );

/** Checks of module `pricing`, with an arithmetic of their own. */
export const pricingChecks: readonly Check[] = [
  checkOf('PRC-001', { 'own-orders': { needs: 'ACTIONS', judge: ownSum } }),
  checkOf('PRC-002', {
    'off-by-one': refusal('pricing-charges-off', 422, 'CHARGE_SUM_MISMATCH', {
      pointer: '/charges/total',
    }),
  }),
  checkOf('PRC-003', { 'free-shipping': { needs: 'ACTIONS', judge: freeAndStated } }),
  checkOf('PRC-004', { honoured: { needs: 'SCANS', judge: honoured } }),
  checkOf('PRC-005', { joined }),
  checkOf('PRC-006', { 'asked-twice': equalTotals }),
  checkOf('PRC-007', {
    quoted: quotedServices,
    advised: { needs: 'SCANS', judge: advisedServices },
  }),
];
