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
import type { Check, Finding } from '../../words.ts';
import { blocked, type CaseJudge, checkOf, demand } from '../check.ts';
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

/** Status, media type and headers of every answer and every request, by the table of headers. */
export const headerChecks: readonly Check[] = [
  checkOf('DSC-024', {
    status: each(({ exchange, operation }) => {
      if (!isAccepted(exchange)) return undefined;
      const allowed = [operation.answer.status, ...(operation.answer.also ?? [])];
      return demand(
        (allowed as readonly number[]).includes(statusOf(exchange)),
        exchange,
        allowed.join(' or '),
        String(statusOf(exchange)),
        { surface: 'status' },
      );
    }),
    // 201 of a first creation is not 200 of a repeat
    'status-of-creation': each(({ exchange, operation }) => {
      if (!isAccepted(exchange) || exchange.intent !== 'CONTROL') return undefined;
      if (operation.answer.status !== 201) return undefined;
      return demand(statusOf(exchange) === 201, exchange, '201', String(statusOf(exchange)), {
        surface: 'status',
      });
    }),
    problem: each(({ exchange, operation }) => {
      if (statusOf(exchange) < 400) return undefined;
      const code = codeOfAnswer(exchange);
      const allowed = problemSetOf(operation);
      return demand(
        allowed.includes(code as ProblemCode),
        exchange,
        'a problem that the operation names',
        `${statusOf(exchange)} ${code ?? 'without a code'}`,
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
        `${named}, as the table has it for ${code}`,
        String(statusOf(exchange)),
        { surface: 'status' },
      );
    }),
    'media-type': each(({ exchange }) => {
      if (!isAccepted(exchange) || statusOf(exchange) === 204) return undefined;
      if (exchange.request.method === 'HEAD') return undefined;
      return demand(
        /^application\/json(;|$)/.test(header(exchange, 'Content-Type') ?? ''),
        exchange,
        'application/json',
        header(exchange, 'Content-Type') ?? 'no media type',
        { surface: 'header' },
      );
    }),
    version: each(({ exchange }) =>
      demand(
        /^1[.][0-9]{1,3}$/.test(header(exchange, 'OpenWaybill-Version') ?? ''),
        exchange,
        'OpenWaybill-Version: 1.0',
        'no such header, or another version',
        { surface: 'header' },
      ),
    ),
    etag: each(({ exchange, operation }) => {
      const revision = isAccepted(exchange) ? answerOf(exchange)?.revision : undefined;
      if (revision === undefined || !answersETag(operation)) return undefined;
      return demand(
        header(exchange, 'ETag') === `"${revision}"`,
        exchange,
        'ETag equal to the revision',
        header(exchange, 'ETag') === undefined ? 'no ETag' : 'another ETag',
        { surface: 'header' },
      );
    }),
    'no-store': each(({ exchange, operation }) => {
      if (!isAccepted(exchange) || !isNoStore(operation)) return undefined;
      return demand(
        /\bno-store\b/.test(header(exchange, 'Cache-Control') ?? ''),
        exchange,
        'Cache-Control: no-store',
        'an answer that may be kept',
        { surface: 'header' },
      );
    }),
    'no-content': each(({ exchange }) =>
      statusOf(exchange) === 204
        ? demand(exchange.response?.body === undefined, exchange, 'no body', 'a body', {
            surface: 'body',
          })
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
            '405 with Allow',
            `${statusOf(exchange)}${header(exchange, 'Allow') === undefined ? ' without Allow' : ' with what is no list of methods'}`,
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
              'Retry-After in seconds or as a date',
              'no such header, or another value',
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
        'OpenWaybill-Version: 1.0',
        'no such header, or another version',
        { surface: 'header' },
      ),
    ),
    key: called(({ exchange, operation }) =>
      takesIdempotencyKey(operation)
        ? demand(
            KEY.test(asked(exchange, 'Idempotency-Key') ?? ''),
            exchange,
            'an Idempotency-Key that is a UUID or a ULID',
            'none, or another form',
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
            'application/json',
            'another media type',
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
              'a token of this audience that lives',
              'none, or another one',
              { surface: 'header' },
            ),
    ),
    'delivery-version': {
      optional: true,
      judge: delivered((exchange) =>
        demand(
          /^1[.][0-9]{1,3}$/.test(asked(exchange, 'OpenWaybill-Version') ?? ''),
          exchange,
          'OpenWaybill-Version: 1.0',
          'no such header, or another version',
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
          EVENT_MEDIA_TYPES.join(' or '),
          'another media type',
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
          'the parameters of the operation',
          `${unknown.length} that it does not name`,
          { surface: 'url' },
        );
      }),
    },
  }),
];
