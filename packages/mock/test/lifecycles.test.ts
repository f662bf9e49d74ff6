import { type Lifecycle, registry } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import { expect, test } from 'vitest';
import { problemAnswer } from '../src/engine/answer.ts';
import { seededRandom } from '../src/engine/invent.ts';
import { command } from '../src/engine/lifecycle.ts';
import { Refusal } from '../src/engine/refusal.ts';

/** A table as its reader writes it down: each command, and the states in which it stands there. */
const named = ({
  transitions,
}: Lifecycle): ReadonlyMap<string, ReadonlySet<string | undefined>> => {
  const states = new Map<string, Set<string | undefined>>();
  for (const { kind, on, from } of transitions) {
    if (kind !== 'command') continue;
    const known = states.get(on) ?? new Set();
    states.set(on, known);
    for (const state of from.length === 0 ? [undefined] : from) known.add(state);
  }
  return states;
};

const guardsOf = ({ transitions }: Lifecycle, isHeld: boolean) =>
  Object.fromEntries(transitions.flatMap(({ guard }) => (guard ? [[guard.name, isHeld]] : [])));

/** What becomes of a command: the state after it, or the code of the problem. */
const outcomeOf = (
  lifecycle: Lifecycle,
  status: string | undefined,
  on: string,
  isHeld: boolean,
): string => {
  try {
    return command(lifecycle, status, on, guardsOf(lifecycle, isHeld)).to;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { body } = problemAnswer(error, seededRandom(1), 0);
    expect(judge('Problem', body)).toMatchObject({ ok: true });
    return error.code;
  }
};

const tables = registry.lifecycles.map((lifecycle) => [lifecycle.entity, lifecycle] as const);

test('every lifecycle but those of facts alone has commands', () => {
  const commands = tables.map(([, lifecycle]) => named(lifecycle).size);
  expect(commands.filter((count) => count > 0).length).toBeGreaterThan(15);
});

test.each(tables)('%s: a command is accepted where its table names it alone', (_, lifecycle) => {
  const states = [undefined, ...Object.keys(lifecycle.states)];
  for (const [on, from] of named(lifecycle))
    for (const status of states) {
      const title = `${on} in ${status ?? 'nothing'}`;
      const after = outcomeOf(lifecycle, status, on, true);
      if (from.has(status)) expect(Object.keys(lifecycle.states), title).toContain(after);
      else expect(after, title).toBe('STATE_ILLEGAL');
    }
});

test.each(tables)(
  '%s: no command that is guarded throughout goes past its guards',
  (_, lifecycle) => {
    for (const [on, from] of named(lifecycle))
      for (const status of from) {
        const rows = lifecycle.transitions.filter(
          (row) =>
            row.on === on &&
            (status === undefined ? row.from.length === 0 : row.from.includes(status)),
        );
        if (rows.some(({ guard }) => guard === undefined)) continue;
        const title = `${on} in ${status ?? 'nothing'}`;
        const after = outcomeOf(lifecycle, status, on, false);
        expect(Object.keys(registry.problems), title).toContain(after);
      }
  },
);
