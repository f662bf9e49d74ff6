import {
  answerOf,
  codeOfAnswer,
  headerOf,
  isAccepted,
  requestOf,
  statusOf,
} from '../transcript/body.ts';
import { type Exchange, headOf } from '../transcript/format.ts';
import type { Check, Finding } from '../words.ts';
import {
  blocked,
  type CaseJudge,
  checkOf,
  demand,
  endingOf,
  holds,
  refusal,
  unchanged,
  violated,
} from './check.ts';
import { envelopeOf, pagesOf, segmentOf } from './events.ts';
import type { Seen } from './seen.ts';

const NOTICED = 'org.openwaybill.continuity.interruption.noticed';
const CLOSED = 'org.openwaybill.continuity.interruption.closed';
const HOURS_72 = 72 * 3_600_000;
const DAYS_30 = 30 * 86_400_000;
const MINUTES_15 = 15 * 60_000;
const MONTHS_12 = 366 * 86_400_000;

type Notice = Readonly<Record<string, unknown>> & {
  readonly noticeId: string;
  readonly noticeClass: string;
  readonly startsAt: string;
};
type Told = { readonly notice: Notice; readonly exchange: Exchange; readonly time: number };

const ofType = (seen: Seen, type: string): readonly Exchange[] =>
  seen.deliveries.filter(({ eventType }) => eventType === type);

/** Notices as events told them. */
const noticed = (seen: Seen): readonly Told[] =>
  ofType(seen, NOTICED).flatMap((exchange) => {
    const envelope = envelopeOf(exchange) as
      | { readonly data: Notice; readonly time: string }
      | undefined;
    return envelope === undefined
      ? []
      : [{ notice: envelope.data, exchange, time: Date.parse(envelope.time) }];
  });

/** Notices as reads show them to the runner. */
const readNotices = (seen: Seen): readonly (readonly [Notice, Exchange])[] => [
  ...seen
    .calls('getInterruptionNotice')
    .filter(isAccepted)
    .map((exchange) => [answerOf(exchange) as Notice, exchange] as const),
  ...seen
    .calls('listInterruptionNotices')
    .filter(isAccepted)
    .flatMap((exchange) =>
      ((answerOf(exchange)?.items ?? []) as readonly Notice[]).map(
        (notice) => [notice, exchange] as const,
      ),
    ),
];

const allNotices = (seen: Seen): readonly (readonly [Notice, Exchange])[] =>
  [
    ...readNotices(seen),
    ...noticed(seen).map(({ notice, exchange }) => [notice, exchange] as const),
    // what answers with anything but a notice is judged by its shape
  ].filter(([notice]) => typeof notice === 'object' && notice !== null);

const wasTold = (seen: Seen, started: Exchange): Told | undefined =>
  noticed(seen).find(
    ({ notice, exchange }) =>
      notice.noticeId === answerOf(started)?.noticeId &&
      // before anything else happened: not when the clock was moved later
      exchange.scenario === started.scenario &&
      exchange.step === started.step,
  );

/** Where the counterparty first saw a notice: in an event, or as it was read afterwards. */
const firstShown = (seen: Seen, started: Exchange): Exchange | undefined =>
  wasTold(seen, started)?.exchange ?? seen.probe(`${started.probe}-read`).find(isAccepted);

/** An announcement of a probe is told at once, and far enough ahead. */
const toldAhead =
  (probe: string, isInTime: (told: Told) => boolean, expected: string): CaseJudge =>
  (seen) =>
    seen
      .probe(probe)
      .filter(isAccepted)
      .map((started) => {
        const told = wasTold(seen, started);
        if (told === undefined)
          return violated(started, expected, 'no event of the notice', { surface: 'absence' });
        return demand(isInTime(told), [told.exchange, started], expected, 'another time', {
          pointer: '/data/startsAt',
          surface: 'timing',
        });
      });

const interrupted = (seen: Seen): readonly Exchange[] =>
  seen.exchanges.filter(
    (exchange) => exchange.to === 'sut' && codeOfAnswer(exchange) === 'INTERRUPTED',
  );

const answersDuring =
  (...probes: readonly string[]): CaseJudge =>
  (seen) =>
    probes.flatMap((probe) =>
      seen.probe(probe).map((exchange) =>
        demand(isAccepted(exchange), exchange, 'success', endingOf(exchange), {
          surface: 'status',
        }),
      ),
    );

/** A mobile number, however it is spaced, or the mask of a name. */
const PERSONAL = /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d){8}(?!\d)|\p{Script=Han}\*{2}/u;

