import type { Common } from '../common.ts';
import { complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { LISTS, OTHER_PRODUCTS, PRODUCTS, SHELLS } from '../products.ts';

/** As much of a command of commander as completion reads. */
type CommandTree = {
  name(): string;
  description(): string;
  readonly commands: readonly CommandTree[];
  readonly options: readonly { readonly long?: string | undefined; readonly hidden: boolean }[];
};

export type CompletionOptions = Common & { readonly shell: string; readonly program: CommandTree };

type Shell = (typeof SHELLS)[number];

/** Words that may stand after a command, beside its options. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  generate: [...PRODUCTS, ...OTHER_PRODUCTS],
  list: LISTS,
  completion: SHELLS,
};

type Entry = {
  readonly name: string;
  readonly description: string;
  readonly words: readonly string[];
};

const entriesOf = (program: CommandTree): readonly Entry[] =>
  program.commands
    .filter((command) => command.name() !== 'demo')
    .map((command) => ({
      name: command.name(),
      description: command.description(),
      words: [
        ...(WORDS[command.name()] ?? []),
        ...command.commands.map((child) => child.name()),
        ...command.options.flatMap(({ long, hidden }) =>
          long === undefined || hidden ? [] : [long],
        ),
        '--help',
      ],
    }));

const bash = (entries: readonly Entry[]): string =>
  [
    '_openwaybill() {',
    `  local word="\${COMP_WORDS[COMP_CWORD]}"`,
    '  COMPREPLY=()',
    `  case "\${COMP_CWORD}:\${COMP_WORDS[1]}" in`,
    `    1:*) COMPREPLY=($(compgen -W "${entries.map(({ name }) => name).join(' ')}" -- "$word")) ;;`,
    ...entries.map(
      ({ name, words }) =>
        `    *:${name}) COMPREPLY=($(compgen -f -W "${words.join(' ')}" -- "$word")) ;;`,
    ),
    '  esac',
    '}',
    'complete -o filenames -F _openwaybill openwaybill',
  ].join('\n');

const zsh = (entries: readonly Entry[]): string =>
  [
    '#compdef openwaybill',
    '_openwaybill() {',
    '  if (( CURRENT == 2 )); then',
    `    compadd ${entries.map(({ name }) => name).join(' ')}`,
    '  else',
    `    case "\${words[2]}" in`,
    ...entries.map(({ name, words }) => `      ${name}) compadd -- ${words.join(' ')} ;;`),
    '    esac',
    '    _files',
    '  fi',
    '}',
    'compdef _openwaybill openwaybill',
  ].join('\n');

const quoted = (text: string): string => `'${text.replaceAll("'", "\\'")}'`;

const fish = (entries: readonly Entry[]): string =>
  entries
    .flatMap(({ name, description, words }) => [
      `complete -c openwaybill -n __fish_use_subcommand -a ${name} -d ${quoted(description)}`,
      `complete -c openwaybill -n '__fish_seen_subcommand_from ${name}' -a ${quoted(words.join(' '))}`,
    ])
    .join('\n');

const SCRIPTS: Readonly<Record<Shell, (entries: readonly Entry[]) => string>> = { bash, zsh, fish };

/** Prints a completion script made from the commands that there are. */
export const completion = async (options: CompletionOptions, io: Io): Promise<ExitCode> => {
  const shell = SHELLS.find((one) => one === options.shell);
  if (shell === undefined)
    return complain(io, options, {
      code: EXIT.usage,
      seen: {
        en: `there is no completion for ${options.shell}`,
        zh: `没有 ${options.shell} 的补全脚本`,
      },
      wanted: { en: `one of ${SHELLS.join(', ')} is needed`, zh: `可选 ${SHELLS.join('、')}` },
      remedy: { en: 'name one of them', zh: '请指定其一' },
    });
  io.out(SCRIPTS[shell](entriesOf(options.program)));
  return EXIT.ok;
};
