import { answerOf, headerOf, isAccepted, requestOf, statusOf } from '../transcript/body.ts';
import type { Exchange } from '../transcript/format.ts';
import type { Check, Finding, Text } from '../words.ts';
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
  violated,
} from './check.ts';
import { haveMet } from './in-flight.ts';
import { answerAfter, outcomeSaid, SAID, soMany, statusSaid, verbatim } from './sayings.ts';
import { acceptedAnswers, eventsBy, type Seen } from './seen.ts';

const keyOf = (exchange: Exchange): string => {
  const { orderNo, packageId, attempt } = requestOf(exchange) ?? {};
  return [exchange.from, orderNo, packageId, attempt ?? 1].join(' ');
};

/** Accepted creations by their natural key. */
const creations = (seen: Seen): ReadonlyMap<string, readonly Exchange[]> => {
  const groups = new Map<string, Exchange[]>();
  for (const { exchange } of acceptedAnswers(seen, 'createWaybill')) {
    const key = keyOf(exchange);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [exchange]);
    else group.push(exchange);
  }
  return groups;
};

const oneNumber = (exchanges: readonly Exchange[]) => {
  const numbers = new Set(exchanges.map((exchange) => answerOf(exchange)?.waybillNo));
  return demand(
    numbers.size === 1,
    exchanges,
    { en: 'one waybillNo in all answers', zh: '各应答的 waybillNo 相同' },
    soMany(numbers.size),
    { pointer: '/waybillNo', surface: 'body' },
  );
};

/** The crowds of a size that raced, each for one package. */
const crowdsOf = (seen: Seen, size: number): readonly (readonly Exchange[])[] => {
  const crowds = new Map<string, Exchange[]>();
  for (const exchange of seen.probe(`race-${size}`)) {
    const key = keyOf(exchange);
    crowds.set(key, [...(crowds.get(key) ?? []), exchange]);
  }
  return [...crowds.values()].filter(({ length }) => length >= size);
};

const race =
  (size: number): CaseJudge =>
  (seen) =>
    crowdsOf(seen, size).flatMap((crowd): readonly Finding[] => {
      if (!haveMet(crowd)) return [blocked(crowd, 'TOO_FEW_SAMPLES')];
      const refused = crowd.filter((exchange) => !isAccepted(exchange));
      return refused.length === 0
        ? [oneNumber(crowd)]
        : refused.map((exchange) =>
            violated(exchange, { en: '201 or 200', zh: '201 或 200' }, endingOf(exchange), {
              surface: 'status',
            }),
          );
    });

const isLabelAnswer = (exchange: Exchange): boolean =>
  exchange.to === 'sut' &&
  isAccepted(exchange) &&
  ['getWaybillLabel', 'createWaybill', 'createWaybillBatch'].includes(exchange.operation ?? '');

const withReplayed = (exchange: Exchange): Text => {
  const status = statusOf(exchange);
  const replayed = headerOf(exchange.response?.headers, 'Idempotency-Replayed');
  return replayed === undefined
    ? { en: `${status} with no such header`, zh: `${status}，无此消息头` }
    : { en: `${status} with ${replayed}`, zh: `${status}，其值为 ${replayed}` };
};

