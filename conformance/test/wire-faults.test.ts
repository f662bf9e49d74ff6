import { nameOf, registry, SERVING_ROLES } from '@openwaybill/schemas';
import { judge } from '@openwaybill/validate';
import { describe, expect, test } from 'vitest';
import { behaviourFaults } from '../src/faults/behaviour/index.ts';
import { bentMessage } from '../src/faults/wire/bent-message.ts';
import { changesOf } from '../src/faults/wire/changes.ts';
import { everyWireFault, wireFaults } from '../src/faults/wire/index.ts';
import { placesOf } from '../src/faults/wire/places.ts';
import table from '../src/faults/wire/representatives.json' with { type: 'json' };
import type { Representatives } from '../src/faults/wire/representatives.ts';
import { cleanOf } from '../src/prove/clean.ts';
import { proveFault } from '../src/prove/prove-fault.ts';
import { check } from '../src/run.ts';
import { scenarios } from '../src/scenarios/index.ts';
import { maker, reference } from './reference.ts';

const ROLE = 'insurer';

describe('wire faults come from the registry', () => {
  test('every id is unique and has the permanent form', () => {
    const ids = everyWireFault(registry, ROLE).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      ids.filter(
        (id) =>
          !/^wire:[A-Za-z]+(\/[A-Za-z0-9*-]+)*:[a-z-]+@insurer\.(server|sender|caller)$/.test(id),
      ),
    ).toEqual([]);
  });

  test('every kind breaks the schema, or keeps it, as it says', () => {
    const answered = registry.operations.flatMap(({ answer }) =>
      answer.body?.$id === undefined ? [] : [nameOf(answer.body)],
    );
    const wrong: string[] = [];
    const kinds = new Set<string>();
    for (const name of new Set(answered)) {
      const [example] = Object.values(registry.schemas.get(name)?.examples.valid ?? {});
      if (example === undefined) continue;
      for (const place of placesOf(registry, name))
        for (const change of changesOf(place)) {
          const { meeting, message } = bentMessage(name, example, place.path, change);
          if (meeting !== 'CHANGED') continue;
          kinds.add(change.kind);
          if (judge(name, message).ok === change.isInvalid) wrong.push(`${name} ${change.kind}`);
          if (JSON.stringify(message) === JSON.stringify(example)) wrong.push(`${name} is equal`);
        }
    }
    expect(wrong).toEqual([]);
    expect([...kinds].sort()).toEqual([
      'drop',
      'empty',
      'enum-shift',
      'enum-shift-outside',
      'extra-member',
      'null',
      'precision',
      'rename',
      'retype',
      'time-zone',
      'unit',
      'widen',
    ]);
  });

  test('one fault represents each definition, in scenarios that there are', () => {
    const all = SERVING_ROLES.flatMap((role) => wireFaults(registry, role));
    const definitions = all.map(({ definition }) => definition);
    expect(new Set(definitions).size).toBe(definitions.length);
    const lines = Object.values(table as Representatives)
      .flatMap((byScenarios) => Object.values(byScenarios))
      .flatMap((messages) => Object.values(messages))
      .flatMap((pointers) => Object.values(pointers))
      .flatMap((kinds) => kinds.split(' '));
    // a line that fits no fault would be gone without a word
    expect(all.length).toBe(lines.length);
    const known = new Set(scenarios.map(({ id }) => id));
    const played = Object.values(table).flatMap((byScenarios) =>
      Object.keys(byScenarios).flatMap((together) => together.split(' ')),
    );
    expect(played.filter((id) => !known.has(id))).toEqual([]);
  });
});

/** One of each form of change, in every position. */
const SAMPLED: readonly string[] = [
  'drop',
  'rename',
  'null',
  'enum-shift',
  'time-zone',
  'wrong-status',
  'drop-header',
  'problem-code',
];

test('derived faults are caught by what they violate, and by nothing else', async () => {
  const clean = cleanOf(await check({ ...(await reference(ROLE)), role: ROLE }));
  const faults = wireFaults(registry, ROLE);
  const rows = [];
  for (const fault of [
    ...SAMPLED.flatMap((kind) => faults.find(({ change }) => change === kind) ?? []),
    ...behaviourFaults(ROLE),
  ])
    rows.push(await proveFault(fault, { clean, maker, elapsed: () => 0 }));
  expect(rows.map(({ id, judgement }) => `${judgement} ${id}`)).toEqual(
    rows.map(({ id }) => `KILLED ${id}`),
  );
}, 120_000);
