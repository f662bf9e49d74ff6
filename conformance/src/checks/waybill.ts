import { answerOf, headerOf, isAccepted, requestOf, statusOf } from '../transcript/body.ts';
import type { Exchange } from '../transcript/format.ts';
import type { Check, Finding } from '../words.ts';
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
    'one waybillNo in all answers',
    `${numbers.size} of them`,
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
            violated(exchange, '201 or 200', endingOf(exchange), { surface: 'status' }),
          );
    });

const isLabelAnswer = (exchange: Exchange): boolean =>
  exchange.to === 'sut' &&
  isAccepted(exchange) &&
  ['getWaybillLabel', 'createWaybill', 'createWaybillBatch'].includes(exchange.operation ?? '');

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
            '200 with Idempotency-Replayed: true',
            `${statusOf(exchange)} with ${headerOf(exchange.response?.headers, 'Idempotency-Replayed') ?? 'no such header'}`,
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
            'one 201, every other 200',
            `${created.length} answers of 201`,
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
          'numbers that were never given',
          `${repeated.length} numbers of the ended reserve`,
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
              'the SHA-256 of the decoded content',
              'another digest',
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
        'every number once',
        `${numbers.length - new Set(numbers).size} numbers given again`,
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
            'outcome VOIDED',
            isAccepted(exchange) ? `outcome ${answerOf(exchange)?.outcome}` : endingOf(exchange),
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
              'outcome TOO_LATE',
              isAccepted(exchange) ? `outcome ${answerOf(exchange)?.outcome}` : endingOf(exchange),
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
              'status ACTIVE',
              `status ${answerOf(exchange)?.status}`,
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
          : violated([read, exchange], 'one event of its result', `${events.length} events`, {
              surface: 'absence',
            });
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
            'Cache-Control: no-store',
            'an answer that may be kept',
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
            'an answer within 2 s',
            isAccepted(exchange)
              ? `an answer after ${exchange.facts?.milliseconds} ms`
              : endingOf(exchange),
            { surface: 'timing' },
          ),
        ),
  }),
];
