import { OBSERVATIONS } from '../applicability.ts';
import { isTold, observedId } from '../drive/observation.ts';
import { foldOf, scansIn } from '../oracle/fold.ts';
import { answerOf, isAccepted, statusOf } from '../transcript/body.ts';
import type { Exchange } from '../transcript/format.ts';
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
  violated,
} from './check.ts';
import { segmentOf } from './events.ts';
import { eventsOfType, type Seen } from './seen.ts';

/** The members of a parcel that the fold decides, its instants aside. */
const foldedOf = (parcel: Readonly<Record<string, unknown>> | undefined): string =>
  JSON.stringify(
    ['status', 'leg', 'terminal', 'gap', 'eventCount', 'anomalyCount'].map(
      (name) => parcel?.[name],
    ),
  );

const parcelIs =
  (
    probe: string,
    isRight: (parcel: Readonly<Record<string, unknown>>) => boolean,
    expected: string,
  ): CaseJudge =>
  (seen) =>
    seen
      .probe(probe)
      .filter(isAccepted)
      .map((exchange) =>
        demand(
          isRight(answerOf(exchange) ?? {}),
          exchange,
          expected,
          `status ${answerOf(exchange)?.status}, gap ${answerOf(exchange)?.gap}, anomalies ${answerOf(exchange)?.anomalyCount}`,
          { pointer: '/status', surface: 'body' },
        ),
      );

type Item = Readonly<Record<string, unknown>>;
const NONE: Item = {};
/** The items of an answer at their places; what is no object has no members. */
const itemsOf = (exchange: Exchange | undefined): readonly Item[] => {
  const items: unknown = exchange === undefined ? [] : answerOf(exchange)?.items;
  return Array.isArray(items)
    ? items.map((item) => (typeof item === 'object' && item !== null ? item : NONE))
    : [];
};

const CITY_AND_CODE = new Set(['eventCode', 'cityName']);

/** Results of a query without what differs by its nature. */
const queryShape = (exchange: Exchange): string =>
  JSON.stringify([statusOf(exchange), answerOf(exchange)?.results]);

/** Seven digits or more in a row, whatever stands between them. */
const DIGIT_RUN = /(?:\d[ -]?){7,}/;

const scansOf = (seen: Seen): ReadonlyMap<string, Exchange> =>
  new Map(
    seen
      .calls(seen.claim.role === 'hub' ? 'receiveEvent' : 'recordTestScan')
      .filter((exchange) => isAccepted(exchange) && observedId(exchange) !== undefined)
      .map((exchange) => [String(observedId(exchange)), exchange]),
  );

/** A parcel is what the fold of the events that are read beside it says. */
const asTheFold =
  (parcelProbe: string, eventsProbe: string): CaseJudge =>
  (seen) =>
    seen.probe(parcelProbe).flatMap((exchange) => {
      const listed = seen
        .probe(eventsProbe)
        .find(
          ({ seq, request }) => seq > exchange.seq && request.url.startsWith(exchange.request.url),
        );
      if (listed === undefined || !isAccepted(exchange) || !isAccepted(listed)) return [];
      const parcel = answerOf(exchange);
      const wanted = foldOf(scansIn(answerOf(listed)?.items));
      const status = wanted.status === 'UNKNOWN' ? 'CREATED' : wanted.status;
      // the skipped milestones need not be told
      const told = parcel?.inferredMilestones;
      const skipped = wanted.inferredMilestones.join(' ');
      const saysSkipped = Array.isArray(told) ? told.join(' ') : skipped;
      return demand(
        parcel?.status === status &&
          parcel?.leg === wanted.leg &&
          parcel?.gap === wanted.gap &&
          parcel?.anomalyCount === wanted.anomalies.size &&
          saysSkipped === skipped,
        [exchange, listed],
        `status ${status}, leg ${wanted.leg}, gap ${wanted.gap}, anomalies ${wanted.anomalies.size}, skipped [${skipped}]`,
        `status ${parcel?.status}, leg ${parcel?.leg}, gap ${parcel?.gap}, anomalies ${parcel?.anomalyCount}, skipped [${saysSkipped}]`,
        { pointer: '/status', surface: 'body' },
      );
    });