const sameResource =
  (first: string, again: string, ...ids: readonly string[]): CaseJudge =>
  (seen) => {
    const one = seen.one(first);
    const two = seen.one(again);
    if (one === undefined || two === undefined) return undefined;
    if (!isAccepted(one)) return blocked(one, 'STATE_NOT_REACHED');
    const pick = (exchange: Exchange) => JSON.stringify(ids.map((id) => answerOf(exchange)?.[id]));
    return demand(
      isAccepted(two) && pick(one) === pick(two),
      [two, one],
      'the effect of the first command',
      isAccepted(two) ? 'another effect' : endingOf(two),
      { surface: 'body' },
    );
  };

const LEVELS: readonly (readonly [number, string])[] = [
  [4, 'LOW'],
  [9, 'MEDIUM'],
  [16, 'HIGH'],
  [25, 'CRITICAL'],
];
type Assessment = {
  readonly scenarios?: readonly { readonly likelihood: number; readonly impact: number }[];
  readonly riskLevel?: string;
  readonly lastDrillOn?: string;
  readonly updatedAt?: string;
};

const assessments = (seen: Seen): readonly (readonly [Assessment, Exchange, number])[] =>
  seen
    .calls('listRiskAssessments')
    .filter(isAccepted)
    .flatMap((exchange) =>
      ((answerOf(exchange)?.items ?? []) as readonly Assessment[]).map(
        (assessment, index) => [assessment, exchange, index] as const,
      ),
    );

/** The walks of a replay without a cursor and to its end, page by page. */
const walksOf = (seen: Seen) => {
  const walks: {
    readonly events: { readonly id: string; readonly sequence: string }[];
    readonly pages: Exchange[];
  }[] = [];
  for (const { exchange, events, cursor } of pagesOf(seen)) {
    if (exchange.probe !== 'replay-walk') continue;
    if (cursor === null) walks.push({ events: [...events], pages: [exchange] });
    else {
      walks.at(-1)?.events.push(...events);
      walks.at(-1)?.pages.push(exchange);
    }
  }
  return walks;
};

const replayed =
  (judge: (walk: ReturnType<typeof walksOf>[number], seen: Seen) => Finding): CaseJudge =>
  (seen) =>
    walksOf(seen).map((walk) => judge(walk, seen));

/** The last of several attempts at one command, which its caller heard. */
const heardOf = (seen: Seen, probe: string): Exchange | undefined => {
  const heard = seen.one(probe);
  return heard?.response === undefined ? undefined : heard;
};

const idsIn = (exchange: Exchange | undefined): readonly string[] =>
  exchange === undefined || !isAccepted(exchange)
    ? []
    : (answerOf(exchange)?.items ?? []).map(
        ({ agreementId }: { readonly agreementId: string }) => agreementId,
      );

/** A proposal whose caller hung up is one proposal, whether or not the first attempt at it arrived. */
const madeOnce: CaseJudge = (seen) => {
  const heard = heardOf(seen, 'hung-up-proposal');
  const before = seen.one('hung-up-before');
  const after = seen.one('hung-up-after');
  if (heard === undefined || before === undefined || after === undefined) return undefined;
  if (!isAccepted(heard))
    return violated(heard, 'the command carried out under its key', endingOf(heard), {
      surface: 'status',
    });
  const known = new Set(idsIn(before));
  const made = idsIn(after).filter((id) => !known.has(id));
  return demand(
    made.length === 1 && made[0] === answerOf(heard)?.agreementId,
    [after, heard, before],
    'one proposal more, the one that was answered',
    `${made.length} more`,
    { pointer: '/items', surface: 'body' },
  );
};

/** A package whose caller hung up has one waybill. */
const boundOnce: CaseJudge = (seen) => {
  const heard = heardOf(seen, 'hung-up-waybill');
  const order = seen.one('hung-up-order');
  if (heard === undefined || order === undefined || !isAccepted(order)) return undefined;
  const bound: readonly { readonly waybillNo?: string }[] = answerOf(order)?.waybills ?? [];
  return demand(
    isAccepted(heard) && bound.length === 1 && bound[0]?.waybillNo === answerOf(heard)?.waybillNo,
    [order, heard],
    'one waybill, the one that was answered',
    isAccepted(heard) ? `${bound.length} waybills` : endingOf(heard),
    { pointer: '/waybills', surface: 'body' },
  );
};

/** What an order shows of people; the order itself goes on while time does. */
const people = (order: unknown): unknown => {
  const { consignee, shipper } = (order ?? {}) as Readonly<Record<string, unknown>>;
  return { consignee, shipper };
};

