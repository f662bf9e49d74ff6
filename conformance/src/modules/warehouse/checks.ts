import { judge } from '@openwaybill/validate';
import {
  type CaseJudge,
  checkOf,
  demand,
  endingOf,
  holds,
  refusal,
  violated,
} from '../../checks/check.ts';
import { SAID, verbatim } from '../../checks/sayings.ts';
import type { Seen } from '../../checks/seen.ts';
import { answerOf, codeOfAnswer, isAccepted, requestOf, statusOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import type { Check, Finding } from '../../words.ts';

type Item = {
  readonly sku: string;
  readonly onHandCount: number;
  readonly reservedCount: number;
  readonly availableCount: number;
  readonly inTransitCount: number;
};
type Change = {
  readonly ledgerSeq: number;
  readonly sku: string;
  readonly onHandDelta: number;
  readonly reservedDelta: number;
  readonly inTransitDelta: number;
};
type Line = {
  readonly lineNo: number;
  readonly expectedCount: number;
  readonly receivedCount: number;
  readonly damagedCount: number;
  readonly shortCount: number;
};

const listIn = <T>(body: unknown, member: string): readonly T[] => {
  const found = (body as Readonly<Record<string, unknown>> | undefined)?.[member];
  return Array.isArray(found) ? found.filter((one) => typeof one === 'object' && one !== null) : [];
};

const itemsOf = (exchange: Exchange | undefined): readonly Item[] =>
  exchange === undefined || !isAccepted(exchange) ? [] : listIn(answerOf(exchange), 'items');

/** Moments at which a scenario reads a snapshot and then the ledger. */
const MOMENTS = ['announced', 'before', 'promised', 'after'];

const snapshots: CaseJudge = (seen) =>
  seen
    .calls('getStock')
    .flatMap((exchange): readonly Finding[] =>
      itemsOf(exchange).map(({ onHandCount, reservedCount, availableCount }, index) =>
        demand(
          availableCount === onHandCount - reservedCount && availableCount >= 0,
          exchange,
          { en: 'on hand less reserved, and not below 0', zh: '在库减预占，且不低于 0' },
          SAID.anotherNumber,
          { pointer: `/items/${index}/availableCount`, surface: 'body' },
        ),
      ),
    );

const changesAt = (seen: Seen, moment: string) => {
  const pages = seen.probe(`warehouse-changes-${moment}`).filter(isAccepted);
  return { pages, changes: pages.flatMap((page) => listIn<Change>(answerOf(page), 'items')) };
};

/** A snapshot of at most this many items is whole. */
const WHOLE = 999;

const replays: CaseJudge = (seen) =>
  MOMENTS.flatMap((moment): readonly Finding[] => {
    const snapshot = seen.one(`warehouse-stock-${moment}`);
    const items = itemsOf(snapshot);
    const { pages, changes } = changesAt(seen, moment);
    if (snapshot === undefined || items.length > WHOLE || changes.length === 0) return [];
    const last = Number(answerOf(snapshot)?.ledgerSeq);
    const sums = new Map<string, readonly [number, number, number]>();
    for (const { ledgerSeq, sku, onHandDelta, reservedDelta, inTransitDelta } of changes) {
      if (ledgerSeq > last) continue;
      const [onHand, reserved, inTransit] = sums.get(sku) ?? [0, 0, 0];
      sums.set(sku, [onHand + onHandDelta, reserved + reservedDelta, inTransit + inTransitDelta]);
    }
    const shown = new Map(
      items.map(({ sku, onHandCount, reservedCount, inTransitCount }) => [
        sku,
        [onHandCount, reservedCount, inTransitCount],
      ]),
    );
    const isSame = [...new Set([...sums.keys(), ...shown.keys()])].every(
      (sku) => String(sums.get(sku) ?? [0, 0, 0]) === String(shown.get(sku) ?? [0, 0, 0]),
    );
    return [
      demand(
        isSame,
        [snapshot, ...pages],
        {
          en: 'the counts that the changes up to its number give',
          zh: '截至该流水号各变动得出的件数',
        },
        { en: 'other counts', zh: '其他件数' },
        { pointer: '/items', surface: 'body' },
      ),
    ];
  });

const numbers: CaseJudge = (seen) =>
  MOMENTS.flatMap((moment): readonly Finding[] => {
    const { pages, changes } = changesAt(seen, moment);
    if (changes.length === 0) return [];
    const broken = changes.findIndex(({ ledgerSeq }, index) => ledgerSeq !== index + 1);
    return [
      demand(
        broken < 0,
        pages,
        { en: 'numbers 1, 2, 3 and so on', zh: '序号 1、2、3，依次递增' },
        { en: `another number in place ${broken + 1}`, zh: `第 ${broken + 1} 位的序号不符` },
        { surface: 'body' },
      ),
    ];
  });

const piecesOf = (exchange: Exchange): number =>
  Number(requestOf(exchange)?.packages?.[0]?.items?.[0]?.quantity?.value);

const skuOf = (exchange: Exchange): string =>
  String(requestOf(exchange)?.packages?.[0]?.items?.[0]?.sku);

const races: CaseJudge = (seen) => {
  const orders = seen.probe('warehouse-race');
  const [first] = orders;
  const before = seen.one('warehouse-stock-before');
  const after = seen.one('warehouse-stock-promised');
  if (first === undefined || before === undefined || after === undefined) return undefined;
  const itemIn = (exchange: Exchange) => itemsOf(exchange).find(({ sku }) => sku === skuOf(first));
  const had = itemIn(before);
  const has = itemIn(after);
  if (had === undefined || has === undefined)
    return violated(
      [before, after],
      { en: 'the item in both snapshots', zh: '两次快照均有该商品' },
      { en: 'no such item', zh: '无此商品' },
      { surface: 'body' },
    );
  const accepted = orders.filter(isAccepted);
  const promised = accepted.reduce((sum, order) => sum + piecesOf(order), 0);
  return [
    demand(
      promised <= had.onHandCount - had.reservedCount,
      orders,
      { en: 'at most what was available', zh: '至多为可用件数' },
      { en: 'more than was available', zh: '超过可用件数' },
      { surface: 'status' },
    ),
    demand(
      has.reservedCount - had.reservedCount === promised,
      [after, ...accepted],
      { en: 'as much reserved as was accepted', zh: '预占数等于受理数' },
      SAID.anotherNumber,
      { surface: 'body' },
    ),
    ...orders
      .filter((order) => !isAccepted(order))
      .map((order) =>
        demand(
          statusOf(order) === 409 && codeOfAnswer(order) === 'OFFER_EXHAUSTED',
          order,
          verbatim('409 OFFER_EXHAUSTED'),
          endingOf(order),
          { surface: 'status' },
        ),
      ),
  ];
};

/** Whether the receipt has each line of the notice once, and every one of them balances. */
const balances = (lines: readonly Line[], counted: readonly Line[]): boolean =>
  counted.length === lines.length &&
  lines.every(({ lineNo, expectedCount }) => {
    const line = counted.find((one) => one.lineNo === lineNo);
    return (
      line !== undefined &&
      line.receivedCount + line.shortCount === expectedCount &&
      line.damagedCount <= line.receivedCount
    );
  });

const receipts: CaseJudge = (seen) => {
  const read = seen.one('warehouse-received');
  if (read === undefined || !isAccepted(read)) return undefined;
  const lines = listIn<Line>(answerOf(read), 'lines');
  const told = seen.events.filter(
    ({ type, data }) =>
      type === 'org.openwaybill.warehouse.inbound.received' && data.asnNo === answerOf(read)?.asnNo,
  );
  return [
    [read, answerOf(read)] as const,
    ...told.flatMap(({ attempts, data }) => attempts.map((one) => [one, data] as const)),
  ].map(([exchange, body]) =>
    demand(
      balances(lines, listIn<Line>(body, 'receivedLines')),
      exchange,
      {
        en: 'received and short add up to expected, damaged is part of received',
        zh: '实收与短少之和等于预期，破损计入实收',
      },
      { en: 'counts that do not balance', zh: '件数不平衡' },
      { surface: 'body' },
    ),
  );
};

/** A member that is missing says nothing of the person; every other flaw of a consignee shows one. */
const maskedOrders: CaseJudge = (seen) =>
  seen.served('createOutbound').map((exchange) => {
    const verdict = judge('OutboundOrder', requestOf(exchange));
    const issues = verdict.ok ? [] : verdict.issues;
    const plain = issues.find(
      ({ pointer, rule }) => pointer.startsWith('/consignee') && rule !== 'required',
    );
    return plain === undefined
      ? holds(exchange, 'body')
      : violated(
          exchange,
          { en: 'a masked consignee', zh: '脱敏的收件人' },
          { en: 'more than the mask leaves', zh: '超出脱敏所留' },
          { pointer: plain.pointer, surface: 'body' },
        );
  });

const ACTIONS = 'ACTIONS';

/** Checks of module `warehouse`. */
export const warehouseChecks: readonly Check[] = [
  checkOf('WHS-001', { snapshots }),
  checkOf('WHS-002', { replay: replays }),
  checkOf('WHS-003', { numbers }),
  checkOf('WHS-004', {
    race: { judge: races, needs: ACTIONS },
    'too-many': {
      judge: refusal('warehouse-too-many', 409, 'OFFER_EXHAUSTED'),
      needs: ACTIONS,
    },
  }),
  checkOf('WHS-005', { 'ordered-out': { judge: maskedOrders, needs: ACTIONS } }),
  checkOf('WHS-006', { receipt: { judge: receipts, needs: ACTIONS } }),
];
