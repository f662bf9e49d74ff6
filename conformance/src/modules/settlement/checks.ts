import { type CaseJudge, checkOf, demand, holds, refusal, violated } from '../../checks/check.ts';
import { SAID } from '../../checks/sayings.ts';
import { attemptsOf, eventsOfType } from '../../checks/seen.ts';
import { knownOperation } from '../../drive/operations.ts';
import { answerOf, isAccepted, requestOf } from '../../transcript/body.ts';
import type { Check, Finding } from '../../words.ts';

// biome-ignore lint/suspicious/noExplicitAny: an answer may hold anything
const listOf = (value: unknown): readonly any[] => (Array.isArray(value) ? value : []);

/** A sum that no rounding can hide a difference in. */
const exactSum = (minors: readonly unknown[]): bigint | undefined =>
  minors.every((one) => Number.isSafeInteger(one))
    ? minors.reduce((sum: bigint, one) => sum + BigInt(one as number), 0n)
    : undefined;

const addsUp =
  (round: string): CaseJudge =>
  (seen) => {
    const head = seen.one(`settlement-statement-${round}`);
    const pages = seen.probe(`settlement-lines-${round}`).filter(isAccepted);
    if (head === undefined || !isAccepted(head) || pages.length === 0) return undefined;
    const lines = pages.flatMap((page) => listOf(answerOf(page)?.items));
    const { totalMinor, lineCount } = answerOf(head) ?? {};
    const sum = exactSum(lines.map((line) => line?.amount?.minor));
    return [
      demand(
        sum !== undefined && String(sum) === String(totalMinor),
        [head, ...pages],
        { en: 'a total that is the sum of the lines', zh: '合计等于各行之和' },
        SAID.anotherTotal,
        { pointer: '/totalMinor', surface: 'body' },
      ),
      demand(
        lineCount === lines.length,
        [head, ...pages],
        { en: 'as many lines as are stated', zh: '行数与所述一致' },
        { en: 'another number of lines', zh: '行数不同' },
        { pointer: '/lineCount', surface: 'body' },
      ),
    ];
  };

/** What each waybill was remitted, by all events together. */
const remittances: CaseJudge = function* (seen) {
  const collected = new Map(
    eventsOfType(seen, 'settlement.cod.collected').map(({ data }) => [
      String(data?.waybillNo),
      data?.collectedAmount,
    ]),
  );
  const known = new Set<string>();
  for (const event of eventsOfType(seen, 'settlement.cod.remitted'))
    for (const item of listOf(event.data?.items)) {
      const waybillNo = String(item?.waybillNo);
      const at = attemptsOf(event);
      yield known.has(waybillNo)
        ? violated(
            at,
            { en: 'every waybill remitted once', zh: '每张运单汇付一次' },
            { en: 'a waybill remitted again', zh: '运单重复汇付' },
            { pointer: '/data/items', surface: 'body' },
          )
        : holds(at, 'body');
      known.add(waybillNo);
      const amount = collected.get(waybillNo);
      if (amount !== undefined)
        yield demand(
          amount?.currency === item?.amount?.currency &&
            Number(item?.amount?.minor) <= Number(amount?.minor),
          at,
          { en: 'at most what was collected', zh: '至多为代收金额' },
          { en: 'more than was collected', zh: '超过代收金额' },
          { pointer: '/data/items', surface: 'body' },
        );
    }
};

/** Twelve digits or more in one run, however they are grouped. */
const ACCOUNT = /[0-9](?:[ _-]?[0-9]){11}/;
/** Members that hold numbers and instants of the standard, and no account. */
const OTHERS = /(No|Id|At|On|Cursor|sha256|contentUrl)$/;

/** Whether a text anywhere in a value looks like the number of an account. */
const holdsAccount = (value: unknown, member = ''): boolean => {
  if (typeof value === 'string') return !OTHERS.test(member) && ACCOUNT.test(value);
  if (Array.isArray(value)) return value.some((one) => holdsAccount(one, member));
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).some(([name, one]) => holdsAccount(one, name))
  );
};

const noAccounts: CaseJudge = (seen) => {
  const answers = seen.exchanges.filter(
    (exchange) =>
      exchange.to === 'sut' &&
      isAccepted(exchange) &&
      knownOperation(exchange.operation)?.module === 'settlement',
  );
  const told = seen.events.filter(({ type }) => type.startsWith('org.openwaybill.settlement.'));
  const found = (has: boolean, at: Parameters<typeof holds>[0]): Finding =>
    demand(
      !has,
      at,
      { en: 'no number of an account', zh: '不含账号' },
      { en: 'what looks like one', zh: '疑似账号' },
      { surface: 'body' },
    );
  return [
    ...answers.map((one) => found(holdsAccount(answerOf(one)), one)),
    ...told.map((one) => found(holdsAccount(one.data), attemptsOf(one))),
  ];
};

