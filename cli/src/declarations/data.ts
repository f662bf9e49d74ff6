import { Option } from '@commander-js/extra-typings';
import { type Declaration, examples } from './declare.ts';

const validate: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  program
    .command('validate')
    .description(
      zh
        ? '按标准的消息校验 JSON 或 NDJSON 文件'
        : 'judge JSON or NDJSON files against a message of the standard',
    )
    .argument('<files...>', zh ? '文件，- 为标准输入' : 'files, - for standard input')
    .requiredOption('--message <name>', zh ? '消息名称' : 'name of the message')
    .addOption(
      new Option(
        '--form <form>',
        zh
          ? 'sender：按发送方要求；receiver：容忍未知成员'
          : 'sender: as written; receiver: unknown members are tolerated',
      )
        .choices(['sender', 'receiver'] as const)
        .default('sender' as const),
    )
    .addHelpText(
      'after',
      examples(language, [
        [
          'openwaybill validate order.json --message OrderSubmission',
          { en: 'one message', zh: '一条消息' },
        ],
        [
          'openwaybill validate events.ndjson --message TrackingEvent',
          { en: 'one message a line', zh: '每行一条消息' },
        ],
      ]),
    )
    .action(async (files, options) => {
      const { validate } = await import('../commands/validate.ts');
      finish(await validate({ ...common(), ...options, files }, io));
    });
};

const crosswalk: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  program
    .command('crosswalk')
    .description(
      zh
        ? '把其他体系的轨迹文档转换为标准事件'
        : 'read tracking documents of other vocabularies as events of the standard',
    )
    .argument('<file>', zh ? 'JSON 文档，- 为标准输入' : 'a JSON document, - for standard input')
    .requiredOption(
      '--from <vocabulary>',
      zh ? '来源体系，如 kuaidi100/2' : 'vocabulary of the document, such as kuaidi100/2',
    )
    .addOption(
      new Option('--to <form>', zh ? '输出形式' : 'what to write')
        .choices(['events', 'epcis'] as const)
        .default('events' as const),
    )
    .option(
      '--country <code>',
      zh ? '未注明国家的地点所属国家' : 'country of places that name none',
    )
    .addHelpText(
      'after',
      examples(language, [
        [
          'openwaybill crosswalk answer.json --from kuaidi100',
          { en: 'one event a line', zh: '每行一个事件' },
        ],
        [
          'openwaybill crosswalk answer.json --from sf-route/1 --to epcis',
          { en: 'an EPCIS 2.0 document', zh: 'EPCIS 2.0 文档' },
        ],
      ]),
    )
    .action(async (file, options) => {
      const { crosswalk } = await import('../commands/crosswalk.ts');
      finish(await crosswalk({ ...common(), ...options, file }, io));
    });
};

const stats: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  program
    .command('stats')
    .description(
      zh
        ? '按地区与期间，从业务事件日志计算统计指标'
        : 'compute the indicators of an event log, by region and period',
    )
    .argument('<files...>', zh ? 'NDJSON 日志，- 为标准输入' : 'NDJSON logs, - for standard input')
    .addOption(
      new Option('--period <kind>', zh ? '期间：day、month、year' : 'length of the periods')
        .choices(['day', 'month', 'year'] as const)
        .default('month' as const),
    )
    .option(
      '--region <code...>',
      zh ? '只列这些地区及其下级' : 'only these regions and what is inside of them',
    )
    .option(
      '--towns <file>',
      zh
        ? '各区县的乡镇数与建制村数，供计算覆盖率'
        : 'towns and villages of every district, for the coverage',
    )
    .option(
      '--publish',
      zh
        ? '按可公布的形式：小单元抑制，件数取整到 5'
        : 'as it may be published: small cells withheld, counts rounded to five',
      false,
    )
    .addHelpText(
      'after',
      examples(language, [
        [
          'openwaybill stats seeds/statistics/event-log.ndjson',
          { en: 'month by month', zh: '按月' },
        ],
        [
          'openwaybill stats shard-*.ndjson --period year --region 210200',
          { en: 'one city, from shards of a log', zh: '一座城市，日志分片' },
        ],
        [
          'openwaybill stats events.ndjson --publish --json',
          { en: 'cells that disclose nobody', zh: '不泄露个体的单元' },
        ],
      ]),
    )
    .action(async (files, { period, region, towns, publish }) => {
      const { stats } = await import('../commands/stats.ts');
      finish(
        await stats(
          {
            ...common(),
            files,
            period,
            publish,
            ...(region === undefined ? {} : { regions: region }),
            ...(towns === undefined ? {} : { towns }),
          },
          io,
        ),
      );
    });
};

/** Commands about data of the user. */
export const dataCommands: Declaration = (program, setting) => {
  program.commandsGroup(setting.language === 'zh' ? '数据：' : 'Data:');
  for (const declare of [validate, crosswalk, stats]) declare(program, setting);
};
