import { Option } from '@commander-js/extra-typings';
import type { Text } from '../language.ts';
import { addReportOptions } from '../report/declare-reports.ts';
import { type Declaration, defined, examples } from './declare.ts';
import { day, duration, hostAndPort, listed, listedMore, shard, times, whole } from './values.ts';

/** Options that `check` and `doctor` share. */
const ABOUT = {
  url: {
    en: 'base address of the system (default: system.url of the configuration file)',
    zh: '系统的基址（默认取自配置文件的 system.url）',
  },
  config: {
    en: 'configuration file (default: openwaybill.check.json where it stands)',
    zh: '配置文件（默认为当前的 openwaybill.check.json）',
  },
  role: {
    en: 'role under test (default: from its capability document)',
    zh: '被测角色（默认取自能力文档）',
  },
  set: { en: 'requirement set (default: of the claim)', zh: '要求集（默认取自声明）' },
  claim: {
    en: 'claim file: what a document on the wire cannot say',
    zh: '声明文件：能力文档无法表达的内容',
  },
  credentials: {
    en: 'client id and key of the run (JSON; or OPENWAYBILL_KEY)',
    zh: '检测方的客户端标识与密钥（JSON；也可用 OPENWAYBILL_KEY）',
  },
  second: {
    en: 'those of a second organisation (or OPENWAYBILL_SECOND_KEY)',
    zh: '第二单位的凭据（也可用 OPENWAYBILL_SECOND_KEY）',
  },
  listen: {
    en: 'where the run listens: 4600, or 0.0.0.0:4600',
    zh: '检测方监听：4600 或 0.0.0.0:4600',
  },
  publicUrl: { en: 'where the system reaches the run', zh: '系统访问检测方的地址' },
  baseline: {
    en: 'expected failures (default: openwaybill-baseline.json where it stands)',
    zh: '预期失败基线（默认为当前的 openwaybill-baseline.json）',
  },
  out: {
    en: 'folder of result, transcript and report (default: openwaybill-report)',
    zh: '结果、记录与报告的文件夹（默认 openwaybill-report）',
  },
  own: {
    en: 'drive a system in production (needs --claim with its partyId)',
    zh: '驱动生产系统（须 --claim 给出其 partyId）',
  },
} as const satisfies Record<string, Text>;