const COMPONENTS = ['FIRST_WEIGHT', 'CONTINUED_WEIGHT', 'SURCHARGE', 'VAS', 'PACKAGING', 'TAX'];

/** An advice against its quote: the same codes, and what it differs by. */
const variance: CaseJudge = (seen) => {
  const quote = seen.one('settlement-quote');
  const listed = seen.one('settlement-advices');
  if (quote === undefined || listed === undefined) return undefined;
  if (!isAccepted(quote) || !isAccepted(listed)) return undefined;
  const { quoteId, total } = answerOf(quote) ?? {};
  const advice = listOf(answerOf(listed)?.items).find((one) => one?.quoteId === quoteId);
  if (advice === undefined)
    return violated([listed, quote], SAID.adviceOfQuote, SAID.none, {
      pointer: '/items',
      surface: 'body',
    });
  const difference = exactSum([advice.total?.minor, -Number(total?.minor)]);
  return [
    demand(
      difference !== undefined && String(difference) === String(advice.varianceMinor),
      [listed, quote],
      { en: 'the difference from the quote', zh: '与报价的差异' },
      { en: 'another variance, or none', zh: '另一差异，或无' },
      { pointer: '/items', surface: 'body' },
    ),
    demand(
      listOf(advice.lines).every((line) => COMPONENTS.includes(line?.component)),
      [listed, quote],
      { en: 'components of the quote', zh: '报价的组成部分' },
      { en: 'a component of no quote', zh: '报价所没有的组成部分' },
      { pointer: '/items', surface: 'body' },
    ),
  ];
};

/** Collections that were told, and scans that say the same of the same waybill and time. */
const paired: CaseJudge = function* (seen) {
  const scans = eventsOfType(seen, 'tracking.event.recorded').filter(
    ({ data }) => data?.eventCode === 'COD_COLLECTED',
  );
  const told = eventsOfType(seen, 'settlement.cod.collected');
  const instructed = new Set(
    seen
      .calls('instructCod')
      .filter(isAccepted)
      .map((one) => String(requestOf(one)?.waybillNo)),
  );
  const same = (waybillNo: unknown, at: unknown, other: unknown, otherAt: unknown): boolean =>
    waybillNo === other && Date.parse(String(at)) === Date.parse(String(otherAt));
  for (const event of told) {
    const { waybillNo, collectedAt } = event.data ?? {};
    yield demand(
      scans.some(({ data }) => same(waybillNo, collectedAt, data?.waybillNo, data?.occurredAt)),
      attemptsOf(event),
      { en: 'a scan of the same waybill and time', zh: '同一运单、同一时刻的扫描' },
      { en: 'no such scan', zh: '无此扫描' },
      { pointer: '/data/collectedAt', surface: 'body' },
    );
  }
  for (const scan of scans) {
    const { waybillNo, occurredAt } = scan.data ?? {};
    if (!instructed.has(String(waybillNo))) continue;
    yield demand(
      told.some(({ data }) => same(waybillNo, occurredAt, data?.waybillNo, data?.collectedAt)),
      attemptsOf(scan),
      { en: 'a collection of the same waybill and time', zh: '同一运单、同一时刻的代收' },
      SAID.noSuchEvent,
      { pointer: '/data/occurredAt', surface: 'body' },
    );
  }
};

const confirmedWithout: CaseJudge = (seen) => {
  const after = seen.one('settlement-still-disputed');
  if (after === undefined || !isAccepted(after)) return undefined;
  return demand(
    answerOf(after)?.status !== 'CONFIRMED',
    after,
    { en: 'a statement that is not confirmed', zh: '未确认的账单' },
    { en: 'a confirmed one with a disputed line', zh: '已确认而有争议明细的账单' },
    { pointer: '/status', surface: 'body' },
  );
};

/** Checks of module `settlement`, with an arithmetic of their own. */
export const settlementChecks: readonly Check[] = [
  checkOf('STL-001', {
    issued: { needs: 'ACTIONS', judge: addsUp('first') },
    credited: { needs: 'ACTIONS', judge: addsUp('second') },
  }),
  checkOf('STL-002', { remitted: { needs: 'ACTIONS', judge: remittances } }),
  checkOf('STL-003', { scanned: noAccounts }),
  checkOf('STL-004', { variance: { needs: 'SCANS', judge: variance } }),
  checkOf('STL-005', {
    refused: {
      needs: 'ACTIONS',
      judge: refusal('settlement-confirm-disputed', 409, 'STATE_ILLEGAL', { needsTwin: false }),
    },
    'not-confirmed': { needs: 'ACTIONS', judge: confirmedWithout },
  }),
  checkOf('STL-006', { paired: { needs: 'SCANS', judge: paired } }),
];
