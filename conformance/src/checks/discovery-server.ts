import { registry } from '@openwaybill/schemas';
import { answerOf, headerOf, isAccepted, statusOf, textOf } from '../transcript/body.ts';
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
import { isSame } from './derived/difference.ts';
import { oneOfTwo } from './in-flight.ts';
import { answerAfter, SAID, verbatim } from './sayings.ts';

/** Bytes that one reader takes for another value than the next one does. */
const AMBIGUOUS = ['duplicate-key', 'lone-surrogate', 'prototype'] as const;
/** Bytes that are no JSON in UTF-8. */
const ILL_FORMED = ['truncated', 'byte-order-mark', 'not-utf8'] as const;

const inTime =
  (probe: string): CaseJudge =>
  (seen) =>
    seen
      .probe(probe)
      .map((exchange) =>
        demand(
          (exchange.facts?.milliseconds ?? 0) <= 1_000,
          exchange,
          SAID.answerWithinSecond,
          answerAfter(exchange),
          { surface: 'timing' },
        ),
      );

const bytesRefused = (name: string, status: number, code: string): CaseJudge =>
  both(refusal(`bytes-${name}`, status, code), inTime(`bytes-${name}`));

const malformed = (names: readonly string[]) =>
  Object.fromEntries(
    names.map((name) => [name, bytesRefused(name, 400, 'MALFORMED_JSON')] as const),
  );

/** A server may or may not know a coding of the content: which refusal it is follows from that. */
const refusedAtAll =
  (probe: string): CaseJudge =>
  (seen) =>
    seen
      .probe(probe)
      .map((exchange) =>
        demand(
          statusOf(exchange) >= 400 && statusOf(exchange) < 500,
          exchange,
          SAID.refusal,
          endingOf(exchange),
          { surface: 'status' },
        ),
      );

const isProblem = (exchange: Exchange): boolean =>
  exchange.to === 'sut' && exchange.operation !== undefined && statusOf(exchange) >= 400;

/** Headers that differ by their nature in two equal answers: a signature is bound to its request. */
const OF_ONE_ANSWER: readonly string[] = [
  'date',
  'traceparent',
  'content-length',
  'content-digest',
  'signature',
  'signature-input',
];

/** An answer without what differs by its nature in two equal ones. */
export const shapeOf = (exchange: Exchange): string => {
  const { instance: _instance, ...body } = (answerOf(exchange) ?? {}) as Record<string, unknown>;
  const headers = (exchange.response?.headers ?? [])
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => !OF_ONE_ANSWER.includes(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([statusOf(exchange), headers, body]);
};

const alike =
  (name: string): CaseJudge =>
  (seen) => {
    const foreign = seen.one(`foreign-${name}`);
    const unknown = seen.one(`unknown-${name}`);
    if (foreign === undefined || unknown === undefined) return undefined;
    return demand(
      shapeOf(foreign) === shapeOf(unknown) && statusOf(foreign) === 404,
      [foreign, unknown],
      { en: 'the answer of an unknown id, 404', zh: '与未知标识相同的应答，404' },
      endingOf(foreign),
      { surface: 'body' },
    );
  };

/** Strings of a request that an answer must not show: the longer values of its body, not the names of its members. */
const valuesOf = (text: string): readonly string[] =>
  [...text.matchAll(/"((?:[^"\\]|\\.){8,})"(?!\s*:)/g)].map((match) => match[1] ?? '');

/** Words of the standard: a problem may list the codes that it would have taken. */
const CODES: ReadonlySet<string> = new Set([
  ...registry.codeLists.flatMap(({ codes }) => Object.keys(codes)),
  ...registry.events.map(({ type }) => type),
]);

