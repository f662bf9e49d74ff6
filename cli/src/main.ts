import { CommanderError, type CommandUnknownOpts } from '@commander-js/extra-typings';
import type { Common } from './common.ts';
import { type Complaint, complain } from './complaint.ts';
import { neededInChinese } from './declarations/values.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';
import { languageOf } from './language.ts';
import { programOf } from './program.ts';

/** The commands that a command line names, from the program down. */
const namedBy = (
  program: CommandUnknownOpts,
  argv: readonly string[],
): readonly CommandUnknownOpts[] => {
  const path = [program];
  for (const word of argv) {
    const below = path.at(-1)?.commands.find((one) => one.name() === word);
    if (below !== undefined) path.push(below);
  }
  return path;
};

/** Commander's own words for wrong use: `error: unknown option '--foo'` and a suggestion in brackets. */
const usageComplaint = (error: CommanderError, named: readonly CommandUnknownOpts[]): Complaint => {
  const said = error.message.replace(/^error: /, '');
  const [first = '', suggestion] = said.split('\n');
  const meant = /Did you mean (?:one of )?(.+)\?/.exec(suggestion ?? '')?.[1];
  const subject = /'([^']*)'/.exec(first)?.[1] ?? '';
  const help = [...named.map((one) => one.name()), '--help'].join(' ');
  const wanted: Readonly<Record<string, Complaint['wanted']>> = {
    'commander.unknownOption': {
      en: 'only the options of its help are known',
      zh: '只接受帮助中列出的选项',
    },
    'commander.unknownCommand': {
      en: 'a command of its help is needed',
      zh: '需要帮助中列出的命令',
    },
    'commander.missingArgument': { en: 'nothing stood in its place', zh: '该处为空' },
    'commander.missingMandatoryOptionValue': { en: 'it has no default', zh: '该项没有默认值' },
    'commander.optionMissingArgument': { en: 'the option needs a value', zh: '该选项需要取值' },
    'commander.excessArguments': { en: 'fewer words are known', zh: '只接受较少的参数' },
  };
  const value = /argument '([^']*)' is invalid\. (.+)/.exec(first);
  const choices = /^Allowed choices are (.+?)\.?$/.exec(value?.[2] ?? '')?.[1];
  if (value !== null)
    return {
      code: EXIT.usage,
      seen: { en: `${subject} is given ${value[1]}`, zh: `${subject} 的取值为 ${value[1]}` },
      wanted:
        choices === undefined
          ? { en: value[2] ?? '', zh: neededInChinese(value[2] ?? '') }
          : { en: `it is one of ${choices}`, zh: `可取 ${choices.replaceAll(', ', '、')}` },
      remedy: { en: `${help} shows what there is`, zh: `请看 ${help}` },
    };
  const [, expected, words] = /Expected (\d+) .+ got \d+: (.+)\.$/.exec(first) ?? [];
  const excess = words?.split(', ').slice(Number(expected)) ?? [];
  const seenZh: Readonly<Record<string, string>> = {
    'commander.unknownOption': `未知选项 ${subject}`,
    'commander.unknownCommand': `未知命令 ${subject}`,
    'commander.missingArgument': `缺少参数 ${subject}`,
    'commander.missingMandatoryOptionValue': `缺少选项 ${subject}`,
    'commander.optionMissingArgument': `选项 ${subject} 缺少取值`,
    'commander.invalidArgument': `${subject} 的取值不可用`,
    'commander.excessArguments': `多余的参数 ${excess.join('、')}`,
  };
  return {
    code: EXIT.usage,
    // the sentence goes on
    seen: { en: first.replace(/\.$/, ''), zh: seenZh[error.code] ?? first },
    wanted: wanted[error.code] ?? { en: 'another value is needed', zh: '需要其他取值' },
    remedy:
      meant === undefined
        ? { en: `${help} shows what there is`, zh: `请看 ${help}` }
        : { en: `write ${meant}, if you meant that`, zh: `若是 ${meant}，请改用此名` },
  };
};

export { programOf } from './program.ts';

/** Runs one command line to its exit code. Only our own defects are thrown, and they end here. */
export const main = async (given: readonly string[], io: Io): Promise<ExitCode> => {
  const argv = given[0] === 'help' ? [...given.slice(1), '--help'] : given;
  const language = languageOf(argv, io.env);
  const common: Common = { language, json: argv.includes('--json') };
  let code: ExitCode = EXIT.ok;
  const program = programOf(io, language, (finished) => {
    code = finished;
  });
  if (argv.length === 0) {
    program.outputHelp();
    return EXIT.ok;
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.ok;
      if (error.code === 'commander.help') {
        // a command that has only commands below it was named alone
        io.err((namedBy(program, argv).at(-1) ?? program).helpInformation().trimEnd());
        return EXIT.usage;
      }
      return complain(io, common, usageComplaint(error, namedBy(program, argv)));
    }
    const { ownDefect } = await import('./own-defect.ts');
    io.err(
      [
        language === 'zh'
          ? 'openwaybill 自身出现缺陷；请连同以下内容报告：'
          : 'openwaybill has a defect of its own; please report it with what follows:',
        ownDefect(error),
      ].join('\n'),
    );
    return EXIT.ours;
  }
};
