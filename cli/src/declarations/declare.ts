import type { Command } from '@commander-js/extra-typings';
import type { Common } from '../common.ts';
import type { ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { Language, Text } from '../language.ts';

/** What a declaration of a command is handed. */
export type Setting = {
  readonly io: Io;
  readonly language: Language;
  /** What `--lang` says; for a client it is a programming language. Known only once the words have been read. */
  readonly lang: () => string;
  /** As `lang`. */
  readonly common: () => Common;
  /** Takes the exit code of the command that ran. */
  readonly finish: (code: ExitCode) => void;
};

/** Adds one command to the program. It loads nothing: the body of a command is imported when it runs. */
export type Declaration = (program: Command, setting: Setting) => void;

/** Examples below the help of a command. */
export const examples = (
  language: Language,
  lines: readonly (readonly [string, Text])[],
): string => {
  const width = Math.max(...lines.map(([line]) => line.length));
  return [
    '',
    language === 'zh' ? '示例：' : 'Examples:',
    ...lines.map(([line, text]) => `  ${line.padEnd(width)}  # ${text[language]}`),
  ].join('\n');
};

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Options that were not given are absent, not undefined. */
export const defined = <T extends object>(options: T): Defined<T> =>
  Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined),
  ) as Defined<T>;
