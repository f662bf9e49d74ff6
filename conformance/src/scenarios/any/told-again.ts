import { nameOf } from '@openwaybill/schemas';
import { operationOf, routeOf } from '../../drive/operations.ts';
import type { Stage } from '../../drive/stage.ts';
import { isAccepted } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import { defineScenario, step, text } from '../scenario.ts';

const CHALLENGE = 'org.openwaybill.discovery.subscription.challenged';
/** Questions of one operation that are asked again: the latest, which are the likeliest to still have an answer. */
const MOST = 3;

/** Answers that are used up by being read or tell of the instant itself, and events, which are asked for by their types. */
const EPHEMERAL: ReadonlySet<string> = new Set([
  'RevealGrant',
  'ContactBinding',
  'TestClock',
  'ReplayPage',
]);

const isQuestion = ({ to, operation, request }: Exchange): boolean => {
  if (to !== 'sut' || operation === undefined || request.method !== 'GET') return false;
  const { body } = operationOf(operation).answer;
  return body?.$id !== undefined && !EPHEMERAL.has(nameOf(body));
};

/** The latest questions of each operation that were answered, each once. */
const questionsOf = (exchanges: readonly Exchange[]): readonly Exchange[] => {
  const byUrl = new Map<string, Exchange>();
  for (const exchange of exchanges)
    if (isQuestion(exchange) && isAccepted(exchange)) {
      const key = `${exchange.from} ${exchange.request.url}`;
      byUrl.delete(key);
      byUrl.set(key, exchange);
    }
  const counts = new Map<string, number>();
  return [...byUrl.values()].reverse().filter(({ operation = '' }) => {
    const count = (counts.get(operation) ?? 0) + 1;
    counts.set(operation, count);
    return count <= MOST;
  });
};

const ask = (stage: Stage, { from, operation = '', request }: Exchange, probe: string) => {
  const { pathname, searchParams } = new URL(request.url);
  return stage.callAs(from as Parameters<Stage['callAs']>[0], operation, {
    path: routeOf([stage.claim.role], 'GET', pathname)?.path ?? {},
    query: [...searchParams],
    probe,
  });
};

/** The types of the events that reached the runner. */
const typesOf = (exchanges: readonly Exchange[]): readonly string[] => [
  ...new Set(
    exchanges.flatMap(({ from, eventType }) =>
      from === 'sut' && eventType !== undefined && eventType !== CHALLENGE ? [eventType] : [],
    ),
  ),
];

/** What a run was told is told again the same: reads twice in a row, and all events by replay. */
export const toldAgain = defineScenario({
  id: 'told-again',
  title: text('What was told is told again the same', '再次读取，内容一致'),
  system: 'any',
  tier: 'W',
  // it moves none, and comes after all that do
  movesClock: true,
  touches: ['DSC-026'],
  run: async function* (stage) {
    yield step('CALL', 'What was read is read twice more', '已读内容再读两次');
    await stage.settle();
    for (const question of questionsOf(stage.earlier())) {
      await ask(stage, question, 'told-once');
      await ask(stage, question, 'told-again');
    }
    yield step('CALL', 'The latest events of each type are asked for', '取回各类型的最新事件');
    for (const eventType of typesOf(stage.earlier()))
      await stage.call('replayEvents', {
        query: { limit: '200', eventType },
        probe: 'told-replay',
      });
  },
});