/** Checks of module `waybill`. */
export const waybillChecks: readonly Check[] = [
  checkOf('WBL-001', {
    'other-key': (seen) =>
      [...creations(seen).values()]
        .filter((group) => group.length > 1 && !group[0]?.probe?.startsWith('race-'))
        .map(oneNumber),
    'parallel-2': race(2),
    'parallel-8': race(8),
    'parallel-32': race(32),
  }),
  checkOf('WBL-002', {
    repeat: (seen) =>
      seen
        .probe('waybill-again')
        .map((exchange) =>
          demand(
            statusOf(exchange) === 200 &&
              headerOf(exchange.response?.headers, 'Idempotency-Replayed') === 'true',
            exchange,
            { en: '200 with Idempotency-Replayed: true', zh: '200，且 Idempotency-Replayed: true' },
            withReplayed(exchange),
            { surface: 'status' },
          ),
        ),
    race: (seen) =>
      crowdsOf(seen, 8)
        .filter((crowd) => crowd.every(isAccepted))
        .map((crowd) => {
          if (!haveMet(crowd)) return blocked(crowd, 'TOO_FEW_SAMPLES');
          const created = crowd.filter((exchange) => statusOf(exchange) === 201);
          return demand(
            created.length === 1,
            crowd,
            { en: 'one 201, every other 200', zh: '一个 201，其余均为 200' },
            { en: `${created.length} answers of 201`, zh: `${created.length} 个 201 应答` },
            { surface: 'status' },
          );
        }),
  }),
  checkOf('WBL-003', {
    'attempt-beside': refusal('attempt-beside', 409, 'STATE_ILLEGAL'),
    'attempt-after-void': acceptance('attempt-after-void', 201),
  }),
  checkOf('WBL-004', {
    'not-allocated-again': {
      needs: 'CLOCK',
      judge: (seen) => {
        const again = seen.one('allocate-after-end');
        if (again === undefined || !isAccepted(again)) return undefined;
        const before = new Set<string>(
          seen
            .calls('allocateWaybillNumbers')
            .filter((exchange) => exchange.seq < again.seq && isAccepted(exchange))
            .flatMap((exchange) => answerOf(exchange)?.numbers ?? []),
        );
        const repeated = (answerOf(again)?.numbers ?? []).filter((one: string) => before.has(one));
        return demand(
          repeated.length === 0,
          again,
          { en: 'numbers that were never given', zh: '从未给出过的单号' },
          {
            en: `${repeated.length} numbers of the ended reserve`,
            zh: `已终止号段中的 ${repeated.length} 个单号`,
          },
          { pointer: '/numbers', surface: 'body' },
        );
      },
    },
    'not-bound-again': {
      needs: 'CLOCK',
      judge: refusal('number-supplied-again', 409, 'WAYBILL_NO_REUSED'),
    },
  }),
  checkOf('WBL-005', {
    s10: refusal('s10-wrong', 422, 'CHECK_DIGIT_INVALID', { pointer: '/waybillNo' }),
    sscc: refusal('sscc-wrong', 422, 'CHECK_DIGIT_INVALID', { pointer: '/waybillNo' }),
  }),
  checkOf('WBL-006', { 'odd-number': acceptance('odd-number', 201) }),
  checkOf('WBL-008', {
    digest: (seen) =>
      seen.exchanges
        .filter(isLabelAnswer)
        .flatMap((exchange) =>
          (exchange.facts?.labelDigests ?? []).map((digest) =>
            demand(
              digest === 'RIGHT',
              exchange,
              { en: 'the SHA-256 of the decoded content', zh: '解码内容的 SHA-256' },
              { en: 'another digest', zh: '另一摘要' },
              { pointer: '/contentSha256', surface: 'body' },
            ),
          ),
        ),
  }),
  checkOf('WBL-009', {
    parallel: (seen) => {
      const all = seen.probe('allocate');
      const accepted = all.filter(isAccepted);
      if (accepted.length === 0) return undefined;
      if (!haveMet(accepted)) return blocked(accepted, 'TOO_FEW_SAMPLES');
      const numbers: readonly string[] = accepted.flatMap(
        (exchange) => answerOf(exchange)?.numbers ?? [],
      );
      return demand(
        new Set(numbers).size === numbers.length,
        accepted,
        { en: 'every number once', zh: '每个单号仅一次' },
        {
          en: `${numbers.length - new Set(numbers).size} numbers given again`,
          zh: `${numbers.length - new Set(numbers).size} 个单号重复给出`,
        },
        { pointer: '/numbers', surface: 'body' },
      );
    },
  }),
  checkOf('WBL-010', {
    'before-pickup': (seen) =>
      seen
        .probe('void-early')
        .map((exchange) =>
          demand(
            isAccepted(exchange) && answerOf(exchange)?.outcome === 'VOIDED',
            exchange,
            { en: 'outcome VOIDED', zh: '结果 VOIDED' },
            isAccepted(exchange) ? outcomeSaid(answerOf(exchange)?.outcome) : endingOf(exchange),
            { pointer: '/outcome', surface: 'body' },
          ),
        ),
    'after-scan': {
      needs: 'SCANS',
      judge: (seen) =>
        seen
          .probe('void-late')
          .map((exchange) =>
            demand(
              isAccepted(exchange) && answerOf(exchange)?.outcome === 'TOO_LATE',
              exchange,
              { en: 'outcome TOO_LATE', zh: '结果 TOO_LATE' },
              isAccepted(exchange) ? outcomeSaid(answerOf(exchange)?.outcome) : endingOf(exchange),
              { pointer: '/outcome', surface: 'body' },
            ),
          ),
    },
    'stays-active': {
      needs: 'SCANS',
      judge: (seen) =>
        seen
          .probe('waybill-after-void-late')
          .filter(isAccepted)
          .map((exchange) =>
            demand(
              answerOf(exchange)?.status === 'ACTIVE',
              exchange,
              { en: 'status ACTIVE', zh: '状态 ACTIVE' },
              statusSaid([answerOf(exchange)?.status]),
              { pointer: '/status', surface: 'body' },
            ),
          ),
    },
  }),
  checkOf('WBL-011', {
    'resolved-once': function* (seen) {
      const told = eventsBy(seen, 'waybill.intercept.resolved', 'interceptId');
      for (const exchange of seen.probe('intercept').filter(isAccepted)) {
        const events = told.get(String(answerOf(exchange)?.interceptId)) ?? [];
        const read = seen.one('intercept-resolved');
        // refused at once is resolved, too
        if (read === undefined) continue;
        yield events.length === 1
          ? holds([exchange, ...(events[0]?.attempts ?? [])], 'body')
          : violated(
              [read, exchange],
              { en: 'one event of its result', zh: '一个结果事件' },
              { en: `${events.length} events`, zh: `${events.length} 个事件` },
              { surface: 'absence' },
            );
      }
    },
  }),
  checkOf('DSC-028', {
    'intercept.second': {
      needs: 'SCANS',
      when: { offers: 'interceptWaybill' },
      judge: both(
        ...['REQUESTED', 'ACCEPTED'].map((state) =>
          refusal(`cell.intercept.interceptWaybill.${state}`, 409, 'STATE_ILLEGAL', {
            needsTwin: false,
          }),
        ),
        refusal('intercept-second', 409, 'STATE_ILLEGAL'),
      ),
    },
  }),
  checkOf('WBL-012', {
    'without-reason': refusal('reprint-without-reason', 422, 'RULE_VIOLATION'),
  }),
  checkOf('WBL-013', {
    'no-store': (seen) =>
      seen.exchanges
        .filter(isLabelAnswer)
        .map((exchange) =>
          demand(
            /\bno-store\b/.test(headerOf(exchange.response?.headers, 'Cache-Control') ?? ''),
            exchange,
            verbatim('Cache-Control: no-store'),
            SAID.keepableAnswer,
            { surface: 'header' },
          ),
        ),
  }),
  checkOf('WBL-016', {
    'batch-100': (seen) =>
      seen
        .probe('waybills-100')
        .map((exchange) =>
          demand(
            isAccepted(exchange) && (exchange.facts?.milliseconds ?? 0) <= 2_000,
            exchange,
            { en: 'an answer within 2 s', zh: '2 秒内应答' },
            isAccepted(exchange) ? answerAfter(exchange) : endingOf(exchange),
            { surface: 'timing' },
          ),
        ),
  }),
];
