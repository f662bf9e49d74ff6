import { languageOf } from './language.ts';
import { SHELLS } from './products.ts';

/** Where texts that never change are kept beside the bundle: `<language>/<name>.txt`. */
export const PREBUILT = 'texts';
/** The widest line of a help text, whatever the terminal: so a help text is always the same. */
export const HELP_WIDTH = 80;

const HELP = new Set(['--help', '-h']);
const VERSION = new Set(['--version', '-V']);

/** The words without the language, or nothing where it is none of ours. */
const withoutLanguage = (argv: readonly string[]): readonly string[] | undefined => {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  if (at < 0) return argv;
  const isApart = argv[at] === '--lang';
  const value = isApart ? argv[at + 1] : argv[at]?.slice('--lang='.length);
  if (value !== 'en' && value !== 'zh') return undefined;
  return [...argv.slice(0, at), ...argv.slice(at + (isApart ? 2 : 1))];
};

const nameOf = (words: readonly string[]): string | undefined => {
  const [first = '', ...rest] = words;
  if (words.length === 1 && VERSION.has(first)) return 'version';
  if (first === 'completion' && rest.length === 1 && !HELP.has(rest[0] ?? ''))
    return ['completion', ...rest].join('-');
  if (words.length === 0) return 'help';
  if (first === 'help') return ['help', ...rest].join('-');
  return HELP.has(words.at(-1) ?? '') ? ['help', ...words.slice(0, -1)].join('-') : undefined;
};

/** The text that answers a command line, if one may; it may still not be there, as for a command that is none. */
export const prebuiltName = (
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): string | undefined => {
  const words = withoutLanguage(argv);
  const name = words === undefined ? undefined : nameOf(words);
  return name === undefined || !/^[a-z-]+$/.test(name)
    ? undefined
    : `${languageOf(argv, env)}/${name}.txt`;
};

type Tree = { name(): string; readonly commands: readonly Tree[] };

/** Every command line that a text is kept for, of a program that is described by its commands. */
export const prebuiltLines = (program: Tree): readonly (readonly string[])[] => {
  const paths = (command: Tree, above: readonly string[]): readonly (readonly string[])[] =>
    command.commands.flatMap((child) => {
      const path = [...above, child.name()];
      return [path, ...paths(child, path)];
    });
  return [
    ['--version'],
    ...SHELLS.map((shell) => ['completion', shell]),
    ...[[], ...paths(program, [])].map((path) => [...path, '--help']),
  ];
};
