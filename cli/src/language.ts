import type { Text } from '@openwaybill/schemas';

export type Language = 'en' | 'zh';
export type { Text };

/** The language asked for by `--lang`, else that of the environment (POSIX: LC_ALL before LC_MESSAGES before LANG). */
export const languageOf = (
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language => {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const word =
    at < 0 ? undefined : argv[at] === '--lang' ? argv[at + 1] : argv[at]?.slice('--lang='.length);
  // `generate client --lang ts` asks for another kind of language
  const asked = word === 'en' || word === 'zh' ? word : undefined;
  const wanted = asked ?? (env.LC_ALL || env.LC_MESSAGES || env.LANG || 'en');
  return wanted.toLowerCase().startsWith('zh') ? 'zh' : 'en';
};
