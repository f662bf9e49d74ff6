import { quoted } from '@openwaybill/conformance';
import { flagOf } from './flag.ts';
import type { CheckCommandOptions } from './options.ts';

/** What is about this one time, and the language, which is that of whoever runs it again. */
const ONCE: ReadonlySet<string> = new Set([
  'url',
  'seed',
  'language',
  'json',
  'watch',
  'watchPath',
  'writeBaseline',
  'reason',
  'issue',
  'until',
]);

const words = (name: string, value: unknown): readonly string[] => {
  if (value === true) return [flagOf(name)];
  if (value === false) return [flagOf(`no${name.charAt(0).toUpperCase()}${name.slice(1)}`)];
  // some lists stand between commas, all others between spaces
  const all =
    Array.isArray(value) && !['class', 'onlyRungs'].includes(name)
      ? value.map(String)
      : [String(value)];
  return [flagOf(name), ...all.map(quoted)];
};

/** The command that repeats a run: what was said on the line, and the seed that it had. The configuration file says the rest. */
export const againOf = (asked: CheckCommandOptions, seed: number): string =>
  [
    'openwaybill check',
    ...(asked.url === undefined ? [] : [quoted(asked.url)]),
    ...Object.entries(asked).flatMap(([name, value]) => (ONCE.has(name) ? [] : words(name, value))),
    `--seed ${seed}`,
  ].join(' ');
