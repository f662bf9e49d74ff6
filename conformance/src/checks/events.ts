import { answerOf, headerOf, isAccepted, jsonOf, requestOf, statusOf } from '../transcript/body.ts';
import { CHALLENGE } from '../transcript/challenge.ts';
import type { Exchange } from '../transcript/format.ts';
import type { Check, Finding } from '../words.ts';
import { blocked, type CaseJudge, checkOf, demand, endingOf, holds, violated } from './check.ts';
import { demandDue } from './due.ts';
import { SAID } from './sayings.ts';
import type { Seen } from './seen.ts';

const ZEROS = '0'.repeat(20);

/** An envelope, as far as checks read it. */
type Envelope = {
  readonly id: string;
  readonly type: string;
  readonly sequence: string;
  // biome-ignore lint/suspicious/noExplicitAny: a payload is narrowed where it is read
  readonly data: any;
};

const isChallenge = (exchange: Exchange): boolean => exchange.eventType === CHALLENGE;

/** The envelope of a delivery. */
export const envelopeOf = (exchange: Exchange): Envelope | undefined =>
  requestOf(exchange) as Envelope | undefined;

/** Resets of a tenant before an exchange: sequences begin anew after each. */
export const segmentOf = (seen: Seen, exchange: Exchange): number =>
  seen
    .calls('resetTestTenant')
    .filter(({ seq, from }) => from === 'runner' && seq < exchange.seq)
    .filter(isAccepted).length;

/** A page of a replay to the runner, with where it was asked to begin. */
export type Page = {
  readonly exchange: Exchange;
  readonly events: readonly Envelope[];
  readonly cursor: string | null;
  readonly isFiltered: boolean;
};

/** Every page of `replayEvents` that the runner read. */
export const pagesOf = (seen: Seen): readonly Page[] =>
  seen
    .calls('replayEvents')
    .filter(({ from }) => from === 'runner')
    .filter(isAccepted)
    .map((exchange) => {
      const { searchParams } = new URL(exchange.request.url);
      return {
        exchange,
        events: answerOf(exchange)?.events ?? [],
        cursor: searchParams.get('cursor'),
        isFiltered: searchParams.has('eventType'),
      };
    });

/** Attempts at one event at one address, challenges left out. */
const repeatedOf = (seen: Seen): readonly (readonly Exchange[])[] =>
  seen.events.map(({ attempts }) => attempts).filter(({ length }) => length > 1);

const pairs = (
  seen: Seen,
  judge: (earlier: Exchange, later: Exchange) => Finding | undefined,
): readonly Finding[] =>
  repeatedOf(seen).flatMap((attempts) =>
    attempts.slice(1).flatMap((later, index) => judge(attempts[index] as Exchange, later) ?? []),
  );

/** Real milliseconds after which the timestamps of two attempts differ by a second at least. */
const APART = 1_100;

/** Milliseconds that a slow acknowledgement takes, and still is in time beyond doubt, however long its way was. */
const SLOW = { from: 3_000, to: 4_500 } as const;

const tookOf = ({ request, response }: Exchange): number =>
  Date.parse(response?.receivedAt ?? '') - Date.parse(request.sentAt);

const bodyText = (exchange: Exchange): string => JSON.stringify(exchange.request.body);
const webhook = (exchange: Exchange, name: string): string | undefined =>
  headerOf(exchange.request.headers, `webhook-${name}`);

/** Where a subscription of a probe is delivered to. */
const urlOf = (exchange: Exchange): string => String(requestOf(exchange)?.callbackUrl);

const arrivedAt = (seen: Seen, url: string): readonly Exchange[] =>
  seen.deliveries.filter(({ request }) => request.url === url);

const isProof = (exchange: Exchange): boolean =>
  isChallenge(exchange) &&
  statusOf(exchange) === 200 &&
  answerOf(exchange)?.challenge === envelopeOf(exchange)?.data?.challenge;

const provedFirst: CaseJudge = (seen) =>
  seen
    .calls('createEventSubscription')
    .filter(isAccepted)
    .flatMap((created) => {
      const arrived = arrivedAt(seen, urlOf(created));
      const proof = arrived.findIndex(isProof);
      const early = arrived
        .slice(0, proof < 0 ? arrived.length : proof)
        .find((exchange) => !isChallenge(exchange));
      if (early !== undefined)
        return violated(
          [early, created],
          { en: 'nothing but the challenge before its answer', zh: '应答验证之前只有验证事件' },
          { en: 'another event', zh: '其他事件' },
          { surface: 'absence' },
        );
      return arrived.length === 0 ? [] : holds([created, ...arrived.slice(0, 1)]);
    });