/** Finds out whether a running system conforms. */
export const check: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  const command = program
    .command('check')
    .description(
      zh
        ? '检测运行中的系统是否符合标准，并说明原因'
        : 'find out whether a running system conforms, and why not',
    )
    .argument('[url]', ABOUT.url[language])
    .option(
      '--between <role=url...>',
      zh
        ? '两个系统互为对手方：courier=… platform=…'
        : 'two systems with each other: courier=… platform=…',
    )
    .option('--courier <url>', zh ? '同上，快递' : 'the same: the courier')
    .option('--platform <url>', zh ? '同上，平台' : 'the same: the platform')
    .option('--config <file>', ABOUT.config[language])
    .option('--role <role>', ABOUT.role[language])
    .option('--set <version>', ABOUT.set[language])
    .option(
      '--class <names>',
      zh ? '只检测这些已声明的类别，以逗号分隔' : 'only these claimed classes, between commas',
      listed,
    )
    .option(
      '--only <what...>',
      zh
        ? '只运行这些场景、要求（WBL-*）或模块'
        : 'only these scenarios, requirements (WBL-*) or modules',
      listedMore,
    )
    .addOption(
      new Option('--depth <depth>', zh ? '最多使用的证据' : 'most evidence to use').choices([
        'WIRE',
        'CONTROLLED',
        'INSTRUMENTED',
      ] as const),
    )
    .option('--claim <file>', ABOUT.claim[language])
    .option('--credentials <file>', ABOUT.credentials[language])
    .option('--second <file>', ABOUT.second[language])
    .option('--listen <port>', ABOUT.listen[language], hostAndPort)
    .option('--public-url <url>', ABOUT.publicUrl[language])
    .option(
      '--max-wait <duration>',
      zh ? '一次等待的上限（默认 PT60S）' : 'longest single wait (default: PT60S)',
      duration,
    )
    .option(
      '--use <file>',
      zh
        ? '系统中可用（expendable）或仅供读取的订单、运单与包裹'
        : 'orders, waybills and parcels of the system to go by; only what is expendable is changed',
    )
    .option(
      '--only-rungs <ways>',
      zh
        ? '只用这些途径：construct,discover,test-control,operator'
        : 'only these ways to a state: construct,discover,test-control,operator',
      listed,
    )
    .option('--no-prompt', zh ? '不请人工操作' : 'ask nobody to do anything by hand')
    .option(
      '--wait <duration>',
      zh ? '等待人工操作的时间（默认 PT5M）' : 'how long somebody is waited for (default: PT5M)',
      duration,
    )
    .option('--seed <number>', zh ? '重复某次运行' : 'repeats a run', whole)
    .option('--shard <part>', zh ? '只运行其中一份，如 2/5' : 'one of several parts, as 2/5', shard)
    .option('--patience <factor>', zh ? '等待时间的倍数' : 'factor of all waiting', times)
    .option(
      '--races <number>',
      zh ? '并发测试的次数（默认 5）' : 'times each race is run (default: 5)',
      times,
    )
    .option(
      '--negatives <number>',
      zh ? '每项约束的错误值个数（默认 3）' : 'wrong values a constraint (default: 3)',
      times,
    )
    .option(
      '--model-runs <number>',
      zh ? '每个生命周期的随机遍历次数（默认 3）' : 'random walks a lifecycle (default: 3)',
      whole,
    )
    .option('--baseline <file>', ABOUT.baseline[language])
    .option(
      '--write-baseline',
      zh
        ? '将本次的失败写为基线（须 --reason）'
        : 'write the failures of this run down (needs --reason)',
    )
    .option('--reason <text>', zh ? '为何容忍' : 'why they are put up with')
    .option('--issue <text>', zh ? '修复计划的编号' : 'where their repair is planned')
    .option(
      '--until <day>',
      zh ? '容忍至何日（默认 90 天）' : 'their last day (default: 90 days)',
      day,
    )
    .option('--strict', zh ? 'SHOULD 也计入' : 'SHOULD counts too')
    .option(
      '--probe-unclaimed',
      zh ? '另查未声明而有应答的操作' : 'also ask for operations that are not claimed',
    )
    .option('--production-i-own-this', ABOUT.own[language])
    .option(
      '--log-sink <file>',
      zh
        ? '系统写入日志的文件，检测后一并检查'
        : 'file that the system logs to, read after the run',
    )
    .option('--watch', zh ? '系统或文件变化时重跑' : 'run again when system or files change')
    .option(
      '--watch-path <path...>',
      zh ? '--watch 另看的文件' : 'files that --watch looks at, too',
    )
    .option('--fail-fast', zh ? '发现第一处即止' : 'stop at the first finding')
    .option('--out <folder>', ABOUT.out[language])
    .option('--plan', zh ? '只说明将运行什么' : 'only say what would run')
    .option('--list', zh ? '列出全部场景' : 'only say what there is')
    .option(
      '--cards <number>',
      zh ? '终端最多显示的发现（默认 10）' : 'most findings to print (default: 10)',
      whole,
    )
    .option('--quiet', zh ? '不显示进度' : 'no progress');
  addReportOptions(command, language);
  command
    .addHelpText(
      'after',
      examples(language, [
        [
          'openwaybill check http://localhost:8080 --role courier',
          { en: 'everything that applies', zh: '全部适用项' },
        ],
        [
          'openwaybill check http://localhost:8080 --only WBL-*',
          { en: 'one module', zh: '一个模块' },
        ],
        [
          'openwaybill check --watch --watch-path src',
          { en: 'while you write; what failed goes first', zh: '边写边测，失败者先行' },
        ],
        ['openwaybill check --strict --junit junit.xml', { en: 'in a build', zh: '用于持续集成' }],
      ]),
    )
    .action(async (url, { between, courier, platform, prompt, ...given }) => {
      const options = { ...given, ...(prompt ? {} : { prompt }) };
      const parties = [
        ...(between ?? []),
        ...(courier === undefined ? [] : [`courier=${courier}`]),
        ...(platform === undefined ? [] : [`platform=${platform}`]),
      ];
      if (parties.length > 0) {
        const { credentials, out = 'openwaybill-report', quiet = false, ...rest } = options;
        const { unheededBetween } = await import('../check/beside-between.ts');
        const unheeded = unheededBetween(defined({ url, ...rest }));
        if (unheeded !== undefined) {
          const { complain } = await import('../complaint.ts');
          finish(complain(io, common(), unheeded));
          return;
        }
        const { between: run } = await import('../commands/between.ts');
        finish(
          await run({ ...common(), ...defined({ credentials }), between: parties, out, quiet }, io),
        );
        return;
      }
      const { check } = await import('../commands/check.ts');
      finish(await check({ ...common(), ...defined({ url, ...options }) }, io));
    });
};

