import { Option } from '@commander-js/extra-typings';
import { type Declaration, defined, examples } from './declare.ts';

/** Making and judging releases of the standard. */
export const publishCommand: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  program
    .command('publish')
    .description(
      zh
        ? '发布一个版本：写出不再改动的发布文件夹；不给版本则写出工作契约'
        : 'release a version as a folder that never changes; without a version, write the working contract',
    )
    .argument('[version]', zh ? '版本号，如 1.2.0-draft.3' : 'the version, such as 1.2.0-draft.3')
    .option(
      '--status <status>',
      zh ? 'draft、ballot 或 published' : 'draft, ballot or published',
      'draft',
    )
    .option('--date <day>', zh ? '发布日期' : 'day of publication')
    .option('--out <folder>', zh ? '新的发布文件夹' : 'the new folder of the release')
    .option(
      '--previous <folder>',
      zh
        ? '前一版本的文件夹或契约（默认取已发布的最近版本）'
        : 'folder or contract of the release before (default: the newest published one)',
    )
    .option(
      '--proof <file>',
      zh
        ? 'openwaybill prove 写出的 prove.json（正式发布时必需）'
        : 'prove.json of openwaybill prove (needed to publish)',
    )
    .option(
      '--sign <file>',
      zh ? '用此私钥（JWK）为清单签名' : 'sign the manifest with this private key (JWK)',
    )
    .option('--no-pdf', zh ? '不打印 PDF' : 'leave the prints in PDF out')
    .option(
      '--check',
      zh ? '不给版本时：只比较工作契约' : 'without a version: only compare the working contract',
      false,
    )
    .addHelpText(
      'after',
      examples(language, [
        [
          'openwaybill publish',
          { en: 'the working contract, for review', zh: '写出工作契约，供评审' },
        ],
        [
          'openwaybill publish 1.2.0-draft.1 --date 2027-01-15 --out dist/1.2.0-draft.1',
          { en: 'a draft, with its banner', zh: '草案，带有横幅' },
        ],
        [
          'openwaybill publish 1.2.0 --status published --date 2027-03-01 --proof proof/prove.json --out dist/1.2.0',
          { en: 'frozen for ever', zh: '封存，不再改动' },
        ],
      ]),
    )
    .action(async (version, { check, ...options }) => {
      if (version === undefined) {
        const { generateAny } = await import('../commands/generate-any.ts');
        finish(
          await generateAny(
            {
              ...common(),
              ...(options.out === undefined ? {} : { out: options.out }),
              what: 'all',
              check,
              programming: '',
              role: '',
            },
            io,
          ),
        );
        return;
      }
      const { publishRelease } = await import('../commands/publish.ts');
      finish(await publishRelease({ ...common(), ...defined(options), version }, io));
    });
};

/** Holding the definitions against the rules of the standard. */
export const lintCommand: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  program
    .command('lint')
    .description(
      zh
        ? '按规则检查标准的定义：互操作子集、双语、用词、示例、要求'
        : 'hold the definitions against the rules: profile, both languages, wording, examples, requirements',
    )
    .option('--rule <id...>', zh ? '只用这些规则' : 'by these rules alone')
    .option('--warnings', zh ? '同时列出提醒' : 'warnings too', false)
    .addOption(
      new Option('--format <format>', zh ? '报告的形式' : 'form of the report')
        .choices(['text', 'json', 'sarif'] as const)
        .default('text' as const),
    )
    .addHelpText(
      'after',
      examples(language, [
        ['openwaybill lint', { en: 'is the standard in order?', zh: '标准是否合规？' }],
        [
          'openwaybill lint --rule bilingual example-valid',
          { en: 'two rules alone', zh: '只用两条规则' },
        ],
        ['openwaybill lint --warnings --json', { en: 'for programs', zh: '供程序读取' }],
        ['openwaybill lint --format sarif', { en: 'for code hosts', zh: '供代码托管平台读取' }],
      ]),
    )
    .action(async (options) => {
      const { lintDefinitions } = await import('../commands/lint.ts');
      finish(await lintDefinitions({ ...common(), ...defined(options) }, io));
    });
};
