import { ORDERS } from '../applicability.ts';
import { knowsRunner } from '../drive/knows-runner.ts';
import { answerOf, codeOfAnswer, isAccepted, requestOf, statusOf } from '../transcript/body.ts';
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
  refusedWith,
  violated,
} from './check.ts';
import { SAID, statusSaid } from './sayings.ts';
import type { Seen } from './seen.ts';

/** Milliseconds within which a delivery is answered, or an odd body refused (DSC-020). */
const ANSWER_LIMIT = 5_000;
const REFUSAL_LIMIT = 1_000;

/** The status of the parcel of a delivery, as a later look at all parcels showed it. */
const statusIn = (
  seen: Seen,
  delivery: Exchange,
  probe: string,
): { readonly at: Exchange; readonly status: string } | undefined => {
  const { waybillNo } = requestOf(delivery)?.data ?? {};
  for (const at of seen.probe(probe)) {
    const body = answerOf(at);
    const items: readonly { readonly waybillNo: string; readonly status: string }[] =
      body?.items ?? [body ?? {}];
    const parcel = items.find((one) => one.waybillNo === waybillNo);
    if (parcel !== undefined) return { at, status: parcel.status };
  }
  return undefined;
};

/** The parcel of a delivery had this status when it was looked at. */
const statusIs =
  (probe: string, read: string, wanted: string): CaseJudge =>
  (seen) => {
    const delivery = seen.one(probe);
    if (delivery === undefined) return undefined;
    const found = statusIn(seen, delivery, read);
    if (found === undefined) return blocked(delivery, 'NOT_OBSERVABLE');
    return demand(
      found.status === wanted,
      [found.at, delivery],
      statusSaid([wanted]),
      statusSaid([found.status]),
      { surface: 'body' },
    );
  };

/** The parcel of the last of several deliveries. */
const lastOf =
  (probe: string, read: string, wanted: string): CaseJudge =>
  (seen) =>
    seen.probe(probe).every(isAccepted) ? statusIs(probe, read, wanted)(seen) : undefined;

/** The same look, but only where the delivery itself was not believed to have changed anything before. */
const statusStays =
  (probe: string, before: string, after: string): CaseJudge =>
  (seen) => {
    const delivery = seen.one(probe);
    if (delivery === undefined) return undefined;
    const first = statusIn(seen, delivery, before);
    const last = statusIn(seen, delivery, after);
    if (first === undefined || last === undefined) return blocked(delivery, 'NOT_OBSERVABLE');
    return demand(
      first.status === last.status,
      [last.at, delivery, first.at],
      { en: `status ${first.status}, as before`, zh: `状态 ${first.status}，与先前相同` },
      statusSaid([last.status]),
      { surface: 'body' },
    );
  };

const within =
  (probe: string): CaseJudge =>
  (seen) =>
    seen
      .probe(probe)
      .map((exchange) =>
        demand(
          (exchange.facts?.milliseconds ?? 0) <= REFUSAL_LIMIT,
          exchange,
          SAID.answerWithinSecond,
          SAID.laterAnswer,
          { surface: 'timing' },
        ),
      );

/** Who makes a status of the observations that it is told of, and shows it. */
const observable = (judge: CaseJudge) => ({
  judge,
  needs: 'PARCELS',
  when: { offers: 'registerConsignee' } as const,
});

/** The same of a relay, which shows the parcels of which it is told. */
const shown = (judge: CaseJudge) => ({
  judge,
  when: {
    any: [
      { all: [{ offers: 'registerConsignee' }, { offers: 'listTestParcels' }] },
      { all: [{ offers: 'getParcel' }, { not: { offers: 'createWaybill' } }] },
    ],
  } as const,
});

/** What a platform makes of parcels that it is told of. */
const told = (judge: CaseJudge) => ({ judge, when: { offers: 'registerConsignee' } as const });