/** Tells whether a check can begin. */
export const doctor: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  program
    .command('doctor')
    .description(
      zh
        ? '检测前：一切是否就绪，若否该由谁处理'
        : 'before a check: is everything ready, and if not, whose turn is it',
    )
    .argument('[url]', ABOUT.url[language])
    .option('--config <file>', ABOUT.config[language])
    .option('--role <role>', ABOUT.role[language])
    .option('--set <version>', ABOUT.set[language])
    .option('--claim <file>', ABOUT.claim[language])
    .option('--credentials <file>', ABOUT.credentials[language])
    .option('--second <file>', ABOUT.second[language])
    .option('--listen <port>', ABOUT.listen[language], hostAndPort)
    .option('--public-url <url>', ABOUT.publicUrl[language])
    .option('--baseline <file>', ABOUT.baseline[language])
    .option('--production-i-own-this', ABOUT.own[language])
    .option('--out <folder>', ABOUT.out[language])
    .addHelpText(
      'after',
      examples(language, [
        [
          'openwaybill doctor http://localhost:8080 --role courier',
          { en: 'in under ten seconds', zh: '十秒之内' },
        ],
        ['openwaybill doctor --json', { en: 'for programs', zh: '供程序读取' }],
      ]),
    )
    .action(async (url, options) => {
      const { doctor } = await import('../commands/doctor.ts');
      finish(await doctor({ ...common(), ...defined({ url, ...options }) }, io));
    });
};

/** Tells what of the standard is checked by what. */
export const coverage: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  program
    .command('coverage')
    .description(
      zh
        ? '标准的每一项由什么检测，何处有缺口'
        : 'what of the standard is checked by what, and where the holes are',
    )
    .option(
      '--run <file>',
      zh ? '某次运行的 result.json：它到达了什么' : 'result.json of a run: what it reached',
    )
    .option(
      '--freeze <version>',
      zh ? '写出该版本的要求集' : 'write the requirement set of a version',
    )
    .option('--out <file>', zh ? '写出 coverage.json' : 'write coverage.json')
    .addHelpText(
      'after',
      examples(language, [
        [
          'openwaybill coverage',
          { en: 'exit 1 where something has no reason', zh: '有无理由的缺口时退出码为 1' },
        ],
        [
          'openwaybill coverage --run openwaybill-report/result.json',
          { en: 'what a run reached', zh: '某次运行到达了什么' },
        ],
      ]),
    )
    .action(async (options) => {
      const { coverage } = await import('../commands/coverage.ts');
      finish(await coverage({ ...common(), ...defined(options) }, io));
    });
};