/** Of the stored events of a parcel exactly those are marked that cannot have happened there. */
const oddOnes: CaseJudge = (seen) =>
  seen
    .probe('model-events')
    .filter(isAccepted)
    .map((exchange) => {
      const scans = scansIn(answerOf(exchange)?.items);
      const { anomalies } = foldOf(scans);
      const wrong = scans.find(
        ({ eventId, anomaly }) => anomalies.has(eventId) !== (anomaly === true),
      );
      return demand(
        wrong === undefined,
        exchange,
        'anomaly: true where the table has no such move, and nowhere else',
        'an event that is marked, or not marked, against the table',
        { pointer: `/items/${itemsOf(exchange).indexOf(wrong ?? {})}/anomaly`, surface: 'body' },
      );
    });

type Walk = { readonly begin: Exchange; readonly end: Exchange };

/** Every reading of `replayEvents` from its start to its end. */
const wholeReplays = (seen: Seen): readonly Walk[] => {
  const walks: Walk[] = [];
  let begin: Exchange | undefined;
  for (const exchange of seen.calls('replayEvents')) {
    const { searchParams } = new URL(exchange.request.url);
    if (searchParams.has('eventType')) continue;
    if (!searchParams.has('cursor')) begin = exchange;
    if (!isAccepted(exchange)) begin = undefined;
    const isComplete = answerOf(exchange)?.complete === true;
    if (begin !== undefined && isComplete) walks.push({ begin, end: exchange });
    // a walk that begins at a cursor is not one from the start
    if (isComplete) begin = undefined;
  }
  return walks;
};

/** Whether what happened at one exchange is still kept at another: nothing was reset between, and it is not too old. */
const isKept = (seen: Seen, from: Exchange, until: Exchange): boolean => {
  let passed = 0;
  for (const entry of seen.transcript.entries)
    if (entry.kind === 'clock' && entry.seq > from.seq && entry.seq < until.seq)
      passed += Date.parse(entry.after) - Date.parse(entry.before);
  return (
    segmentOf(seen, from) === segmentOf(seen, until) &&
    passed < seen.claim.document.limits.eventRetentionSeconds * 1000
  );
};

/** What is seen of a parcel by the operation that shows it. */
const shown = (judge: CaseJudge) => ({ judge, when: { offers: 'getParcel' } as const });