const challengedAgain: CaseJudge = (seen) =>
  seen
    .probe('subscribe-wrong')
    .filter(isAccepted)
    .flatMap((created) => {
      const state = answerOf(seen.one('subscription-wrong') ?? created)?.state;
      const count = arrivedAt(seen, urlOf(created)).filter(isChallenge).length;
      const at = [seen.one('subscription-wrong') ?? created, created];
      const wanted = {
        en: 'PENDING_CHALLENGE, and the challenge again',
        zh: 'PENDING_CHALLENGE，且再次发送验证',
      };
      const got = { en: `${state}, and ${count} challenges`, zh: `${state}，且有 ${count} 次验证` };
      const where = { pointer: '/state', surface: 'body' } as const;
      // a state that is wrong is wrong at any time
      return state === 'PENDING_CHALLENGE'
        ? demandDue(seen, count > 1, at, wanted, got, where)
        : violated(at, wanted, got, where);
    });

const notFollowed: CaseJudge = (seen) =>
  seen.deliveries
    .filter((exchange) => statusOf(exchange) === 302)
    .flatMap((moved) => {
      const target = headerOf(moved.response?.headers, 'location') ?? '';
      const [followed] = arrivedAt(seen, target);
      if (followed !== undefined)
        return violated(
          [followed, moved],
          { en: 'nothing at the address of the redirect', zh: '重定向地址未收到任何请求' },
          { en: 'a delivery there', zh: '向该处推送' },
          { surface: 'url' },
        );
      const id = envelopeOf(moved)?.id;
      const again = arrivedAt(seen, moved.request.url).find(
        (exchange) => exchange.seq > moved.seq && envelopeOf(exchange)?.id === id,
      );
      return demandDue(
        seen,
        again !== undefined,
        moved,
        { en: 'another attempt at the same address', zh: '向同一地址再次尝试' },
        { en: 'no other attempt', zh: '没有再次尝试' },
        { surface: 'absence' },
      );
    });

const numberOf = (sequence: string): number => Number(sequence);

const byOne: CaseJudge = (seen) => {
  const delivered = new Map<number, Set<number>>();
  for (const exchange of seen.deliveries)
    if (!isChallenge(exchange)) {
      const segment = segmentOf(seen, exchange);
      const known = delivered.get(segment) ?? new Set();
      delivered.set(segment, known.add(numberOf(envelopeOf(exchange)?.sequence ?? '')));
    }
  return pagesOf(seen)
    .filter(({ isFiltered, events }) => !isFiltered && events.length > 1)
    .map(({ exchange, events }) => {
      const numbers = events.map(({ sequence }) => numberOf(sequence));
      const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
      // from one known number to the next: a system may leave out more than anybody can count
      const known = [...numbers, ...(delivered.get(segmentOf(seen, exchange)) ?? [])]
        .filter((one) => one >= low && one <= high)
        .sort((one, other) => one - other);
      const gap = known.findIndex((one, at) => (known[at + 1] ?? one) - one > 1);
      const missing = gap < 0 ? undefined : (known[gap] ?? 0) + 1;
      return demand(
        missing === undefined,
        exchange,
        { en: 'each number between the first and the last', zh: '首尾之间的每个序号' },
        { en: `no event with number ${missing}`, zh: `缺少序号为 ${missing} 的事件` },
        { pointer: '/events', surface: 'body' },
      );
    });
};

const sameEverywhere: CaseJudge = (seen) => {
  const sequences = new Map<string, string>();
  const told: (readonly [string, Envelope, Exchange])[] = [
    ...seen.deliveries.flatMap((exchange) => {
      const envelope = envelopeOf(exchange);
      return envelope === undefined || isChallenge(exchange)
        ? []
        : [[envelope.id, envelope, exchange] as const];
    }),
    ...pagesOf(seen).flatMap(({ exchange, events }) =>
      events.map((event) => [event.id, event, exchange] as const),
    ),
  ];
  const wrong = told.flatMap(([id, { sequence }, exchange]) => {
    const known = sequences.get(id);
    if (known === undefined) sequences.set(id, sequence);
    return known === undefined || known === sequence
      ? []
      : [
          violated(
            exchange,
            { en: 'the number that the event had', zh: '该事件原有的序号' },
            { en: 'another number', zh: '另一序号' },
            { pointer: '/sequence' },
          ),
        ];
  });
  return told.length === 0 ? undefined : wrong.length > 0 ? wrong : holds(told[0]?.[2] as Exchange);
};

