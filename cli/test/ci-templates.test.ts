import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { programOf } from '../src/program.ts';
import { memoryIo } from './_memory-io.ts';

const CI = join(import.meta.dirname, '..', '..', 'conformance', 'ci');
// the parser of a tool that the repository lints its OpenAPI documents with
const own = createRequire(import.meta.url);
const { load } = createRequire(own.resolve('@redocly/cli/package.json'))('js-yaml');

const program = programOf(memoryIo(), 'en', () => undefined);
const optionsOf = (verb: string): readonly string[] =>
  [program, program.commands.find((one) => one.name() === verb)].flatMap((one) =>
    (one?.options ?? []).flatMap(({ long }) => long ?? []),
  );

/** The options of a verb in a script: those of its own line, and those that are gathered for it. */
const named = (text: string): readonly string[] => [
  ...new Set(text.match(/(?<=[\s(:+])--[a-z][a-z-]+/g) ?? []),
];

const NPX = ['--yes'];

describe.each(['github/action.yml', 'gitlab.yml'])('%s', (file) => {
  const text = readFileSync(join(CI, file), 'utf8');

  test('is YAML', () => expect(typeof load(text)).toBe('object'));

  test('names no option that a check does not have', () => {
    const known = [...NPX, ...optionsOf('check')];
    const scripts = text.replace(/^\s*#.*$/gm, '');
    expect(named(scripts).length).toBeGreaterThan(4);
    expect(named(scripts).filter((one) => !known.includes(one))).toEqual([]);
  });
});

test('the action puts no input into its script', () => {
  const { runs } = load(readFileSync(join(CI, 'github', 'action.yml'), 'utf8'));
  const scripts = runs.steps.flatMap(({ run }: { readonly run?: string }) => run ?? []);
  expect(scripts.filter((script: string) => script.includes('${{'))).toEqual([]);
});

test('every input of the action is used', () => {
  const text = readFileSync(join(CI, 'github', 'action.yml'), 'utf8');
  const { inputs } = load(text);
  expect(Object.keys(inputs).filter((name) => !text.includes(`\${{ inputs.${name} }}`))).toEqual(
    [],
  );
});