/** Checks of module `discovery`: what every server owes every caller. */
export const serverChecks: readonly Check[] = [
  checkOf('DSC-013', {
    missing: refusal('key-missing', 400, 'IDEMPOTENCY_KEY_MISSING'),
    'ill-formed': refusal('key-ill-formed', 400, 'IDEMPOTENCY_KEY_MISSING'),
    replay: (seen) => {
      const first = seen.one('key-first');
      const again = seen.one('key-again');
      if (first === undefined || again === undefined || !isAccepted(first)) return undefined;
      return demand(
        statusOf(again) === statusOf(first) &&
          isSame(answerOf(again), answerOf(first)) &&
          headerOf(again.response?.headers, 'Idempotency-Replayed') === 'true',
        [again, first],
        SAID.firstAnswerReplayed,
        endingOf(again),
        { surface: 'body' },
      );
    },
    'other-body': refusal('key-other-body', 422, 'IDEMPOTENCY_KEY_REUSED'),
    'refusal-binds': refusal('key-refused-repaired', 422, 'IDEMPOTENCY_KEY_REUSED'),
    'in-flight': (seen) => oneOfTwo(seen.probe('key-race')),
    'may-succeed-later': {
      needs: 'INTERRUPTIONS',
      when: { offers: 'submitOrder' },
      judge: (seen) => {
        const during = seen.one('command-during');
        const after = seen.one('command-after');
        if (during === undefined || after === undefined) return undefined;
        return statusOf(during) === 503
          ? demand(
              isAccepted(after),
              [after, during],
              {
                en: 'the command carried out, and not the refusal that was for a time',
                zh: '执行命令，而非重复暂时性的拒绝',
              },
              endingOf(after),
              { surface: 'status' },
            )
          : blocked(during, 'STATE_NOT_REACHED');
      },
    },
  }),
  checkOf('DSC-014', {
    'media-type': (seen) =>
      seen.exchanges
        .filter(isProblem)
        .filter(({ request }) => request.method !== 'HEAD')
        .map((exchange) =>
          demand(
            /^application\/problem\+json(;|$)/.test(
              headerOf(exchange.response?.headers, 'Content-Type') ?? '',
            ),
            exchange,
            verbatim('application/problem+json'),
            SAID.anotherMediaType,
            { surface: 'header' },
          ),
        ),
    'never-echoes': (seen) =>
      seen.exchanges.filter(isProblem).flatMap((exchange) => {
        const problem = textOf(exchange.response?.body);
        const { from, command, noticeId } = answerOf(exchange) ?? {};
        // states, commands and ids of the table may stand in a problem
        const allowed = new Set([from, command, noticeId]);
        const isOurs = (value: string): boolean => !allowed.has(value) && !CODES.has(value);
        const echoed = valuesOf(textOf(exchange.request.body)).some(
          (value) => isOurs(value) && problem.includes(value),
        );
        return [
          demand(
            !echoed,
            exchange,
            { en: 'no value of the request', zh: '不含请求中的值' },
            { en: 'a value of it', zh: '含请求中的值' },
            { surface: 'body' },
          ),
        ];
      }),
  }),
  checkOf('DSC-015', {
    subscription: alike('subscription'),
    order: { when: { offers: 'getOrder' }, judge: alike('getOrder') },
    waybill: { when: { offers: 'getWaybill' }, judge: alike('getWaybill') },
  }),
  checkOf('DSC-016', {
    'limit-0': refusal('limit-0', 400, 'PARAMETER_INVALID'),
    'limit-201': refusal('limit-201', 400, 'PARAMETER_INVALID'),
    'limit-text': refusal('limit-many', 400, 'PARAMETER_INVALID'),
    'limit-twice': refusal('limit-twice', 400, 'PARAMETER_INVALID'),
    'limit-200': acceptance('limit-200', 200),
    'page-size': (seen) =>
      seen
        .probe('walk')
        .filter(isAccepted)
        .map((exchange) =>
          demand(
            (answerOf(exchange)?.items ?? []).length <= 2,
            exchange,
            { en: 'at most two items', zh: '至多两项' },
            { en: 'more items than asked for', zh: '项数多于所请求' },
            { pointer: '/items', surface: 'body' },
          ),
        ),
    'every-item-once': (seen) => {
      const walk = seen.probe('walk').filter(isAccepted);
      const [begin] = walk;
      if (begin === undefined) return undefined;
      const ids = walk.flatMap((exchange) =>
        (answerOf(exchange)?.items ?? []).map(
          (one: { readonly subscriptionId: string }) => one.subscriptionId,
        ),
      );
      const there = seen
        .probe('list-item')
        .filter((exchange) => isAccepted(exchange) && exchange.seq < begin.seq)
        .map((exchange) => answerOf(exchange)?.subscriptionId);
      if (there.length < 3) return blocked(walk, 'TOO_FEW_SAMPLES');
      const lost = there.filter((id) => !ids.includes(id)).length;
      const twice = ids.length - new Set(ids).size;
      return demand(
        lost === 0 && twice === 0,
        walk,
        { en: 'every item that was there at the start, once', zh: '开始时已有的各项，各出现一次' },
        { en: `${lost} lost, ${twice} repeated`, zh: `丢失 ${lost} 项，重复 ${twice} 项` },
        { pointer: '/items', surface: 'body' },
      );
    },
  }),
  checkOf('DSC-020', malformed(ILL_FORMED)),
  checkOf('LIM-002', malformed(AMBIGUOUS)),
  checkOf('LIM-001', {
    ...malformed(['too-deep']),
    size: bytesRefused('too-many', 413, 'BODY_TOO_LARGE'),
    'long-array': both(
      refusal('bytes-long-array', 422, 'SCHEMA_VIOLATION'),
      inTime('bytes-long-array'),
    ),
    compressed: both(refusedAtAll('bytes-compressed'), inTime('bytes-compressed')),
    alive: (seen) => {
      const reads = seen.probe('alive-after-bomb');
      const dead = reads.find((exchange) => !isAccepted(exchange));
      if (reads.length === 0) return undefined;
      return dead === undefined
        ? holds(reads.at(-1) ?? 0, 'status')
        : violated(dead, { en: 'health, as before', zh: '仍可查询健康状态' }, endingOf(dead), {
            surface: 'status',
          });
    },
  }),
  checkOf('DSC-031', {
    'path-before-token': refusal('order-path-before-token', 404, 'NOT_FOUND'),
    'token-before-version': refusal('order-token-before-version', 401, 'UNAUTHENTICATED'),
    'version-before-media': refusal('order-version-before-media', 400, 'UNSUPPORTED_VERSION'),
    'media-before-bytes': refusal('order-media-before-bytes', 415, 'UNSUPPORTED_MEDIA_TYPE'),
    'bytes-before-key': refusal('order-bytes-before-key', 400, 'MALFORMED_JSON'),
    'key-before-body': refusal('order-key-before-body', 400, 'IDEMPOTENCY_KEY_MISSING'),
    'token-none': refusal('token-none', 401, 'UNAUTHENTICATED'),
    'token-unknown': refusal('token-unknown', 401, 'UNAUTHENTICATED'),
  }),
];
