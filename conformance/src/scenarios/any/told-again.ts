import { nameOf } from '@openwaybill/schemas';
import { knownOperation, routeOf } from '../../drive/operations.ts';
import { EPHEMERAL, isQuestion } from '../../drive/questions.ts';
import type { Stage } from '../../drive/stage.ts';
import { isAccepted, jsonOf, textOf } from '../../transcript/body.ts';
import { CHALLENGE } from '../../transcript/challenge.ts';
import type { Exchange } from '../../transcript/format.ts';
import { defineScenario, step, text } from '../scenario.ts';

/** Questions of one operation that are asked again: the latest, which are the likeliest to still have an answer. */
const MOST = 3;

const isAskedAgain = ({ to, operation: id }: Exchange): boolean => {
  const operation = to === 'sut' ? knownOperation(id) : undefined;
  const body = operation?.answer.body;
  return (
    operation !== undefined &&
    isQuestion(operation) &&
    body?.$id !== undefined &&
    !EPHEMERAL.has(nameOf(body))
  );
};

/** The latest questions of each operation that were answered, each once. */
const questionsOf = (exchanges: readonly Exchange[]): readonly Exchange[] => {
  const byUrl = new Map<string, Exchange>();
  for (const exchange of exchanges)
    if (isAskedAgain(exchange) && isAccepted(exchange)) {
      const key = `${exchange.from} ${exchange.request.url} ${textOf(exchange.request.body)}`;
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
  const body = jsonOf(request.body);
  return stage.callAs(from as Parameters<Stage['callAs']>[0], operation, {
    path: routeOf([stage.claim.role], request.method, pathname)?.path ?? {},
    query: [...searchParams],
    ...(body === undefined ? {} : { body }),
    intent: 'READ_BACK',
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