/** Checks of what a system sends, whatever module it is of. */
export const eventChecks: readonly Check[] = [
  checkOf('DSC-008', {
    verifies: (seen) =>
      seen.deliveries.map((exchange) =>
        // whoever only listened, and knows no keys, cannot tell
        exchange.facts?.signature === undefined
          ? blocked(exchange, 'NOT_OBSERVABLE')
          : demand(
              exchange.facts.signature === 'VALID',
              exchange,
              {
                en: 'a v1a signature that verifies with a published key',
                zh: '可用已公布密钥验证的 v1a 签名',
              },
              exchange.facts.signature === 'ABSENT'
                ? { en: 'no such signature', zh: '无此签名' }
                : { en: 'one that does not', zh: '无法验证的签名' },
              { surface: 'header' },
            ),
      ),
    'id-of-the-event': (seen) =>
      seen.deliveries
        .filter((exchange) => !seen.events.some(({ attempts }) => attempts.indexOf(exchange) > 0))
        .map((exchange) =>
          demand(
            webhook(exchange, 'id') === envelopeOf(exchange)?.id,
            exchange,
            { en: 'webhook-id equal to the id of the event', zh: 'webhook-id 等于事件标识' },
            { en: 'another id', zh: '另一标识' },
            { surface: 'header' },
          ),
        ),
  }),
  checkOf('DSC-010', {
    'tried-again': (seen) =>
      seen.events
        .filter(({ attempts }) => attempts[0]?.scenario === 'delivery-retries')
        .flatMap(({ attempts }) => {
          const [first] = attempts;
          const isFailure =
            first !== undefined && (first.response === undefined || statusOf(first) >= 500);
          return isFailure
            ? demandDue(
                seen,
                attempts.length > 1,
                first,
                { en: 'another attempt', zh: '再次推送' },
                SAID.none,
                { surface: 'absence' },
              )
            : [];
        }),
    'in-time-is-delivered': (seen) =>
      seen.events.flatMap(({ attempts }) => {
        const [first, second] = attempts;
        return first === undefined ||
          !isAccepted(first) ||
          tookOf(first) < SLOW.from ||
          tookOf(first) > SLOW.to
          ? []
          : [
              demand(
                second === undefined,
                second === undefined ? first : [second, first],
                {
                  en: 'no other attempt at what was acknowledged within 5 s',
                  zh: '5 秒内已确认者不再推送',
                },
                { en: 'another attempt', zh: '再次推送' },
                { surface: 'timing' },
              ),
            ];
      }),
    'id-kept': (seen) =>
      seen.events.flatMap(({ id, attempts }) =>
        attempts
          .slice(1)
          .map((exchange) =>
            demand(
              webhook(exchange, 'id') === id,
              exchange,
              { en: 'the id of the first attempt', zh: '首次推送的标识' },
              { en: 'another webhook-id', zh: '另一 webhook-id' },
              { surface: 'header' },
            ),
          ),
      ),
    'timestamp-renewed': (seen) =>
      pairs(seen, (earlier, later) =>
        Date.parse(later.request.sentAt) - Date.parse(earlier.request.sentAt) < APART
          ? undefined
          : demand(
              Number(webhook(later, 'timestamp')) > Number(webhook(earlier, 'timestamp')),
              [later, earlier],
              { en: 'a later webhook-timestamp', zh: '更晚的 webhook-timestamp' },
              { en: 'the timestamp of the former attempt', zh: '前一次推送的时间戳' },
              { surface: 'header' },
            ),
      ),
    'bytes-kept': (seen) =>
      pairs(seen, (earlier, later) =>
        demand(
          bodyText(earlier) === bodyText(later),
          [later, earlier],
          { en: 'the same bytes', zh: '相同的字节' },
          SAID.otherBytes,
          { surface: 'body' },
        ),
      ),
  }),
  checkOf('WHK-003', { 'redirect-not-followed': notFollowed }),
  checkOf('WHK-005', {
    'challenge-first': provedFirst,
    'challenged-again': challengedAgain,
  }),
  checkOf('DSC-012', {
    'by-one': byOne,
    'same-everywhere': sameEverywhere,
    'challenge-zeros': (seen) =>
      seen.deliveries
        .filter(isChallenge)
        .map((exchange) =>
          demand(
            envelopeOf(exchange)?.sequence === ZEROS,
            exchange,
            { en: 'twenty zeros', zh: '二十个零' },
            { en: 'a number', zh: '一个数' },
            { pointer: '/sequence', surface: 'body' },
          ),
        ),
  }),
  checkOf('CSN-014', {
    'nothing-left': {
      when: { all: [{ offers: 'requestErasure' }, { offers: 'submitOrder' }] },
      judge: (seen) => {
        const before = seen.one('before-erasure');
        const receipt = seen.one('erasure-receipt');
        if (before === undefined || receipt === undefined || !isAccepted(before)) return undefined;
        if (answerOf(receipt)?.state !== 'COMPLETED')
          return violated(
            receipt,
            { en: 'a completed erasure at its deadline', zh: '期限届满时删除已完成' },
            endingOf(receipt),
            { pointer: '/state' },
          );
        const { consigneeRef, contactMasked } = answerOf(before)?.consignee ?? {};
        return [
          ...seen
            .probe('after-erasure')
            .map((exchange) => [exchange, [consigneeRef, contactMasked?.phoneMasked]] as const),
          ...seen
            .probe('list-after-erasure')
            .map((exchange) => [exchange, [consigneeRef]] as const),
        ].map(([exchange, needles]) => {
          const text = JSON.stringify(jsonOf(exchange.response?.body) ?? {});
          return demand(
            needles.every((needle) => needle === undefined || !text.includes(String(needle))),
            [exchange, receipt],
            { en: 'nothing of the erased reference', zh: '不含已删除引用的数据' },
            { en: 'its data', zh: '含其数据' },
            { surface: 'body' },
          );
        });
      },
    },
  }),
];
