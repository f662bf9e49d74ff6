import { registry } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import { answerOf, codeOfAnswer, headerOf, isAccepted, statusOf } from '../transcript/body.ts';
import type { Check } from '../words.ts';
import {
  acceptance,
  blocked,
  type CaseJudge,
  checkOf,
  demand,
  endingOf,
  holds,
  refusal,
  violated,
} from './check.ts';
import { verbatim } from './sayings.ts';

/** What a claimed limit allows is taken; what is refused for another reason says nothing of the limit. */
const within =
  (probe: string, code: string): CaseJudge =>
  (seen) =>
    seen
      .probe(probe)
      .map((exchange) =>
        isAccepted(exchange)
          ? holds(exchange, 'status')
          : codeOfAnswer(exchange) === code
            ? violated(
                exchange,
                { en: 'success, as the claimed limit is kept', zh: '成功，因未超出所声明的上限' },
                endingOf(exchange),
                { surface: 'status' },
              )
            : blocked(exchange, 'TWIN_NOT_ACCEPTED', endingOf(exchange).en),
      );

/** Checks of module `discovery`. */
export const discoveryChecks: readonly Check[] = [
  checkOf('DSC-001', {
    'without-token': acceptance('capabilities-without-token', 200),
    valid: (seen) =>
      seen
        .probe('capabilities-without-token')
        .filter(isAccepted)
        .map((exchange) => {
          const verdict = judge('CapabilityDocument', answerOf(exchange));
          return verdict.ok
            ? holds(exchange, 'body')
            : violated(
                exchange,
                { en: 'a valid capability document', zh: '有效的能力文档' },
                { en: 'an invalid one', zh: '无效的能力文档' },
                { pointer: verdict.issues[0]?.pointer ?? '', rule: verdict.issues[0]?.rule ?? '' },
              );
        }),
  }),
  {
    requirements: ['DSC-002'],
    cases: (claim) => claimedRoutes(claim).map((operationId) => `route.${operationId}`),
    judge: function* (transcript) {
      for (const entry of transcript.entries) {
        if (entry.kind !== 'exchange' || entry.probe !== 'route' || entry.operation === undefined)
          continue;
        const status = statusOf(entry);
        const isMissing =
          status === 0 ||
          status === 501 ||
          status === 405 ||
          (status === 404 && codeOfAnswer(entry) === undefined);
        yield {
          requirement: 'DSC-002',
          case: `route.${entry.operation}`,
          ...(isMissing
            ? violated(
                entry,
                { en: 'an answer of the operation', zh: '该操作的应答' },
                endingOf(entry),
                { surface: 'status' },
              )
            : holds(entry)),
        };
      }
    },
  },
  checkOf('DSC-002', {
    'limit.maxBodyBytes': within('bytes-at-limit', 'BODY_TOO_LARGE'),
    'limit.maxBatchItemCount': {
      judge: within('batch-claimed', 'BATCH_TOO_LARGE'),
      when: { offers: 'checkServiceability' },
    },
  }),
  checkOf('DSC-003', {
    'core-flow': (seen) =>
      [...seen.probe('door-order'), ...seen.probe('key-first')].map((exchange) =>
        demand(
          isAccepted(exchange),
          exchange,
          { en: 'a request of the core, taken alone', zh: '仅以核心类别即可受理的请求' },
          endingOf(exchange),
          { surface: 'status' },
        ),
      ),
  }),
  checkOf('DSC-004', {
    'not-in-document': (seen) =>
      seen
        .probe('capabilities-without-token')
        .filter(isAccepted)
        .map((exchange) =>
          demand(
            answerOf(exchange)?.testControl === undefined,
            exchange,
            { en: 'no testControl', zh: '无 testControl' },
            verbatim('testControl'),
            { pointer: '/testControl', surface: 'body' },
          ),
        ),
    'not-served': (seen) =>
      seen
        .probe('control-in-production')
        .map((exchange) =>
          demand(
            statusOf(exchange) === 404 && codeOfAnswer(exchange) === 'NOT_FOUND',
            exchange,
            verbatim('404 NOT_FOUND'),
            endingOf(exchange),
            { surface: 'status' },
          ),
        ),
  }),
  checkOf('DSC-005', {
    marked: (seen) =>
      seen.exchanges
        .filter(
          ({ to, response, operation }) => to === 'sut' && response !== undefined && operation,
        )
        .map((exchange) =>
          demand(
            headerOf(exchange.response?.headers, 'OpenWaybill-Sandbox') ===
              (seen.claim.document.environment === 'SANDBOX' ? 'true' : undefined),
            exchange,
            seen.claim.document.environment === 'SANDBOX'
              ? verbatim('OpenWaybill-Sandbox: true')
              : { en: 'no OpenWaybill-Sandbox', zh: '无 OpenWaybill-Sandbox' },
            { en: 'the other', zh: '与此相反' },
            { surface: 'header' },
          ),
        ),
  }),
  checkOf('DSC-006', {
    'major-2': refusal('version-2', 400, 'UNSUPPORTED_VERSION'),
    'minor-9': acceptance('version-1-9', 200),
  }),
];

/** Operations that the system serves by its claim. */
export const claimedRoutes = (claim: Parameters<Check['cases']>[0]): readonly string[] => {
  const modules = new Set(
    claim.document.claims.filter(({ role }) => role === claim.role).flatMap((one) => one.modules),
  );
  const declined = new Set(claim.supplement?.declines ?? []);
  return registry.operations
    .filter(
      ({ operationId, servedBy, module, class: own }) =>
        servedBy.includes(claim.role) &&
        modules.has(module) &&
        own !== 'test-control' &&
        operationId !== 'receiveEvent' &&
        !declined.has(operationId),
    )
    .map(({ operationId }) => operationId);
};
