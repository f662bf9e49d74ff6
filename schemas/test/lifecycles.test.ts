import { describe, expect, test } from 'vitest';
import { Order, OrderSubmission, registry } from '../src/index.ts';

const operations = new Set(registry.operations.map((operation) => operation.name));

describe.each(registry.lifecycles.map((lifecycle) => [lifecycle.entity, lifecycle] as const))(
  'lifecycle %s',
  (_entity, { states, transitions }) => {
    const names = Object.keys(states);
    const exits = (state: string) =>
      transitions.filter((row) => row.from.includes(state) && row.to !== 'SAME');

    test('every row leads from and to states that exist', () => {
      const known = new Set([...names, 'SAME']);
      const strange = transitions.flatMap((row) => [...row.from, row.to]);
      expect(strange.filter((state) => !known.has(state))).toEqual([]);
    });

    test('every state is reached', () => {
      const reached = new Set<string>();
      const visit = (state: string): void => {
        if (reached.has(state)) return;
        reached.add(state);
        for (const row of exits(state)) visit(row.to);
      };
      for (const row of transitions) if (row.from.length === 0) visit(row.to);
      expect(names.filter((state) => !reached.has(state))).toEqual([]);
    });

    test('a state without a way out is terminal', () => {
      const dead = names.filter((state) => exits(state).every((row) => row.to === state));
      expect(dead.filter((state) => !states[state]?.terminal)).toEqual([]);
    });

    test('every command is an operation', () => {
      const commands = transitions.filter((row) => row.kind === 'command').map((row) => row.on);
      expect(commands.filter((name) => !operations.has(name))).toEqual([]);
    });
  },
);

test('an order has every member of its submission but the remark', () => {
  const shown = new Set(Object.keys(Order.properties));
  const missing = Object.keys(OrderSubmission.properties).filter((name) => !shown.has(name));
  expect(missing).toEqual(['remark']);
});
