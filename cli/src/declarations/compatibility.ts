import { Option } from '@commander-js/extra-typings';
import { type Declaration, defined, examples } from './declare.ts';
import { whole } from './values.ts';

const diff: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  program
    .command('diff')
    .description(
      zh
        ? '双向比较两个版本：结论、受影响的角色、反例与最低版本号'
        : 'compare two releases both ways: verdict, who is hurt, counter-examples, least version',
    )
    .argument(
      '<releases...>',
      zh
        ? '一个版本（与当前标准比较）或两个：发布文件夹、contract.json 或 schemas/published 下的版本'
        : 'one (against the standard as it is now) or two: a release folder, a contract.json, or a version in schemas/published',
    )
    .addOption(
      new Option('--format <format>', zh ? '报告的形式' : 'form of the report')
        .choices(['text', 'json', 'markdown', 'html', 'sarif'] as const)
        .default('text' as const),
    )
    .option('--out <file>', zh ? '写入此文件' : 'write it to this file')
    .option('--role <role>', zh ? '只列影响此角色的变更' : 'only what hurts this role')
    .addOption(
      new Option('--category <category>', zh ? '只列此类别' : 'only of this category').choices([
        'WIRE',
        'SOURCE',
        'DUTY',
        'MEANING',
      ] as const),
    )
    .option(
      '--waivers <file>',
      zh
        ? '豁免（默认为 schemas/decisions/waivers.json）'
        : 'waivers (default: schemas/decisions/waivers.json)',
    )
    .option(
      '--declared <file>',
      zh
        ? '人工声明的含义变更（默认为 schemas/decisions/declared-changes.json）'
        : 'changes of meaning as declared (default: schemas/decisions/declared-changes.json)',
    )
    .option(
      '--samples <number>',
      zh
        ? '每个变更模式每个方向的样本数（默认 100）'
        : 'values of each changed schema each way (default: 100)',
      whole,
    )
    .addHelpText(
      'after',
      examples(language, [
        [
          'openwaybill diff 1.0.0',
          { en: 'may this be the next minor?', zh: '能否作为下一次版本？' },
        ],
        [
          'openwaybill diff 1.0.0 dist/1.1.0 --role courier',
          { en: 'what must a courier do?', zh: '快递企业须做什么？' },
        ],
        [
          'openwaybill diff 1.0.0 --format html --out diff.html',
          { en: 'to be read by others', zh: '供他人阅读' },
        ],
      ]),
    )
    .action(async (releases, options) => {
      const { diff } = await import('../commands/diff.ts');
      finish(await diff({ ...common(), ...defined(options), releases }, io));
    });
};

const impact: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  program
    .command('impact')
    .description(
      zh
        ? '以另一版本判定已存流量：哪些报文将失败（不输出任何值）'
        : 'judge stored traffic by another release: which messages would fail (no value is printed)',
    )
    .argument(
      '<releases...>',
      zh
        ? '一个版本（与当前标准比较，较高者为候选）或两个，旧的在前'
        : 'one (against the standard as it is now; the higher is the candidate) or two, the older first',
    )
    .requiredOption(
      '--on <paths...>',
      zh
        ? 'NDJSON、JSON、HAR、检测记录或其文件夹，- 为标准输入'
        : 'NDJSON, JSON, HAR, transcripts or folders of them, - for standard input',
    )
    .option(
      '--message <name>',
      zh
        ? '每行或每个文档是什么报文（交换记录自带）'
        : 'what each line or document is (exchanges say it)',
    )
    .option(
      '--redact',
      zh
        ? '即使含个人信息也继续；均不输出任何值'
        : 'read on where personal data stands; no value is printed',
      false,
    )
    .addHelpText(
      'after',
      examples(language, [
        [
          'openwaybill impact dist/1.1.0 --on run.owt.ndjson',
          { en: 'would yesterday’s traffic still pass?', zh: '昨日流量是否仍能通过？' },
        ],
        [
          'openwaybill impact 1.0.0 --on orders.ndjson --message OrderSubmission',
          { en: 'by the standard as it is now', zh: '按当前标准' },
        ],
      ]),
    )
    .action(async (releases, options) => {
      const { impact } = await import('../commands/impact.ts');
      finish(await impact({ ...common(), ...defined(options), releases }, io));
    });
};

/** Commands about one release and another, in the group of the standard. */
export const compatibilityCommands: Declaration = (program, setting) => {
  for (const declare of [diff, impact]) declare(program, setting);
};
