import { Command } from '@commander-js/extra-typings';
import type { Common } from './common.ts';
import { compatibilityCommands } from './declarations/compatibility.ts';
import { dataCommands } from './declarations/data.ts';
import { examples, type Setting } from './declarations/declare.ts';
import { recordingCommands } from './declarations/recordings.ts';
import { shellCommands } from './declarations/shell.ts';
import { standardCommands } from './declarations/standard.ts';
import { systemCommands } from './declarations/systems.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';
import type { Language } from './language.ts';
import { HELP_WIDTH } from './prebuilt.ts';
import { VERSION } from './version.ts';

const TITLES_ZH: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Global Options:': '全局选项：',
  'Arguments:': '参数：',
  'Commands:': '命令：',
};

/** What commander adds to the text of an option; that a flag is off by itself need not be said. */
const optionText = (text: string, zh: boolean): string => {
  const told = text.replace(/ \(default: false\)$/, '');
  const added = / \(((?:choices|default): .*)\)$/.exec(told);
  if (!zh || added === null) return told;
  const inChinese = (added[1] ?? '')
    .replace(/^choices: /, '可取 ')
    .replace(/^default: /, '默认 ')
    .replace(', default: ', '；默认 ');
  return `${told.slice(0, added.index)}（${inChinese}）`;
};

/** The whole command line. Nothing of it runs, exits or prints but by `io` and `finish`. */
export const programOf = (io: Io, language: Language, finish: (code: ExitCode) => void) => {
  const zh = language === 'zh';
  const program = new Command('openwaybill')
    .description(
      zh
        ? '开放运单：电子商务与快递物流数据交换接口标准'
        : 'The open interface standard for data between e-commerce platforms and couriers',
    )
    .version(VERSION, '-V, --version', zh ? '显示版本' : 'print the version')
    .helpOption('-h, --help', zh ? '显示帮助' : 'print help')
    .helpCommand(false)
    .option(
      '--lang <language>',
      zh ? '文字的语言：en 或 zh' : 'language of texts: en or zh',
      language as string,
    )
    .option(
      '--json',
      zh ? '在标准输出给出一个 JSON 文档' : 'one JSON document on standard output',
      false,
    )
    .configureHelp({
      showGlobalOptions: true,
      styleOptionDescription: (text: string) => optionText(text, zh),
      ...(zh ? { styleTitle: (title: string) => TITLES_ZH[title] ?? title } : {}),
    })
    .configureOutput({
      getOutHelpWidth: () => HELP_WIDTH,
      getErrHelpWidth: () => HELP_WIDTH,
      writeOut: (text) => io.out(text.trimEnd()),
      // complaints have three parts and are made in main
      writeErr: () => {},
    })
    .showSuggestionAfterError()
    .exitOverride();
  const common = (): Common => ({ language, json: program.opts().json });
  program.hook('preAction', (_, action) => {
    const { lang } = program.opts();
    if (lang === 'en' || lang === 'zh' || action.name() === 'generate') return;
    program.error(`error: option '--lang' has '${lang}', which is neither en nor zh`, {
      code: 'commander.invalidArgument',
    });
  });
  const setting: Setting = { io, language, lang: () => program.opts().lang, common, finish };
  // a setting that one command is declared with types the whole program; the declarations know a plain one
  const plain = program as unknown as Command;
  standardCommands(plain, setting);
  compatibilityCommands(plain, setting);
  dataCommands(plain, setting);
  systemCommands(plain, setting);
  recordingCommands(plain, setting);
  shellCommands(plain, setting);
  for (const group of plain.commands) group.helpCommand(false);
  return program.addHelpText(
    'after',
    examples(language, [
      [
        'openwaybill validate order.json --message OrderSubmission',
        { en: 'is this message right?', zh: '这条消息对吗？' },
      ],
      ['openwaybill explain STATE_ILLEGAL', { en: 'what does this mean?', zh: '这是什么意思？' }],
    ]),
  );
};
