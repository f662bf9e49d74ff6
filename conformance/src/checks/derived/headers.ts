import {
  answersETag,
  EVENT_MEDIA_TYPES,
  mustNotBeCached,
  type OperationEntry,
  type ProblemCode,
  problemSetOf,
  problems,
  registry,
  takesIdempotencyKey,
} from '@openwaybill/schemas';
import { knownOperation, routeOf } from '../../drive/operations.ts';
import { answerOf, codeOfAnswer, headerOf, isAccepted, statusOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import type { Check, Finding, Text } from '../../words.ts';
import { blocked, type CaseJudge, checkOf, demand } from '../check.ts';
import { eitherOf, SAID, verbatim } from '../sayings.ts';
import type { Seen } from '../seen.ts';

type Answered = { readonly exchange: Exchange; readonly operation: OperationEntry };

/** Answers of an operation to a request that really was for it: probes of the router are left out. */
const answeredIn = (seen: Seen): readonly Answered[] =>
  seen.exchanges.flatMap((exchange) => {
    const operation = knownOperation(exchange.operation);
    if (exchange.to !== 'sut' || operation === undefined || exchange.response === undefined)
      return [];
    const { pathname } = new URL(exchange.request.url);
    const isInbox = operation.operationId === 'receiveEvent';
    const route = routeOf([seen.claim.role], exchange.request.method, pathname);
    return isInbox || route?.operation.operationId === operation.operationId
      ? [{ exchange, operation }]
      : [];
  });

const cache = new WeakMap<Seen, readonly Answered[]>();

const answered = (seen: Seen): readonly Answered[] => {
  const all = cache.get(seen) ?? answeredIn(seen);
  cache.set(seen, all);
  return all;
};

const each =
  (judge: (one: Answered) => Finding | undefined): CaseJudge =>
  (seen) =>
    answered(seen).flatMap((one) => judge(one) ?? []);

const header = (exchange: Exchange, name: string): string | undefined =>
  headerOf(exchange.response?.headers, name);

/** Answers with labels have a requirement of their own about being kept. */
const OWN_NO_STORE: ReadonlySet<string> = new Set([
  'getWaybillLabel',
  'createWaybill',
  'createWaybillBatch',
]);

const uncached = new Map<string, boolean>();
const isNoStore = (operation: OperationEntry): boolean => {
  const known = uncached.get(operation.operationId);
  if (known !== undefined) return known;
  const made =
    !OWN_NO_STORE.has(operation.operationId) && mustNotBeCached(registry.schemas, operation);
  uncached.set(operation.operationId, made);
  return made;
};

const called =
  (judge: (one: Answered) => Finding | undefined): CaseJudge =>
  (seen) =>
    seen.exchanges.flatMap((exchange) => {
      const operation = knownOperation(exchange.operation);
      if (
        exchange.from !== 'sut' ||
        operation === undefined ||
        operation.operationId === 'receiveEvent'
      )
        return [];
      return judge({ exchange, operation }) ?? [];
    });

/** The type itself, which has no case, without its parameters. */
const mediaTypeOf = (value = ''): string => (value.split(';')[0] ?? '').trim().toLowerCase();

const asked = (exchange: Exchange, name: string): string | undefined =>
  headerOf(exchange.request.headers, name);

const delivered =
  (judge: (exchange: Exchange) => Finding): CaseJudge =>
  (seen) =>
    seen.deliveries.map(judge);

const KEY = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-7][0-9A-HJKMNP-TV-Z]{25})$/i;

const contentTypeSaid = (exchange: Exchange): Text => {
  const type = header(exchange, 'Content-Type');
  return type === undefined ? { en: 'no media type', zh: '无媒体类型' } : verbatim(type);
};

const allowSaid = (exchange: Exchange): Text =>
  header(exchange, 'Allow') === undefined
    ? { en: `${statusOf(exchange)} without Allow`, zh: `${statusOf(exchange)}，无 Allow` }
    : {
        en: `${statusOf(exchange)} with what is no list of methods`,
        zh: `${statusOf(exchange)}，Allow 不是方法列表`,
      };

