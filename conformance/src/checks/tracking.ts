import { OBSERVATIONS } from '../applicability.ts';
import { isTold, observedId } from '../drive/observation.ts';
import { foldOf, scansIn } from '../oracle/fold.ts';
import { answerOf, isAccepted, statusOf } from '../transcript/body.ts';
import type { Exchange } from '../transcript/format.ts';
import type { Check, Text } from '../words.ts';
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
import { SAID, verbatim } from './sayings.ts';
import { eventsOfType, type Seen } from './seen.ts';

/** The members of a parcel that the fold decides, its instants aside. */
const foldedOf = (parcel: Readonly<Record<string, unknown>> | undefined): string =>
  JSON.stringify(
    ['status', 'leg', 'terminal', 'gap', 'eventCount', 'anomalyCount'].map(
      (name) => parcel?.[name],
    ),
  );

/** A parcel by what its events make of it. */
const parcelSaid = (parcel: Readonly<Record<string, unknown>> | undefined): Text => ({
  en: `status ${parcel?.status}, gap ${parcel?.gap}, anomalies ${parcel?.anomalyCount}`,
  zh: `状态 ${parcel?.status}，gap: ${parcel?.gap}，异常 ${parcel?.anomalyCount} 项`,
});

/** The same with its leg, and the milestones that it went past. */
const foldSaid = (parcel: Readonly<Record<string, unknown>> | undefined, skipped: string): Text => {
  const told = parcelSaid(parcel);
  return {
    en: `${told.en}, leg ${parcel?.leg}, skipped [${skipped}]`,
    zh: `${told.zh}，方向 ${parcel?.leg}，跳过 [${skipped}]`,
  };
};

const parcelIs =
  (
    probe: string,
    isRight: (parcel: Readonly<Record<string, unknown>>) => boolean,
    expected: Text,
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
          parcelSaid(answerOf(exchange)),
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
        foldSaid({ ...wanted, status, anomalyCount: wanted.anomalies.size }, skipped),
        foldSaid(parcel, saysSkipped),
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
        {
          en: 'anomaly: true where the table has no such move, and nowhere else',
          zh: '仅在表中无此转移处标 anomaly: true',
        },
        {
          en: 'an event that is marked, or not marked, against the table',
          zh: '事件的异常标记与表不符',
        },
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
        { en: 'one status for every order of arrival', zh: '无论到达次序，状态相同' },
        { en: `${states.size} different ones`, zh: `${states.size} 种不同状态` },
        { pointer: '/status', surface: 'body' },
      );
    }),
    delivered: shown(
      parcelIs('permuted-parcel', ({ status }) => status === 'DELIVERED', verbatim('DELIVERED')),
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
            {
              en: `what the same scans make in their order, ${answerOf(wrong[1])?.status}`,
              zh: `与同样的扫描按序到达时相同：${answerOf(wrong[1])?.status}`,
            },
            parcelSaid(answerOf(wrong[0])),
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
        { en: 'the scan, with anomaly: true', zh: '该扫描，且 anomaly: true' },
        stored === undefined
          ? SAID.noSuchEvent
          : { en: 'the scan without anomaly', zh: '该扫描无 anomaly' },
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
          verbatim('DELIVERED'),
        ),
        parcelIs('after-correction-parcel', ({ status }) => status === 'OUT_FOR_DELIVERY', {
          en: 'OUT_FOR_DELIVERY, as before the withdrawn scan',
          zh: 'OUT_FOR_DELIVERY，与被撤回的扫描之前相同',
        }),
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
          { en: 'the withdrawn event among the stored ones', zh: '已存事件中仍有被撤回者' },
          SAID.listWithoutIt,
          { pointer: '/items', surface: 'body' },
        );
      },
    },
  }),
  checkOf('TRK-006', {
    returning: {
      needs: OBSERVATIONS,
      judge: parcelIs(
        'on-the-way-back',
        ({ status }) => status === 'RETURNING',
        verbatim('RETURNING'),
      ),
    },
    returned: {
      needs: OBSERVATIONS,
      judge: parcelIs('returned', ({ status }) => status === 'RETURNED', verbatim('RETURNED')),
    },
  }),
  checkOf('TRK-007', {
    'late-scan': parcelIs(
      'after-late-scan-parcel',
      ({ status, terminal }) => status === 'DELIVERED' && terminal === true,
      verbatim('DELIVERED'),
    ),
  }),
  checkOf('TRK-008', {
    gap: {
      needs: OBSERVATIONS,
      judge: parcelIs(
        'skipped-parcel',
        ({ status, gap, anomalyCount }) =>
          status === 'DELIVERED' && gap === true && anomalyCount === 0,
        { en: 'DELIVERED with gap: true and no anomaly', zh: 'DELIVERED，gap: true，且无异常' },
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
          { en: 'the two scans alone', zh: '仅有这两次扫描' },
          {
            en: `${invented.length} events that nobody recorded`,
            zh: `${invented.length} 个无人记录的事件`,
          },
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
                    { en: 'a text without a run of seven digits', zh: '无连续七位数字的文本' },
                    { en: 'a text with one', zh: '含连续七位数字的文本' },
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
          { en: 'a payload without text', zh: '不含文本的载荷' },
          { en: 'a payload with text', zh: '含文本的载荷' },
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
          const beside = [...new Set([...more, ...wider])];
          if (result?.status !== 200) return blocked(exchange, 'STATE_NOT_REACHED');
          return demand(
            beside.length === 0,
            exchange,
            { en: 'event code and city alone', zh: '仅有事件代码与城市' },
            { en: `also ${beside.join(', ')}`, zh: `另有 ${beside.join('、')}` },
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
            { en: 'the parcel', zh: '该快件' },
            isAccepted(exchange)
              ? { en: 'the anonymous view', zh: '匿名视图' }
              : endingOf(exchange),
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
                {
                  en: 'the observation delivered, or in replayEvents',
                  zh: '观测已送达，或可由 replayEvents 取得',
                },
                SAID.neither,
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
        { en: 'OUT_FOR_DELIVERY without an anomaly', zh: 'OUT_FOR_DELIVERY，且无异常' },
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
            { en: 'a proof without attachments', zh: '无附件的凭证' },
            isAccepted(exchange) ? { en: 'attachments', zh: '附件' } : endingOf(exchange),
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
            { en: 'a delivery within 60 s of the scan', zh: '扫描后 60 秒内送达' },
            { en: `a delivery after ${Math.round(late)} s`, zh: `${Math.round(late)} 秒后送达` },
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
      { en: 'the answer of no proof', zh: '无凭证时的应答' },
      SAID.anotherAnswer,
      { pointer: '/results/0', surface: 'body' },
    );
  };
}
