import { Option } from '@commander-js/extra-typings';
import { check, coverage, doctor } from './conformance.ts';
import { type Declaration, defined, examples } from './declare.ts';
import { prove } from './prove.ts';
import { sandboxCommands } from './sandbox.ts';
import { verifyCommand } from './statements.ts';
import { portNumber, storePlace, whole } from './values.ts';

const mock: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  program
    .command('mock')
    .description(
      zh ? '启动模拟快递、平台或其他角色' : 'serve a courier, a platform, or any other role',
    )
    .option(
      '--role <role...>',
      zh ? '扮演的角色：courier、platform、hub 等' : 'roles to play: courier, platform, hub, …',
      ['courier', 'platform'],
    )
    .option(
      '--port <number>',
      zh
        ? '第一个角色的端口（默认自 4010 起；0 为任意空闲端口）'
        : 'port of the first role (default: from 4010 on; 0: any free one)',
      portNumber,
    )
    .option(
      '--store <place>',
      zh
        ? 'memory、保存 SQLite 文件的文件夹，或 postgres:// 地址（默认临时文件夹）'
        : 'memory, a folder of SQLite files, or postgres://… (default: a temporary folder)',
      storePlace,
    )
    .option(
      '--seed <number>',
      zh ? '虚构内容的种子' : 'everything invented follows from it',
      whole,
      1,
    )
    .option('--world <name>', zh ? '世界' : 'world to play in', 'dalian')
    .addOption(
      new Option('--auth <mode>', zh ? 'strict 拒绝开发令牌' : 'strict refuses development tokens')
        .choices(['lax', 'strict'] as const)
        .default('lax' as const),
    )
    .option(
      '--tolerant',
      zh ? '容忍请求中的未知成员' : 'unknown members of requests are ignored',
      false,
    )
    .addOption(
      new Option(
        '--clock <mode>',
        zh ? 'frozen 静止，real 实时' : 'frozen: moved by test control; real: goes with real time',
      )
        .choices(['frozen', 'real'] as const)
        .default('frozen' as const),
    )
    .option(
      '--still',
      zh
        ? '快件静止，仅由测试控制移动（用于检测）'
        : 'parcels move by test control only (for conformance runs)',
      false,
    )
    .addOption(
      new Option(
        '--magic <mode>',
        zh
          ? '查询未创建的场景单号时即时生成快件（默认 on；--still 时 off）'
          : 'a magic number that is asked for makes its parcel (default: on; off with --still)',
      ).choices(['on', 'off'] as const),
    )
    .option(
      '--no-control',
      zh ? '不提供 /_mock 与测试控制' : 'neither /_mock nor test control is served',
    )
    .option('--from <file>', zh ? '自快照继续' : 'goes on from a snapshot')
    .option(
      '--inspect <file>',
      zh
        ? '在检视页中查看快照（内存副本）'
        : 'look at a snapshot in the inspector, as a copy in memory',
    )
    .option(
      '--scenarios <folder>',
      zh ? '自有场景文件（21 至 89 号）' : 'scenario files of your own, numbers 21 to 89',
    )
    .option(
      '--record <file>',
      zh
        ? '录制使用开发令牌的命令及其结果（报文原样写入）'
        : 'write down the commands under development tokens and what came of them, as they are',
    )
    .option(
      '--play <file>',
      zh
        ? '重放录制的运行，遇首个不同字节即失败；设置取自文件'
        : 'repeat a recorded run, fail at the first differing byte; settings are those of the file',
    )
    .option(
      '--log <file>',
      zh ? '请求与应答的日志，已脱敏' : 'log of requests and answers, redacted',
    )
    .option(
      '--signed',
      zh
        ? '声明 signed-messages 类别：持令牌的请求须签名（RFC 9421）'
        : 'claim class signed-messages: requests with a token must be signed (RFC 9421)',
      false,
    )
    .option(
      '--future',
      zh
        ? '使用虚构的下一小版本：未知字段、代码、事件与错误码'
        : 'speak a made-up next minor: unknown members, codes, events, problems',
      false,
    )
    .option(
      '--speak <release>',
      zh
        ? '使用真实的后续小版本，而非虚构：发布文件夹或其 contract.json'
        : 'speak a real later minor instead: the folder of its release, or its contract.json',
    )
    .addOption(
      new Option(
        '--sign-time <clock>',
        zh
          ? '投递签名所用的时钟'
          : 'clock by which deliveries are signed; virtual: receivers must refuse them',
      )
        .choices(['real', 'virtual'] as const)
        .default('real' as const),
    )
    .option(
      '--events-to <url>',
      zh ? '将事件发送至此地址，无须订阅' : 'send events to this address, without a subscription',
    )
    .option(
      '--public-url <address...>',
      zh
        ? '客户端所用的地址（代理或负载均衡之后）：role=地址，用于发现、令牌受众与事件'
        : 'where clients find it behind a proxy, as role=address: named in discovery, tokens and events',
    )
    .option(
      '--peer <address...>',
      zh
        ? '以真实系统代替某一对手方：role=地址'
        : 'a real system in place of a partner, as role=address',
    )
    .option(
      '--defect <fault>',
      zh
        ? '违反标准的一处缺陷，以编号指定（openwaybill explain 列出各要求的缺陷），供教学'
        : 'one violation of the standard, by its id (openwaybill explain names those of a requirement), for teaching',
    )
    .option(
      '--public',
      zh ? '对外开放（须加 --auth strict）' : 'listen for other machines too (needs --auth strict)',
      false,
    )
    .addHelpText(
      'after',
      examples(language, [
        [
          'openwaybill mock',
          { en: 'a courier on 4010 and a platform on 4011', zh: '4010 的快递与 4011 的平台' },
        ],
        ['openwaybill mock --role courier', { en: 'a courier alone', zh: '仅快递' }],
        [
          'openwaybill mock --role locker hub regulator',
          { en: 'or any other of the serving roles', zh: '或其他提供服务的角色' },
        ],
        [
          'openwaybill mock --store ./sandbox --clock real',
          { en: 'keeps its state, time goes on', zh: '保留状态，时间流动' },
        ],
        [
          'openwaybill mock --still --defect order-duplicated',
          {
            en: 'a courier with one fault, for a check to find',
            zh: '带一处缺陷的快递，供检测发现',
          },
        ],
        [
          'openwaybill mock --role platform --peer courier=http://localhost:8080',
          { en: 'a platform in front of your courier', zh: '为你的快递系统配一个平台' },
        ],
        [
          'openwaybill mock --signed --still',
          { en: 'a courier that takes signed requests alone', zh: '仅接受签名请求的快递' },
        ],
        [
          'openwaybill mock --scenarios ./scenarios',
          { en: 'Mock-Scenario: 21 is yours', zh: 'Mock-Scenario: 21 为自有场景' },
        ],
        [
          'openwaybill mock --record run.json',
          {
            en: 'until Ctrl-C; then mock --play run.json',
            zh: '至 Ctrl-C；再以 --play run.json 重放',
          },
        ],
      ]),
    )
    .action(async (options) => {
      const { mock } = await import('../commands/mock.ts');
      finish(await mock({ ...common(), ...defined(options) }, io));
    });
};

