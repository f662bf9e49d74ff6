import { InvalidArgumentError, Option } from '@commander-js/extra-typings';
import { type Declaration, examples } from './declare.ts';

const whole = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number is needed');
  return Number(text);
};

const portNumber = (text: string): number => {
  const port = whole(text);
  if (port > 65_535) throw new InvalidArgumentError('a port is at most 65535');
  return port;
};

const mock: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  program
    .command('mock')
    .description(zh ? '启动模拟快递或模拟平台' : 'serve a courier, a platform, or both')
    .option(
      '--role <role...>',
      zh ? '扮演的角色：courier、platform' : 'roles to play: courier, platform',
      ['courier'],
    )
    .option(
      '--port <number>',
      zh
        ? '第一个角色的端口（默认 4010、4011；0 为任意空闲端口）'
        : 'port of the first role (default: 4010, 4011; 0: any free one)',
      portNumber,
    )
    .option(
      '--store <folder>',
      zh
        ? 'memory，或保存 SQLite 文件的文件夹（默认临时文件夹）'
        : 'memory, or a folder of SQLite files (default: a temporary one)',
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
      '--public',
      zh ? '对外开放（须加 --auth strict）' : 'listen for other machines too (needs --auth strict)',
      false,
    )
    .addHelpText(
      'after',
      examples(language, [
        ['openwaybill mock', { en: 'a courier on port 4010', zh: '4010 端口的快递' }],
        [
          'openwaybill mock --role courier --role platform',
          { en: 'both, joined to one world', zh: '两者，同处一个世界' },
        ],
        [
          'openwaybill mock --store ./sandbox --clock real',
          { en: 'keeps its state, time goes on', zh: '保留状态，时间流动' },
        ],
      ]),
    )
    .action(async (options) => {
      const { mock } = await import('../commands/mock.ts');
      const { port, store, ...rest } = options;
      finish(
        await mock(
          {
            ...common(),
            ...rest,
            ...(port === undefined ? {} : { port }),
            ...(store === undefined ? {} : { store }),
          },
          io,
        ),
      );
    });
};

/** Commands about running systems. */
export const systemCommands: Declaration = (program, setting) => {
  program.commandsGroup(setting.language === 'zh' ? '系统：' : 'Systems:');
  for (const declare of [mock]) declare(program, setting);
};