/** A payload alone names no sender, and is no event either: whichever is judged first. */
const refusedBare: CaseJudge = (seen) =>
  seen.probe('inbox-bare').flatMap((exchange): readonly Finding[] => {
    const unsigned = refusedWith(seen, exchange, { status: 401, code: 'SIGNATURE_INVALID' });
    if (unsigned === undefined || unsigned.says !== 'VIOLATED') return unsigned ? [unsigned] : [];
    const shapeless = refusedWith(seen, exchange, { status: 422, code: 'SCHEMA_VIOLATION' });
    return shapeless === undefined ? [] : [shapeless];
  });

const forged = (probe: string, code: 'SIGNATURE_INVALID' | 'TIMESTAMP_SKEW') => ({
  [`${probe}.refused`]: refusal(probe, 401, code),
  [`${probe}.no-effect`]: observable(statusStays(probe, 'forged-control-read', `${probe}-read`)),
});

/** A known id with another content. */
const conflict = refusal('inbox-conflict', 409, 'EVENT_ID_CONFLICT');

/** An event is kept if its id is known from then on; a receiver that knows no ids shows nothing of it. */
const isKept: CaseJudge = (seen) => {
  const delivery = seen.one('future-code-conflict');
  if (delivery === undefined) return undefined;
  const known = seen.one('inbox-conflict');
  if (known === undefined || statusOf(known) !== 409) return blocked(delivery, 'NOT_OBSERVABLE');
  return refusal('future-code-conflict', 409, 'EVENT_ID_CONFLICT')(seen);
};

const inTime: CaseJudge = (seen) =>
  seen.calls('receiveEvent').flatMap((exchange): readonly Finding[] => {
    if (exchange.from !== 'runner') return [];
    const took = exchange.facts?.milliseconds ?? 0;
    if (exchange.response !== undefined && took <= ANSWER_LIMIT) return [holds(exchange, 'timing')];
    return [
      violated(
        exchange,
        { en: 'an answer within 5 s', zh: '5 秒内应答' },
        exchange.response === undefined ? endingOf(exchange) : SAID.laterAnswer,
        { surface: 'timing' },
      ),
    ];
  });

/** A gap, and what the system asked the runner for afterwards. */
const asksForReplay: CaseJudge = (seen) => {
  const gap = seen.one('missed-gap');
  const quiet = seen.one('missed-quiet');
  if (gap === undefined || quiet === undefined) return undefined;
  if (!isAccepted(gap)) return blocked(gap, 'STATE_NOT_REACHED');
  const asked = seen.served('replayEvents').find(({ seq }) => seq > quiet.seq);
  // a system that never called the runner, and was not told where it is, may ask somebody else
  if (asked === undefined && !knowsRunner(seen.claim, seen.exchanges))
    return blocked(gap, 'PEER_NOT_REACHABLE');
  return asked === undefined
    ? violated(
        gap,
        { en: 'a request for replay', zh: '请求重放' },
        { en: 'none while the scenario waited', zh: '场景等待期间未见' },
        { surface: 'absence' },
      )
    : holds([asked, gap]);
};

/** A sender announced its new key and signs with it alone; who was not told where the sender is cannot read it. */
const followsRotation: CaseJudge = (seen) =>
  seen.probe('rotation-new-key').map((exchange) =>
    isAccepted(exchange) || knowsRunner(seen.claim, seen.exchanges)
      ? demand(isAccepted(exchange), exchange, SAID.success, endingOf(exchange), {
          surface: 'status',
        })
      : blocked(exchange, 'PEER_NOT_REACHABLE'),
  );

/** The action that met an answer of the future ended as the one that met an ordinary answer. */
const sameOutcome =
  (probe: string, control: string): CaseJudge =>
  (seen) => {
    const usual = seen.one(control);
    const future = seen.one(probe);
    if (usual === undefined || future === undefined) return undefined;
    const wanted = answerOf(usual)?.state;
    if (wanted !== 'SUCCEEDED') return blocked(usual, 'STATE_NOT_REACHED');
    const { state } = answerOf(future) ?? {};
    return demand(
      state === wanted,
      [future, usual],
      { en: `an action that ${wanted}`, zh: `状态为 ${wanted} 的测试动作` },
      {
        en: `an action that is ${state ?? 'unknown'}`,
        zh: `状态${state === undefined ? '不明' : `为 ${state} `}的测试动作`,
      },
      { surface: 'body' },
    );
  };

