import { Option } from '@commander-js/extra-typings';
import { type Declaration, defined, examples } from './declare.ts';
import { day, times, whole } from './values.ts';

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

const scan: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  program
    .command('scan')
    .description(
      zh
        ? '在日志与流量记录中查找不应出现的个人信息'
        : 'find personal data where it does not belong, in logs and recorded traffic',
    )
    .argument(
      '<files...>',
      zh
        ? '文本、NDJSON、JSON、HAR 或检测记录，- 为标准输入'
        : 'text, NDJSON, JSON, HAR or transcripts, - for standard input',
    )
    .option(
      '--canaries <file>',
      zh
        ? '已知人员的 JSON 列表，按各种写法与编码精确查找'
        : 'JSON list of people to look for in every form and encoding',
    )
    .option(
      '--allow <file>',
      zh ? '允许出现的公开号码，每行一个' : 'public numbers that may stand anywhere, one a line',
    )
    .option(
      '--schema <name>',
      zh ? '每个文档或每行的消息名称' : 'message that each document or line is',
    )
    .addHelpText(
      'after',
      examples(language, [
        ['openwaybill scan app.log', { en: 'a log', zh: '日志' }],
        ['openwaybill scan traffic.har --json', { en: 'what a browser kept', zh: '浏览器记录' }],
        [
          'journalctl -u orders | openwaybill scan -',
          { en: 'what comes by', zh: '来自管道的内容' },
        ],
      ]),
    )
    .action(async (files, options) => {
      const { scan } = await import('../commands/scan.ts');
      finish(await scan({ ...common(), ...defined(options), files }, io));
    });
};

const mask: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  program
    .command('mask')
    .description(
      zh
        ? '逐行复制并遮蔽个人信息；存疑即遮蔽'
        : 'copy lines with personal data masked; what is in doubt is hidden',
    )
    .argument(
      '[file]',
      zh ? '文本或 NDJSON，默认为标准输入' : 'text or NDJSON; standard input',
      '-',
    )
    .option(
      '--schema <name>',
      zh ? '每行为此消息，按其模式遮蔽' : 'each line is this message, masked by its schema',
    )
    .addHelpText(
      'after',
      examples(language, [
        ['tail -f app.log | openwaybill mask', { en: 'text, by patterns', zh: '按文本特征' }],
        [
          'openwaybill mask orders.ndjson --schema OrderSubmission',
          { en: 'by what the standard says of each member', zh: '按标准对各成员的规定' },
        ],
      ]),
    )
    .action(async (file, options) => {
      const { mask } = await import('../commands/mask.ts');
      finish(await mask({ ...common(), ...defined(options), file }, io));
    });
};

const seed: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  program
    .command('seed')
    .description(
      zh
        ? '生成任意数量、前后一致的虚构订单、运单与轨迹事件（NDJSON）'
        : 'invent any number of coherent orders, waybills and tracking events (NDJSON)',
    )
    .addOption(
      new Option('--parcels <number>', zh ? '包裹数' : 'how many parcels')
        .argParser(times)
        .default(100),
    )
    .option(
      '--world <name>',
      zh ? '寄往何处、由谁寄、寄什么' : 'where to, by whom, and what',
      'dalian',
    )
    .addOption(
      new Option('--seed <number>', zh ? '相同种子结果相同' : 'the same seed invents the same')
        .argParser(whole)
        .default(1),
    )
    .addOption(
      new Option('--from <day>', zh ? '首日' : 'the first day')
        .argParser(day)
        .default('2026-11-11'),
    )
    .addOption(
      new Option('--days <number>', zh ? '下单持续天数' : 'days over which they are ordered')
        .argParser(times)
        .default(1),
    )
    .addOption(
      new Option(
        '--only <message>',
        zh
          ? '仅此消息，不含信封；缺省为事件日志，与 stats 所读相同'
          : 'this message alone, without its envelope (default: an event log, as stats reads it)',
      ).choices(['Order', 'Waybill', 'TrackingEventRecorded'] as const),
    )
    .addHelpText(
      'after',
      examples(language, [
        [
          'openwaybill seed --parcels 100000 --world peak-day > peak.ndjson',
          { en: 'a day of November', zh: '双十一的一天' },
        ],
        [
          'openwaybill seed --only Order | openwaybill validate - --message Order',
          { en: 'for validation', zh: '用于校验' },
        ],
      ]),
    )
    .action(async (options) => {
      const { seed } = await import('../commands/seed.ts');
      finish(await seed({ ...common(), ...defined(options) }, io));
    });
};

/** Commands about data of the user. */
export const dataCommands: Declaration = (program, setting) => {
  program.commandsGroup(setting.language === 'zh' ? '数据：' : 'Data:');
  for (const declare of [validate, crosswalk, stats, scan, mask, seed]) declare(program, setting);
};