const demo: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  program
    .command('demo', { hidden: true })
    .description(zh ? '城市的一天，并检测各角色' : 'a day in a city, and every serving role judged')
    .option('--keep', zh ? '保持服务运行，直至 Ctrl-C' : 'leave the servers up until Ctrl-C', false)
    .option('--out <folder>', zh ? '报告的文件夹' : 'folder of the reports', 'out')
    .option(
      '--seed <number>',
      zh ? '虚构内容的种子' : 'everything invented follows from it',
      whole,
      1,
    )
    .action(async (options) => {
      const { demo } = await import('../commands/demo.ts');
      finish(await demo({ ...common(), ...options }, io));
    });
};

const verifyAudit: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  program
    .command('verify-audit')
    .description(
      zh
        ? '验证审计日志：凭据、检查点、包含性与一致性'
        : 'verify an audit log: receipts, checkpoints, inclusion, consistency',
    )
    .argument(
      '<sources...>',
      zh
        ? '平台的基址，或其应答与公钥的 JSON 文件'
        : 'base address of a platform, or JSON files of its answers and keys',
    )
    .option('--credentials <file>', zh ? '调用平台的凭据' : 'client id and key for the platform')
    .option(
      '--organisation <id>',
      zh ? '日志所属单位（默认取检查点所示）' : 'whose log it must be (default: as it says)',
    )
    .addHelpText(
      'after',
      examples(language, [
        ['openwaybill verify-audit http://localhost:4011', { en: 'a platform', zh: '平台' }],
        [
          'openwaybill verify-audit keys.json grant.json',
          { en: 'a receipt, without the platform', zh: '离线验证凭据' },
        ],
        [
          'openwaybill verify-audit grant.json http://localhost:4011',
          { en: 'is it still in the log?', zh: '凭据是否仍在日志中？' },
        ],
      ]),
    )
    .action(async (sources, options) => {
      const { verifyAudit } = await import('../commands/verify-audit.ts');
      finish(await verifyAudit({ ...common(), ...defined(options), sources }, io));
    });
};

/** Commands about running systems. */
export const systemCommands: Declaration = (program, setting) => {
  program.commandsGroup(setting.language === 'zh' ? '系统：' : 'Systems:');
  for (const declare of [
    check,
    doctor,
    coverage,
    prove,
    verifyCommand,
    mock,
    demo,
    verifyAudit,
    ...sandboxCommands,
  ])
    declare(program, setting);
};