/** Checks of module `continuity`, of the system as a server and a sender. */
export const continuityChecks: readonly Check[] = [
  checkOf('CTY-001', {
    'retry-after': {
      needs: 'INTERRUPTIONS',
      judge: (seen) =>
        interrupted(seen).map((exchange) =>
          demand(
            statusOf(exchange) === 503 &&
              /^\d+$/.test(headerOf(exchange.response?.headers, 'retry-after') ?? ''),
            exchange,
            '503 with Retry-After in seconds',
            endingOf(exchange),
            { surface: 'header' },
          ),
        ),
    },
    'notice-readable': {
      needs: 'INTERRUPTIONS',
      judge: (seen) => {
        const [refused] = seen.probe('call-interrupted');
        if (refused === undefined) return undefined;
        const noticeId = answerOf(refused)?.noticeId;
        const read = seen.one('notice-of-503');
        return demand(
          statusOf(refused) === 503 &&
            read !== undefined &&
            isAccepted(read) &&
            answerOf(read)?.noticeId === noticeId,
          read === undefined ? [refused] : [refused, read],
          '503 with the number of a notice that can be read',
          read === undefined ? endingOf(refused) : `the notice answers ${endingOf(read)}`,
          { surface: 'body' },
        );
      },
    },
  }),
  checkOf('CTY-002', {
    'in-time': {
      needs: 'INTERRUPTIONS',
      judge: toldAhead(
        'planned-start',
        ({ notice, time }) => Date.parse(notice.startsAt) - time >= HOURS_72,
        'a notice 72 h before it starts',
      ),
    },
    'too-late-refused': {
      needs: 'INTERRUPTIONS',
      judge: refusal('planned-too-late', 422, 'RULE_VIOLATION'),
    },
  }),
  checkOf('CTY-003', {
    'month-ahead': {
      needs: 'INTERRUPTIONS',
      judge: toldAhead(
        'termination-start',
        ({ notice, time }) => Date.parse(notice.startsAt) - time >= DAYS_30,
        'a notice 30 days before it starts',
      ),
    },
    drains: {
      needs: 'INTERRUPTIONS',
      judge: (seen) =>
        seen
          .probe('call-draining')
          .map((exchange) =>
            demand(
              statusOf(exchange) !== 503,
              exchange,
              'an answer until the drain is over',
              endingOf(exchange),
              { surface: 'status' },
            ),
          ),
    },
  }),
  checkOf('CTY-004', {
    'in-15-minutes': {
      needs: 'INTERRUPTIONS',
      judge: toldAhead(
        'unplanned-start',
        ({ notice, time }) => time - Date.parse(String(notice.detectedAt)) <= MINUTES_15,
        'a notice within 15 minutes of the detection',
      ),
    },
  }),
  checkOf('CTY-005', {
    'report-first': {
      needs: 'INTERRUPTIONS',
      judge: (seen) =>
        seen
          .probe('reported-start')
          .filter(isAccepted)
          .map((started) => {
            const shown = firstShown(seen, started);
            if (shown === undefined) return blocked(started, 'STATE_NOT_REACHED');
            const { noticeId } = answerOf(started) ?? {};
            const report = seen
              .served('submitPreReport')
              .find((exchange) => requestOf(exchange)?.noticeId === noticeId);
            return demand(
              report !== undefined && report.seq < shown.seq,
              report === undefined ? [shown] : [shown, report],
              'the pre-report at the regulator before the notice',
              report === undefined ? 'no pre-report' : 'a pre-report after the notice',
              { surface: report === undefined ? 'absence' : 'timing' },
            );
          }),
    },
    'unreported-unsaid': {
      needs: 'INTERRUPTIONS',
      judge: (seen) =>
        seen
          .probe('unreported-start')
          .filter(isAccepted)
          .map((started) => {
            const shown = firstShown(seen, started);
            return demand(
              shown === undefined,
              shown === undefined ? started : [shown, started],
              'no notice while the regulator takes no pre-report',
              'a notice',
              { surface: 'absence' },
            );
          }),
    },
  }),
  checkOf('CTY-006', {
    ordered: replayed(({ events, pages }) =>
      demand(
        events.every(({ sequence }, at) => at === 0 || sequence > (events[at - 1]?.sequence ?? '')),
        pages,
        'events by their number',
        'events in another order, or twice',
        { pointer: '/events', surface: 'body' },
      ),
    ),
    complete: replayed(({ events, pages }, seen) => {
      const [first] = pages;
      const ids = new Set(events.map(({ id }) => id));
      const lost = seen.deliveries.find(
        (exchange) =>
          first !== undefined &&
          exchange.seq < first.seq &&
          exchange.scenario === first.scenario &&
          segmentOf(seen, exchange) === segmentOf(seen, first) &&
          envelopeOf(exchange)?.sequence !== '0'.repeat(20) &&
          !ids.has(envelopeOf(exchange)?.id ?? ''),
      );
      return demand(
        lost === undefined,
        lost === undefined ? pages : [...pages, lost],
        'every event that was delivered',
        'a replay without one of them',
        { pointer: '/events', surface: 'body' },
      );
    }),
  }),
  checkOf('CTY-007', {
    expired: {
      needs: 'CLOCK',
      judge: refusal('replay-expired-cursor', 410, 'CURSOR_EXPIRED'),
    },
    'from-the-start': {
      needs: 'CLOCK',
      judge: answersDuring('replay-from-start'),
    },
  }),
  checkOf('CTY-008', {
    backlog: {
      needs: 'INTERRUPTIONS',
      judge: (seen) => {
        const pages = seen.probe('backlog-walk').filter(isAccepted);
        const [first] = pages;
        const closed = ofType(seen, CLOSED)
          .filter(({ seq }) => first !== undefined && seq < first.seq)
          .at(-1);
        if (first === undefined || closed === undefined) return undefined;
        const { data, sequence } = envelopeOf(closed) ?? {};
        const had = pages
          .flatMap((page) => answerOf(page)?.events ?? [])
          .filter((event: { readonly sequence: string }) => event.sequence < String(sequence));
        const promised = Number(data?.backlogEventCount) - Number(data?.lostEventCount);
        return demand(
          had.length >= promised,
          [first, closed],
          `${promised} events of the backlog`,
          `${had.length} of them`,
          { pointer: '/events', surface: 'body' },
        );
      },
    },
    'waited-and-came': {
      needs: 'SCANS',
      judge: (seen) =>
        seen
          .probe('scan-during')
          .filter(isAccepted)
          .map((scanned) => {
            const eventId = answerOf(scanned)?.eventId;
            const arrived = seen.deliveries.some(
              (exchange) => envelopeOf(exchange)?.data?.eventId === eventId,
            );
            const replayed = pagesOf(seen).some(({ events }) =>
              events.some(({ data }) => data?.eventId === eventId),
            );
            return demand(
              arrived || replayed,
              scanned,
              'the observation delivered or replayed afterwards',
              'neither',
              { surface: 'absence' },
            );
          }),
    },
  }),
  checkOf('CTY-009', {
    notices: {
      needs: 'INTERRUPTIONS',
      judge: answersDuring('notices-during', 'notice-right-after-advance', 'unplanned-notice'),
    },
    health: { needs: 'INTERRUPTIONS', judge: answersDuring('health-during') },
  }),
  checkOf('CTY-010', {
    'no-person': {
      needs: 'INTERRUPTIONS',
      judge: (seen) =>
        allNotices(seen).map(([notice, exchange]) =>
          demand(
            !PERSONAL.test(JSON.stringify([notice.contactDesk, notice.text, notice.scope])),
            exchange,
            'a notice of desks and modules',
            'a mobile number or a masked name',
            { surface: 'body' },
          ),
        ),
    },
  }),
  checkOf('CTY-011', {
    'view-kept': {
      when: { offers: 'getOrder' },
      needs: 'INTERRUPTIONS',
      judge: unchanged('view-before-interruption', 'view-during-interruption', people),
    },
  }),
  checkOf('CTY-012', {
    proposal: sameResource('lost-proposal-first', 'lost-proposal-repeated', 'agreementId'),
    order: {
      when: { offers: 'submitOrder' },
      judge: sameResource('lost-order-first', 'lost-order-repeated', 'orderNo', 'carrierOrderNo'),
    },
    waybill: {
      when: { offers: 'createWaybill' },
      judge: sameResource('lost-waybill-first', 'lost-waybill-repeated', 'waybillNo'),
    },
    cancellation: {
      when: { offers: 'cancelOrder' },
      judge: sameResource('lost-cancel-first', 'lost-cancel-repeated', 'outcome'),
    },
    'hung-up.proposal': madeOnce,
    'hung-up.waybill': { when: { offers: 'createWaybill' }, judge: boundOnce },
    'after-interruption': {
      needs: 'INTERRUPTIONS',
      when: { offers: 'submitOrder' },
      judge: (seen) => {
        const during = seen.one('command-during');
        const after = seen.one('command-after');
        if (during === undefined || after === undefined) return undefined;
        return demand(
          isAccepted(after),
          [after, during],
          'the command carried out under its key',
          endingOf(after),
          { surface: 'status' },
        );
      },
    },
    'once-after-interruption': {
      needs: 'INTERRUPTIONS',
      when: { offers: 'submitOrder' },
      judge: sameResource('command-after', 'command-again', 'orderNo', 'carrierOrderNo'),
    },
  }),
  checkOf('CTY-013', {
    'by-score': (seen) =>
      assessments(seen).map(([{ scenarios = [], riskLevel }, exchange, index]) => {
        const highest = Math.max(...scenarios.map((one) => one.likelihood * one.impact));
        const wanted = LEVELS.find(([most]) => highest <= most)?.[1];
        return demand(riskLevel === wanted, exchange, `${wanted}`, `${riskLevel}`, {
          pointer: `/items/${index}/riskLevel`,
          surface: 'body',
        });
      }),
  }),
  checkOf('CTY-014', {
    'this-year': (seen) => {
      const all = assessments(seen);
      const [read] = seen.probe('risk-assessments');
      if (read === undefined || !isAccepted(read)) return undefined;
      const now = Math.max(...noticed(seen).map(({ time }) => time));
      return demand(
        all.some(
          ([{ updatedAt, lastDrillOn }]) =>
            lastDrillOn !== undefined && !(now - Date.parse(String(updatedAt)) > MONTHS_12),
        ),
        read,
        'an assessment of the last twelve months that names a drill',
        all.length === 0 ? 'none' : 'older ones, or none with a drill',
        { pointer: '/items', surface: 'body' },
      );
    },
  }),
  checkOf('CTY-016', {
    'own-name-alone': {
      needs: 'INTERRUPTIONS',
      judge: (seen) => {
        const runner = headOf(seen.transcript).parties.find(({ id }) => id === 'runner');
        return allNotices(seen).map(([notice, exchange]) => {
          const named =
            (notice.scope as { readonly counterparties?: readonly string[] } | undefined)
              ?.counterparties ?? [];
          return demand(
            named.every((partyId) => partyId === runner?.organisation),
            exchange,
            'nobody else among the counterparties',
            'other counterparties',
            { pointer: '/scope/counterparties', surface: 'body' },
          );
        });
      },
    },
  }),
  checkOf('DSC-017', {
    agree: {
      needs: 'INTERRUPTIONS',
      judge: (seen) =>
        seen.probe('health-during').flatMap((health) => {
          const listed = seen
            .probe('notices-during')
            .find(({ seq, scenario }) => seq > health.seq && scenario === health.scenario);
          if (listed === undefined || !isAccepted(health) || !isAccepted(listed)) return [];
          const active: readonly Notice[] = (answerOf(listed)?.items ?? []).filter(
            ({ status }: Notice) => status === 'ACTIVE',
          );
          const ids: readonly string[] = answerOf(health)?.activeNoticeIds ?? [];
          if (active.length === 0) return blocked(listed, 'STATE_NOT_REACHED');
          return demand(
            answerOf(health)?.status !== 'OK' &&
              active.every(({ noticeId }) => ids.includes(noticeId)),
            [health, listed],
            'DEGRADED or INTERRUPTED, with the active notices',
            `${answerOf(health)?.status} with ${ids.length} notices`,
            { pointer: '/status', surface: 'body' },
          );
        }),
    },
    'without-a-notice': (seen) =>
      seen
        .probe('health')
        .filter(isAccepted)
        .map((exchange) =>
          demand(
            answerOf(exchange)?.status === 'OK' ||
              (answerOf(exchange)?.activeNoticeIds ?? []).length > 0,
            exchange,
            'OK, or the notices that say why not',
            `${answerOf(exchange)?.status} without a notice`,
            { pointer: '/status', surface: 'body' },
          ),
        ),
  }),
  checkOf('DSC-018', {
    'start-of-a-notice': {
      needs: 'INTERRUPTIONS',
      judge: (seen) =>
        seen
          .probe('notice-right-after-advance')
          .filter(isAccepted)
          .map((exchange) =>
            answerOf(exchange)?.status === 'ACTIVE'
              ? holds(exchange, 'body')
              : violated(
                  exchange,
                  'ACTIVE, as its start is past',
                  `${answerOf(exchange)?.status}`,
                  { pointer: '/status', surface: 'body' },
                ),
          ),
    },
  }),
];
