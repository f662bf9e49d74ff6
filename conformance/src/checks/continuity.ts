import {
  answerOf,
  codeOfAnswer,
  headerOf,
  isAccepted,
  requestOf,
  statusOf,
} from '../transcript/body.ts';
import { type Exchange, headOf } from '../transcript/format.ts';
import type { Check, Finding, Text } from '../words.ts';
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
import { SAID, soMany, verbatim } from './sayings.ts';
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

const noticeSaid = (read: Text): Text => ({
  en: `the notice answers ${read.en}`,
  zh: `查询该通知得 ${read.zh}`,
});

/** An announcement of a probe is told at once, and far enough ahead. */
const toldAhead =
  (probe: string, isInTime: (told: Told) => boolean, expected: Text): CaseJudge =>
  (seen) =>
    seen
      .probe(probe)
      .filter(isAccepted)
      .map((started) => {
        const told = wasTold(seen, started);
        if (told === undefined)
          return violated(
            started,
            expected,
            { en: 'no event of the notice', zh: '没有该通知的事件' },
            { surface: 'absence' },
          );
        return demand(
          isInTime(told),
          [told.exchange, started],
          expected,
          { en: 'another time', zh: '另一时间' },
          { pointer: '/data/startsAt', surface: 'timing' },
        );
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
        demand(isAccepted(exchange), exchange, SAID.success, endingOf(exchange), {
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
      { en: 'the effect of the first command', zh: '首个命令的效果' },
      isAccepted(two) ? { en: 'another effect', zh: '另一效果' } : endingOf(two),
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
    return violated(heard, SAID.carriedOut, endingOf(heard), { surface: 'status' });
  const known = new Set(idsIn(before));
  const made = idsIn(after).filter((id) => !known.has(id));
  return demand(
    made.length === 1 && made[0] === answerOf(heard)?.agreementId,
    [after, heard, before],
    { en: 'one proposal more, the one that was answered', zh: '仅多一份提议，即应答所列者' },
    { en: `${made.length} more`, zh: `多出 ${made.length} 份` },
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
    { en: 'one waybill, the one that was answered', zh: '仅一张运单，即应答所列者' },
    isAccepted(heard)
      ? { en: `${bound.length} waybills`, zh: `${bound.length} 张运单` }
      : endingOf(heard),
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
            { en: '503 with Retry-After in seconds', zh: '503，且 Retry-After 以秒计' },
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
          { en: '503 with the number of a notice that can be read', zh: '503，且附可查询的通知号' },
          read === undefined ? endingOf(refused) : noticeSaid(endingOf(read)),
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
        { en: 'a notice 72 h before it starts', zh: '开始前 72 小时发布通知' },
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
        { en: 'a notice 30 days before it starts', zh: '开始前 30 日发布通知' },
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
              { en: 'an answer until the drain is over', zh: '排空期结束前仍应答' },
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
        { en: 'a notice within 15 minutes of the detection', zh: '发现后 15 分钟内发布通知' },
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
              {
                en: 'the pre-report at the regulator before the notice',
                zh: '先向监管部门预报告，再发布通知',
              },
              report === undefined
                ? { en: 'no pre-report', zh: '无预报告' }
                : { en: 'a pre-report after the notice', zh: '预报告晚于通知' },
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
              {
                en: 'no notice while the regulator takes no pre-report',
                zh: '监管部门未收下预报告时不发布通知',
              },
              { en: 'a notice', zh: '一份通知' },
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
        { en: 'events by their number', zh: '按序号排列的事件' },
        { en: 'events in another order, or twice', zh: '事件次序不同，或重复' },
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
        { en: 'every event that was delivered', zh: '所有已送达的事件' },
        { en: 'a replay without one of them', zh: '重放缺少其中之一' },
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
          { en: `${promised} events of the backlog`, zh: `积压的 ${promised} 个事件` },
          soMany(had.length),
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
              {
                en: 'the observation delivered or replayed afterwards',
                zh: '观测事后送达，或可重放',
              },
              SAID.neither,
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
            { en: 'a notice of desks and modules', zh: '仅含岗位与模块的通知' },
            { en: 'a mobile number or a masked name', zh: '手机号或脱敏姓名' },
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
        return demand(isAccepted(after), [after, during], SAID.carriedOut, endingOf(after), {
          surface: 'status',
        });
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
        return demand(riskLevel === wanted, exchange, verbatim(wanted), verbatim(riskLevel), {
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
        {
          en: 'an assessment of the last twelve months that names a drill',
          zh: '近十二个月内列有演练的评估',
        },
        all.length === 0
          ? SAID.none
          : { en: 'older ones, or none with a drill', zh: '评估已过期，或均无演练' },
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
            { en: 'nobody else among the counterparties', zh: '对手方中无他人' },
            { en: 'other counterparties', zh: '其他对手方' },
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
            {
              en: 'DEGRADED or INTERRUPTED, with the active notices',
              zh: 'DEGRADED 或 INTERRUPTED，且列出有效通知',
            },
            {
              en: `${answerOf(health)?.status} with ${ids.length} notices`,
              zh: `${answerOf(health)?.status}，列有 ${ids.length} 份通知`,
            },
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
            { en: 'OK, or the notices that say why not', zh: 'OK，或列出说明原因的通知' },
            {
              en: `${answerOf(exchange)?.status} without a notice`,
              zh: `${answerOf(exchange)?.status}，未列通知`,
            },
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
                  { en: 'ACTIVE, as its start is past', zh: 'ACTIVE，因开始时刻已过' },
                  verbatim(answerOf(exchange)?.status),
                  { pointer: '/status', surface: 'body' },
                ),
          ),
    },
  }),
];
