import { registry } from '@openwaybill/schemas';
import { holds } from '../applicability.ts';
import { defineScenario, step, text } from '../scenarios/scenario.ts';
import { statusOf } from '../transcript/body.ts';
import { type Exchange, exchangesOf, type Transcript } from '../transcript/format.ts';
import type { Claim } from '../words.ts';

/** Marks requests that nobody has to answer: nothing of them is ever a finding. */
export const UNCLAIMED = 'unclaimed-route';

const unclaimed = (claim: Claim) =>
  registry.operations.filter(
    ({ operationId, servedBy, class: conformanceClass, method }) =>
      servedBy.includes(claim.role) &&
      conformanceClass !== 'test-control' &&
      (method === 'GET' || method === 'POST') &&
      !holds({ offers: operationId }, claim),
  );

/** Asks for every operation that the system does not claim: reads, and commands with an empty body. Only on request. */
export const unclaimedRoutes = defineScenario({
  id: UNCLAIMED,
  title: text('Operations that are not claimed', '未声明的操作'),
  system: 'any',
  tier: 'W',
  touches: [],
  run: async function* (stage) {
    yield step('CALL', 'Every route that is not claimed', '每条未声明的路由');
    for (const { operationId, method, pathParameters } of unclaimed(stage.claim))
      await stage.call(operationId, {
        path: Object.fromEntries(pathParameters.map((name) => [name, stage.invent.uuid()])),
        probe: UNCLAIMED,
        intent: 'NEGATIVE',
        ...(method === 'POST' ? { raw: '{}' } : {}),
      });
  },
});

const ABSENT = [0, 404, 405, 501];

/** Requests to operations that are not claimed, and are answered as if they were. */
export const underClaimed = (transcript: Transcript): readonly Exchange[] =>
  exchangesOf(transcript).filter(
    (exchange) => exchange.probe === UNCLAIMED && !ABSENT.includes(statusOf(exchange)),
  );