/** A parcel of the runner's is the same, whatever another courier tells of it, and that courier hears as little. */
const deafToOthers: CaseJudge = (seen) => {
  const foreign = seen.one('foreign-event');
  const unknown = seen.one('unknown-event');
  if (foreign === undefined || unknown === undefined) return undefined;
  return demand(
    statusOf(foreign) === statusOf(unknown) && codeOfAnswer(foreign) === codeOfAnswer(unknown),
    [foreign, unknown],
    {
      en: `the answer to an unknown parcel, ${endingOf(unknown).en}`,
      zh: `与未知快件相同的应答，${endingOf(unknown).zh}`,
    },
    endingOf(foreign),
    { surface: 'status' },
  );
};

/** Every event of a flood is taken, if not at once then after the pause that was asked for. */
const allTaken: CaseJudge = (seen) => {
  const attempts = new Map<string, Exchange[]>();
  for (const exchange of seen.probe('inbox-burst')) {
    const { id } = requestOf(exchange) ?? {};
    attempts.set(id, [...(attempts.get(id) ?? []), exchange]);
  }
  return [...attempts.values()].flatMap((mine): readonly Finding[] => {
    const last = mine.at(-1);
    return last === undefined
      ? []
      : [
          demand(
            isAccepted(last),
            mine,
            { en: 'success, or 429 and then success', zh: '成功，或先 429 后成功' },
            endingOf(last),
            { surface: 'status' },
          ),
        ];
  });
};

/** The observations that arrive in other orders make one status, that of their usual order. */
const sameInAnyOrder: CaseJudge = (seen) => {
  const byParcel = new Map<string, Exchange[]>();
  for (const exchange of seen.probe('arrival')) {
    const { waybillNo } = requestOf(exchange)?.data ?? {};
    byParcel.set(waybillNo, [...(byParcel.get(waybillNo) ?? []), exchange]);
  }
  return [...byParcel.values()].flatMap((arrivals): readonly Finding[] => {
    const [first] = arrivals;
    const found = first && statusIn(seen, first, 'arrival-read');
    if (first === undefined) return [];
    if (found === undefined) return [blocked(first, 'NOT_OBSERVABLE')];
    const order = arrivals.map((exchange) => requestOf(exchange)?.data?.eventCode).join(', ');
    return [
      demand(
        found.status === 'DELIVERED',
        [found.at, ...arrivals],
        { en: 'DELIVERED, as the last of them says', zh: 'DELIVERED，依最后一个事件' },
        { en: `${found.status} after ${order}`, zh: `依次收到 ${order} 之后为 ${found.status}` },
        { surface: 'body' },
      ),
    ];
  });
};

/** Who orders: its calls meet answers of a courier. */
const ordering = { needs: 'ACTIONS', when: { offers: 'registerConsignee' } } as const;