/** Checks of module `tracking`, of the system as a server and a sender. */
export const trackingChecks: readonly Check[] = [
  checkOf('TRK-001', {
    permuted: shown((seen) => {
      const reads = seen.probe('permuted-parcel').filter(isAccepted);
      if (reads.length < 2) return undefined;
      const states = new Set(reads.map((exchange) => foldedOf(answerOf(exchange))));
      return demand(
        states.size === 1,
        reads,
        'one status for every order of arrival',
        `${states.size} different ones`,
        { pointer: '/status', surface: 'body' },
      );
    }),
    delivered: shown(
      parcelIs('permuted-parcel', ({ status }) => status === 'DELIVERED', 'DELIVERED'),
    ),
    // each drawn order stands beside its usual one; of those that matter the last is the shortest
    drawn: {
      needs: OBSERVATIONS,
      judge: (seen) => {
        const usual = seen.probe('drawn-usual');
        const pairs = seen.probe('drawn-order').flatMap((exchange) => {
          const twin = usual.findLast(({ seq }) => seq < exchange.seq);
          return twin !== undefined && isAccepted(twin) && isAccepted(exchange)
            ? [[exchange, twin] as const]
            : [];
        });
        const wrong = pairs.findLast(
          ([drawn, twin]) => foldedOf(answerOf(drawn)) !== foldedOf(answerOf(twin)),
        );
        const [first] = pairs;
        if (wrong !== undefined)
          return violated(
            wrong,
            `what the same scans make in their order, ${answerOf(wrong[1])?.status}`,
            `${answerOf(wrong[0])?.status}, gap ${answerOf(wrong[0])?.gap}, anomalies ${answerOf(wrong[0])?.anomalyCount}`,
            { pointer: '/status', surface: 'body' },
          );
        return first === undefined ? undefined : holds(first, 'body');
      },
    },
    'as-the-fold': shown(
      both(
        asTheFold('permuted-parcel', 'permuted-events'),
        asTheFold('exception-parcel', 'exception-events'),
        asTheFold('model-parcel', 'model-events'),
        asTheFold('skipped-parcel', 'skipped-events'),
      ),
    ),
  }),
  checkOf('TRK-002', {
    'after-terminal': shown(acceptance('late-scan', 201, 204)),
    'never-refused': { needs: OBSERVATIONS, judge: acceptance('model-scan', 201, 204) },
    'every-anomaly': { needs: OBSERVATIONS, judge: oddOnes },
    anomaly: shown((seen) => {
      const scanned = seen.one('late-scan');
      const read = seen.one('after-late-scan-events');
      if (scanned === undefined || read === undefined || !isAccepted(scanned)) return undefined;
      const eventId = observedId(scanned);
      const stored = itemsOf(read).find((one) => one.eventId === eventId);
      return demand(
        stored?.anomaly === true,
        [read, scanned],
        'the scan, with anomaly: true',
        stored === undefined ? 'no such event' : 'the scan without anomaly',
        { pointer: '/items', surface: 'body' },
      );
    }),
  }),
  checkOf('TRK-005', {
    'leaves-the-fold': {
      needs: OBSERVATIONS,
      judge: both(
        parcelIs(
          'after-wrong-delivery-parcel',
          ({ status }) => status === 'DELIVERED',
          'DELIVERED',
        ),
        parcelIs(
          'after-correction-parcel',
          ({ status }) => status === 'OUT_FOR_DELIVERY',
          'OUT_FOR_DELIVERY, as before the withdrawn scan',
        ),
      ),
    },
    'stays-readable': {
      needs: OBSERVATIONS,
      judge: (seen) => {
        const wrong = seen.one('wrong-delivery');
        const read = seen.one('after-correction-events');
        if (wrong === undefined || read === undefined || !isAccepted(wrong)) return undefined;
        return demand(
          itemsOf(read).some(({ eventId }) => eventId === observedId(wrong)),
          [read, wrong],
          'the withdrawn event among the stored ones',
          'a list without it',
          { pointer: '/items', surface: 'body' },
        );
      },
    },
  }),
  checkOf('TRK-006', {
    returning: {
      needs: OBSERVATIONS,
      judge: parcelIs('on-the-way-back', ({ status }) => status === 'RETURNING', 'RETURNING'),
    },
    returned: {
      needs: OBSERVATIONS,
      judge: parcelIs('returned', ({ status }) => status === 'RETURNED', 'RETURNED'),
    },
  }),
  checkOf('TRK-007', {
    'late-scan': parcelIs(
      'after-late-scan-parcel',
      ({ status, terminal }) => status === 'DELIVERED' && terminal === true,
      'DELIVERED',
    ),
  }),
  checkOf('TRK-008', {
    gap: {
      needs: OBSERVATIONS,
      judge: parcelIs(
        'skipped-parcel',
        ({ status, gap, anomalyCount }) =>
          status === 'DELIVERED' && gap === true && anomalyCount === 0,
        'DELIVERED with gap: true and no anomaly',
      ),
    },
    'not-invented': {
      needs: OBSERVATIONS,
      judge: (seen) => {
        const read = seen.one('skipped-events');
        if (read === undefined || !isAccepted(read)) return undefined;
        const invented = itemsOf(read).filter(
          ({ eventCode }) =>
            !['PICKED_UP', 'DELIVERED', 'ORDER_PLACED'].includes(String(eventCode)),
        );
        return demand(
          invented.length === 0,
          read,
          'the two scans alone',
          `${invented.length} events that nobody recorded`,
          { pointer: '/items', surface: 'body' },
        );
      },
    },
  }),
  checkOf('TRK-009', {
    naive: {
      needs: OBSERVATIONS,
      judge: (seen) =>
        refusal('naive-scan', 422, 'SCHEMA_VIOLATION', {
          pointer: isTold(seen.one('naive-scan')) ? '/data/occurredAt' : '/occurredAt',
        })(seen),
    },
  }),
  checkOf('TRK-010', {
    'no-digit-run': (seen) =>
      seen
        .calls('listParcelEvents')
        .filter(isAccepted)
        .flatMap((exchange) =>
          itemsOf(exchange).flatMap(({ text }, index) =>
            text === undefined
              ? [holds(exchange, 'body')]
              : [
                  demand(
                    !DIGIT_RUN.test(String(text)),
                    exchange,
                    'a text without a run of seven digits',
                    'a text with one',
                    { pointer: `/items/${index}/text`, surface: 'body' },
                  ),
                ],
          ),
        ),
    'not-in-events': (seen) =>
      eventsOfType(seen, 'tracking.event.recorded').map(({ attempts, data }) =>
        demand(
          data.text === undefined,
          attempts.slice(0, 1),
          'a payload without text',
          'a payload with text',
          { pointer: '/data/text', surface: 'body' },
        ),
      ),
  }),
  checkOf(['TRK-011', 'VEW-006'], {
    'code-and-city': (seen) =>
      seen
        .probe('query-anonymous')
        .filter(isAccepted)
        .map((exchange) => {
          const [result] = answerOf(exchange)?.results ?? [];
          const events: readonly Item[] = result?.events ?? [];
          const more = Object.keys(result ?? {}).filter(
            (name) => !['index', 'status', 'events'].includes(name),
          );
          const wider = events.flatMap((one) =>
            Object.keys(one).filter((name) => !CITY_AND_CODE.has(name)),
          );
          if (result?.status !== 200) return blocked(exchange, 'STATE_NOT_REACHED');
          return demand(
            more.length === 0 && wider.length === 0,
            exchange,
            'event code and city alone',
            `also ${[...new Set([...more, ...wider])].join(', ')}`,
            { pointer: '/results/0', surface: 'body' },
          );
        }),
  }),
  checkOf('TRK-012', {
    'wrong-order': sameAnswer('query-wrong-order'),
    'wrong-consignee': sameAnswer('query-wrong-consignee'),
    // without it a server that never looks at a proof would pass
    'right-proof': (seen) =>
      seen
        .probe('query-right-order')
        .map((exchange) =>
          demand(
            isAccepted(exchange) && answerOf(exchange)?.results?.[0]?.parcel !== undefined,
            exchange,
            'the parcel',
            isAccepted(exchange) ? 'the anonymous view' : endingOf(exchange),
            { pointer: '/results/0', surface: 'body' },
          ),
        ),
  }),
  checkOf('TRK-014', {
    'reaches-or-replays': {
      needs: OBSERVATIONS,
      judge: function* (seen) {
        const arrived = new Set(
          eventsOfType(seen, 'tracking.event.recorded').map(({ data }) => String(data.eventId)),
        );
        const replayed = new Set<string>(
          seen
            .calls('replayEvents')
            .filter(isAccepted)
            .flatMap((exchange) => answerOf(exchange)?.events ?? [])
            .map((event: { readonly data?: { readonly eventId?: string } }) =>
              String(event.data?.eventId),
            ),
        );
        const walks = wholeReplays(seen);
        for (const [eventId, exchange] of scansOf(seen)) {
          const walk = walks.findLast(
            ({ begin }) => begin.seq > exchange.seq && isKept(seen, exchange, begin),
          );
          if (walk === undefined) continue;
          yield arrived.has(eventId) || replayed.has(eventId)
            ? holds(exchange, 'body')
            : violated(
                [exchange, walk.end],
                'the observation delivered, or in replayEvents',
                'neither',
                { surface: 'absence' },
              );
        }
      },
    },
  }),
  checkOf('TRK-015', {
    rank: {
      needs: OBSERVATIONS,
      judge: parcelIs(
        'tied-parcel',
        ({ status, anomalyCount }) => status === 'OUT_FOR_DELIVERY' && anomalyCount === 0,
        'OUT_FOR_DELIVERY without an anomaly',
      ),
    },
  }),
  checkOf('TRK-016', {
    'no-grant': (seen) =>
      seen
        .probe('proof-without-grant')
        .map((exchange) =>
          demand(
            isAccepted(exchange) && (answerOf(exchange)?.attachments ?? []).length === 0,
            exchange,
            'a proof without attachments',
            isAccepted(exchange) ? 'attachments' : endingOf(exchange),
            { pointer: '/attachments', surface: 'body' },
          ),
        ),
  }),
  checkOf('TRK-017', {
    'within-60-s': {
      needs: OBSERVATIONS,
      judge: function* (seen) {
        const scans = scansOf(seen);
        for (const { data, envelope, attempts } of eventsOfType(seen, 'tracking.event.recorded')) {
          const [first] = attempts;
          const scanned = scans.get(String(data.eventId));
          if (first === undefined || scanned === undefined || first.scenario !== scanned.scenario)
            continue;
          const late =
            (Date.parse(first.request.sentAt) - Date.parse(scanned.response?.receivedAt ?? '')) /
            1000;
          yield demand(
            late <= 60 && typeof envelope.time === 'string',
            [first, scanned],
            'a delivery within 60 s of the scan',
            `a delivery after ${Math.round(late)} s`,
            { surface: 'timing' },
          );
        }
      },
    },
  }),
];

/** A query answers as the one without a proof did. */
function sameAnswer(probe: string): CaseJudge {
  return (seen) => {
    const without = seen.one('query-anonymous');
    const wrong = seen.one(probe);
    if (without === undefined || wrong === undefined) return undefined;
    return demand(
      queryShape(without) === queryShape(wrong),
      [wrong, without],
      'the answer of no proof',
      'another answer',
      { pointer: '/results/0', surface: 'body' },
    );
  };
}