/** Status, media type and headers of every answer and every request, by the table of headers. */
export const headerChecks: readonly Check[] = [
  checkOf('DSC-024', {
    status: each(({ exchange, operation }) => {
      if (!isAccepted(exchange)) return undefined;
      const allowed = [operation.answer.status, ...(operation.answer.also ?? [])];
      return demand(
        (allowed as readonly number[]).includes(statusOf(exchange)),
        exchange,
        eitherOf(allowed),
        verbatim(statusOf(exchange)),
        { surface: 'status' },
      );
    }),
    // 201 of a first creation is not 200 of a repeat
    'status-of-creation': each(({ exchange, operation }) => {
      if (!isAccepted(exchange) || exchange.intent !== 'CONTROL') return undefined;
      if (operation.answer.status !== 201) return undefined;
      return demand(
        statusOf(exchange) === 201,
        exchange,
        verbatim('201'),
        verbatim(statusOf(exchange)),
        { surface: 'status' },
      );
    }),
    problem: each(({ exchange, operation }) => {
      if (statusOf(exchange) < 400) return undefined;
      const code = codeOfAnswer(exchange);
      const allowed = problemSetOf(operation);
      return demand(
        allowed.includes(code as ProblemCode),
        exchange,
        { en: 'a problem that the operation names', zh: '操作所列的问题' },
        {
          en: `${statusOf(exchange)} ${code ?? 'without a code'}`,
          zh: `${statusOf(exchange)} ${code ?? '无代码'}`,
        },
        { pointer: '/code', surface: 'body' },
      );
    }),
    'status-of-problem': each(({ exchange }) => {
      const code = codeOfAnswer(exchange);
      const named = code === undefined ? undefined : problems[code as ProblemCode]?.status;
      if (named === undefined) return undefined;
      return demand(
        statusOf(exchange) === named,
        exchange,
        {
          en: `${named}, as the table has it for ${code}`,
          zh: `${named}，依问题表中 ${code} 所列`,
        },
        verbatim(statusOf(exchange)),
        { surface: 'status' },
      );
    }),
    'media-type': each(({ exchange }) => {
      if (!isAccepted(exchange) || statusOf(exchange) === 204) return undefined;
      if (exchange.request.method === 'HEAD') return undefined;
      return demand(
        /^application\/json(;|$)/.test(header(exchange, 'Content-Type') ?? ''),
        exchange,
        verbatim('application/json'),
        contentTypeSaid(exchange),
        { surface: 'header' },
      );
    }),
    version: each(({ exchange }) =>
      demand(
        /^1[.][0-9]{1,3}$/.test(header(exchange, 'OpenWaybill-Version') ?? ''),
        exchange,
        verbatim('OpenWaybill-Version: 1.0'),
        SAID.otherVersion,
        { surface: 'header' },
      ),
    ),
    etag: each(({ exchange, operation }) => {
      const revision = isAccepted(exchange) ? answerOf(exchange)?.revision : undefined;
      if (revision === undefined || !answersETag(operation)) return undefined;
      return demand(
        header(exchange, 'ETag') === `"${revision}"`,
        exchange,
        { en: 'ETag equal to the revision', zh: '与版本一致的 ETag' },
        header(exchange, 'ETag') === undefined
          ? { en: 'no ETag', zh: '无 ETag' }
          : { en: 'another ETag', zh: '另一 ETag' },
        { surface: 'header' },
      );
    }),
    'no-store': each(({ exchange, operation }) => {
      if (!isAccepted(exchange) || !isNoStore(operation)) return undefined;
      return demand(
        /\bno-store\b/.test(header(exchange, 'Cache-Control') ?? ''),
        exchange,
        verbatim('Cache-Control: no-store'),
        SAID.keepableAnswer,
        { surface: 'header' },
      );
    }),
    'no-content': each(({ exchange }) =>
      statusOf(exchange) === 204
        ? demand(
            exchange.response?.body === undefined,
            exchange,
            { en: 'no body', zh: '无消息体' },
            { en: 'a body', zh: '有消息体' },
            { surface: 'body' },
          )
        : undefined,
    ),
    allow: (seen) =>
      seen
        .probe('method')
        .map((exchange) =>
          demand(
            statusOf(exchange) === 405 &&
              /^[A-Z]+( *, *[A-Z]+)*$/.test(header(exchange, 'Allow') ?? ''),
            exchange,
            { en: '405 with Allow', zh: '405，且有 Allow' },
            allowSaid(exchange),
            { surface: 'header' },
          ),
        ),
    'retry-after': {
      optional: true,
      judge: each(({ exchange }) =>
        statusOf(exchange) === 429 || statusOf(exchange) === 503
          ? demand(
              /^([0-9]+|[A-Z][a-z]{2}, .+ GMT)$/.test(header(exchange, 'Retry-After') ?? ''),
              exchange,
              { en: 'Retry-After in seconds or as a date', zh: 'Retry-After 为秒数或日期' },
              { en: 'no such header, or another value', zh: '无此消息头，或值不同' },
              { surface: 'header' },
            )
          : undefined,
      ),
    },
  }),
  checkOf('DSC-025', {
    version: called(({ exchange }) =>
      demand(
        /^1[.][0-9]{1,3}$/.test(asked(exchange, 'OpenWaybill-Version') ?? ''),
        exchange,
        verbatim('OpenWaybill-Version: 1.0'),
        SAID.otherVersion,
        { surface: 'header' },
      ),
    ),
    key: called(({ exchange, operation }) =>
      takesIdempotencyKey(operation)
        ? demand(
            KEY.test(asked(exchange, 'Idempotency-Key') ?? ''),
            exchange,
            {
              en: 'an Idempotency-Key that is a UUID or a ULID',
              zh: 'Idempotency-Key 为 UUID 或 ULID',
            },
            { en: 'none, or another form', zh: '无，或形式不同' },
            { surface: 'header' },
          )
        : undefined,
    ),
    'media-type': called(({ exchange, operation }) =>
      operation.request === undefined
        ? undefined
        : demand(
            /^application\/json(;|$)/.test(asked(exchange, 'Content-Type') ?? ''),
            exchange,
            verbatim('application/json'),
            SAID.anotherMediaType,
            { surface: 'header' },
          ),
    ),
    token: called(({ exchange, operation }) =>
      operation.token === 'none'
        ? undefined
        : exchange.facts?.tokenAudienceRight === undefined
          ? blocked(exchange, 'NOT_OBSERVABLE')
          : demand(
              exchange.facts.tokenAudienceRight,
              exchange,
              { en: 'a token of this audience that lives', zh: '面向此受众且有效的令牌' },
              { en: 'none, or another one', zh: '无，或另一个' },
              { surface: 'header' },
            ),
    ),
    'delivery-version': {
      optional: true,
      judge: delivered((exchange) =>
        demand(
          /^1[.][0-9]{1,3}$/.test(asked(exchange, 'OpenWaybill-Version') ?? ''),
          exchange,
          verbatim('OpenWaybill-Version: 1.0'),
          SAID.otherVersion,
          { surface: 'header' },
        ),
      ),
    },
    'delivery-media-type': {
      optional: true,
      judge: delivered((exchange) =>
        demand(
          EVENT_MEDIA_TYPES.some((type) => mediaTypeOf(asked(exchange, 'Content-Type')) === type),
          exchange,
          eitherOf(EVENT_MEDIA_TYPES),
          SAID.anotherMediaType,
          { surface: 'header' },
        ),
      ),
    },
    query: {
      optional: true,
      judge: called(({ exchange, operation }) => {
        const known = new Set([...Object.keys(operation.query ?? {}), 'cursor', 'limit']);
        const unknown = [...new URL(exchange.request.url).searchParams.keys()].filter(
          (name) => !known.has(name),
        );
        return demand(
          unknown.length === 0,
          exchange,
          { en: 'the parameters of the operation', zh: '操作的参数' },
          {
            en: `${unknown.length} that it does not name`,
            zh: `${unknown.length} 个操作未列的参数`,
          },
          { surface: 'url' },
        );
      }),
    },
  }),
];