/** What a receiver of events and answers owes. */
export const receiverChecks: readonly Check[] = [
  checkOf('TRK-003', {
    'again.accepted': acceptance('inbox-repeat'),
    'at-once.accepted': acceptance('inbox-together'),
    'late.accepted': acceptance('inbox-late-repeat'),
    'new-envelope.accepted': acceptance('inbox-new-envelope'),
    'many.accepted': allTaken,
    'many.effects': shown(lastOf('inbox-burst', 'inbox-burst-read', 'OUT_FOR_DELIVERY')),
    'again.one-effect': shown(
      statusStays('inbox-late-repeat', 'inbox-corrected-read', 'inbox-repeat-read'),
    ),
  }),
  checkOf('TRK-004', {
    refused: conflict,
    'first-content': shown(
      statusStays('inbox-conflict', 'inbox-repeat-read', 'inbox-conflict-read'),
    ),
  }),
  checkOf('TRK-013', {
    accepted: acceptance('future-code'),
    'folds-as-information': shown(statusIs('future-code', 'future-code-read', 'AT_DESTINATION')),
    'the-next-folds': shown(statusIs('future-next', 'future-next-read', 'OUT_FOR_DELIVERY')),
    kept: isKept,
  }),
  checkOf('DSC-007', {
    'event.members': acceptance('future-members'),
    'event.type': acceptance('future-type'),
    'event.effect': observable(statusIs('future-members', 'future-members-read', 'AT_DESTINATION')),
    'event.no-effect': observable(
      statusStays('future-members', 'future-members-read', 'future-type-read'),
    ),
    'answer.order': {
      judge: sameOutcome('tolerant-members-order', 'tolerant-control-order'),
      ...ordering,
    },
    'answer.waybill': {
      judge: sameOutcome('tolerant-members-waybill', 'tolerant-control-waybill'),
      ...ordering,
    },
  }),
  checkOf('TRK-001', { 'told.any-order': told(sameInAnyOrder) }),
  checkOf('TRK-002', {
    'told.taken': told(acceptance('impossible-arrival')),
    'told.no-effect': told(
      statusStays('impossible-arrival', 'arrival-read', 'impossible-arrival-read'),
    ),
  }),
  checkOf('TRK-005', {
    'told.leaves-the-fold': told(
      statusIs('inbox-correction', 'inbox-corrected-read', 'AT_DESTINATION'),
    ),
  }),
  checkOf('DSC-015', {
    'event.answer': {
      judge: deafToOthers,
      needs: ORDERS,
      when: { offers: 'registerConsignee' },
    },
    'event.no-effect': observable(
      statusStays('foreign-event', 'inbox-conflict-read', 'foreign-event-read'),
    ),
  }),
  checkOf('DSC-020', {
    'event.truncated': {
      judge: both(refusal('inbox-truncated', 400, 'MALFORMED_JSON'), within('inbox-truncated')),
      when: { offers: 'registerConsignee' },
    },
    'event.media-type': {
      judge: refusal('inbox-media-type', 415, 'UNSUPPORTED_MEDIA_TYPE'),
      when: { offers: 'registerConsignee' },
    },
    'event.bare': { judge: refusedBare, when: { offers: 'registerConsignee' } },
    'event.no-effect': observable(
      statusStays('inbox-media-type', 'forged-control-read', 'inbox-odd-read'),
    ),
  }),
  checkOf('DSC-009', {
    ...forged('forged-bit', 'SIGNATURE_INVALID'),
    ...forged('forged-key', 'SIGNATURE_INVALID'),
    ...forged('forged-none', 'SIGNATURE_INVALID'),
    ...forged('forged-v1-only', 'SIGNATURE_INVALID'),
    ...forged('forged-source', 'SIGNATURE_INVALID'),
    ...forged('forged-body', 'SIGNATURE_INVALID'),
    ...forged('forged-old', 'TIMESTAMP_SKEW'),
    ...forged('forged-early', 'TIMESTAMP_SKEW'),
    ...forged('forged-no-number', 'TIMESTAMP_SKEW'),
    'two-signatures': acceptance('genuine-two-signatures'),
    'nearly-old': acceptance('genuine-old'),
    'nearly-early': acceptance('genuine-early'),
    'rotation.both-keys': acceptance('rotation-both-keys'),
    'rotation.new-key': { judge: followsRotation, needs: ORDERS },
  }),
  checkOf('LIM-002', {
    'event.duplicate-keys': {
      judge: both(
        refusal('inbox-duplicate-keys', 400, 'MALFORMED_JSON'),
        within('inbox-duplicate-keys'),
      ),
      when: { offers: 'registerConsignee' },
    },
    'event.deep': {
      judge: both(refusal('inbox-deep', 400, 'MALFORMED_JSON'), within('inbox-deep')),
      when: { offers: 'registerConsignee' },
    },
    'event.too-large': {
      judge: both(refusal('inbox-too-large', 413, 'BODY_TOO_LARGE'), within('inbox-too-large')),
      when: { offers: 'registerConsignee' },
    },
  }),
  checkOf('DSC-029', { 'in-time': inTime }),
  checkOf('CTY-015', { 'asks-for-replay': { judge: asksForReplay, needs: ORDERS } }),
];
