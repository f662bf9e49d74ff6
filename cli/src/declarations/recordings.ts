import { Option } from '@commander-js/extra-typings';
import { addReportOptions } from '../report/declare-reports.ts';
import { type Declaration, defined, examples } from './declare.ts';

const judge: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  const command = program
    .command('judge')
    .description(
      zh
        ? '离线判定已存的交换记录、HAR 文件或消息'
        : 'judge a stored transcript, HAR file or messages, without a network',
    )
    .argument(
      '<files...>',
      zh
        ? '*.owt.ndjson、HAR，或逐行的 { role, message, at? }'
        : '*.owt.ndjson, HAR, or { role, message, at? } one a line',
    )
    .option('--role <role>', zh ? '被判定的角色（默认全部）' : 'role that is judged (default: all)')
    .option(
      '--claim <file>',
      zh ? '声明文件，用于未含能力文档的流量' : 'claim file, for traffic that says nothing of it',
    )
    .option('--set <version>', zh ? '要求集（默认取自记录）' : 'requirement set (default: its own)')
    .option('--merge', zh ? '各文件为同一次检测的部分' : 'the files are parts of one run', false)
    .option('--strict', zh ? 'SHOULD 也计入' : 'SHOULD counts too', false)
    .option('--baseline <file>', zh ? '预期失败基线' : 'expected failures')
    .option('--out <folder>', zh ? '结果与报告的文件夹' : 'folder of result and reports');
  addReportOptions(command, language);
  command
    .addHelpText(
      'after',
      examples(language, [
        [
          'openwaybill judge openwaybill-report/transcript.owt.ndjson',
          { en: 'the same result again', zh: '再次得出相同结果' },
        ],
        [
          'openwaybill judge --merge part-*.owt.ndjson --out whole',
          { en: 'shards of one run', zh: '合并同一次检测的分片' },
        ],
        [
          'openwaybill judge traffic.har --role courier',
          { en: 'what a browser or proxy kept', zh: '浏览器或代理保存的流量' },
        ],
      ]),
    )
    .action(async (files, options) => {
      const { judge } = await import('../commands/judge.ts');
      finish(await judge({ ...common(), ...defined(options), files }, io));
    });
};

const record: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  program
    .command('record')
    .description(
      zh
        ? '置于两个系统之间，原样转发并记录，个人信息先行隐去'
        : 'stand between two systems, pass everything on, and write it down without its people',
    )
    .requiredOption('--listen <port>', zh ? '端口，或 host:port' : 'port, or host:port')
    .requiredOption('--to <url>', zh ? '其后系统的基址' : 'base address of the system behind')
    .option('--as <role>', zh ? '其角色（默认取自能力文档）' : 'its role (default: as it claims)')
    .option(
      '--also <port=url>',
      zh ? '另一方：端口与其基址' : 'the other side: a port, and its base address',
    )
    .addOption(
      new Option(
        '--redact <how>',
        zh ? 'strict 隐去个人信息；off 仅限沙箱' : 'strict takes people out; off: sandboxes alone',
      )
        .choices(['strict', 'off'] as const)
        .default('strict' as const),
    )
    .option('--cert <file>', zh ? '本端口的证书（PEM）' : 'certificate of its own ports (PEM)')
    .option('--key <file>', zh ? '该证书的私钥（PEM）' : 'private key of that certificate (PEM)')
    .option('--out <file>', zh ? '交换记录的文件' : 'file of the transcript', 'traffic.owt.ndjson')
    .option('--quiet', zh ? '不逐条显示' : 'no line an exchange', false)
    .addHelpText(
      'after',
      examples(language, [
        [
          'openwaybill record --listen 8081 --to http://localhost:8080 --as courier',
          { en: 'what reaches a courier', zh: '到达快递的流量' },
        ],
        [
          'openwaybill record --listen 8081 --to http://localhost:8080 --also 8082=http://localhost:9090',
          { en: 'both directions', zh: '双向' },
        ],
      ]),
    )
    .action(async (options) => {
      const { record } = await import('../commands/record.ts');
      finish(await record({ ...common(), ...defined(options) }, io));
    });
};

/** Commands about traffic that is stored, or that goes by. */
export const recordingCommands: Declaration = (program, setting) => {
  for (const declare of [judge, record]) declare(program, setting);
};
