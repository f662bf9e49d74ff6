import { type Command, Option } from '@commander-js/extra-typings';
import type { Language } from '../language.ts';
import { type Declaration, defined, examples } from './declare.ts';
import { instant, listed, playFactor, share, span, times, webAddress, whole } from './values.ts';

/** Which mock server, and as whom. */
const mockOptions = (language: Language) => {
  const zh = language === 'zh';
  return [
    new Option('--mock <url>', zh ? '模拟服务的地址' : 'address of the mock server')
      .argParser(webAddress)
      .default('http://localhost:4010'),
    new Option(
      '--token <token>',
      zh ? '租户的令牌（默认随种子）' : 'token of a tenant (default: by the seed)',
    ),
    new Option('--seed <number>', zh ? '模拟服务的种子' : 'seed of the mock server')
      .argParser(whole)
      .default(1),
  ];
};

/** What commander leaves of the options above. */
type MockValues = { readonly mock: string; readonly token?: string; readonly seed: number };

const withMock = (command: Command, language: Language): Command => {
  for (const option of mockOptions(language)) command.addOption(option);
  return command;
};

const advance: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  const command = program
    .command('advance')
    .description(
      zh ? '推进模拟服务的虚拟时间' : 'move the clock of a mock server on; all that is due happens',
    )
    .option('--by <duration>', zh ? '推进多久，如 PT6H、P1D' : 'so far, as PT6H or P1D', span)
    .option('--to <instant>', zh ? '推进至某时刻' : 'to this instant', instant)
    .option('--steps <number>', zh ? '推进若干步' : 'over so many things that are due', times)
    .option('--waybill <number>', zh ? '与 --until 同用' : 'with --until: the parcel that is meant')
    .option('--until <status>', zh ? '直至快件达到该状态' : 'until the parcel has this status')
    .option(
      '--play <factor>',
      zh
        ? '自动播放：x3600 为三千六百倍，off 停止'
        : 'from now on by itself: x3600 so many times as fast; off',
      playFactor,
    )
    .addHelpText(
      'after',
      examples(language, [
        ['openwaybill advance --by PT6H', { en: 'six hours', zh: '六小时' }],
        [
          'openwaybill advance --waybill ZZ010000000016 --until DELIVERED',
          { en: 'until it is there', zh: '直至签收' },
        ],
        ['openwaybill advance --play x3600', { en: 'an hour a second', zh: '每秒一小时' }],
      ]),
    );
  withMock(command as unknown as Command, language);
  command.action(async (options) => {
    const { advance } = await import('../commands/advance.ts');
    const own = defined(options as typeof options & MockValues);
    finish(await advance({ ...common(), ...own }, io));
  });
};

const fault: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  const group = program
    .command('fault')
    .description(
      zh
        ? '让模拟服务的对方遇到网络、负载与伪造等干扰'
        : 'make callers and receivers of a mock server meet disturbances',
    );
  const add = group
    .command('add')
    .description(zh ? '添加干扰' : 'add disturbances')
    .argument('<kinds>', zh ? '种类，以逗号分隔' : 'kinds, between commas', listed)
    .option('--on <name>', zh ? '操作或事件类型' : 'an operation, or a type of events')
    .option('--waybill <number>', zh ? '仅此运单' : 'this waybill alone')
    .option('--nth <number>', zh ? '自第几次起' : 'from this one of all that match on', times)
    .option('--times <number>', zh ? '次数（默认不限）' : 'how often (default: always)', times)
    .option('--rate <share>', zh ? '比例，如 0.2' : 'which share of them, as 0.2', share)
    .option(
      '--rule-seed <number>',
      zh ? '比例所用的种子' : 'seed by which the share is drawn',
      whole,
    )
    .option(
      '--with <setting...>',
      zh ? '设置，如 status=503' : 'settings of the kind, as status=503',
    )
    .addHelpText(
      'after',
      examples(language, [
        [
          'openwaybill fault add commit-then-drop --on create-waybill --times 1',
          { en: 'done, and its answer lost', zh: '已完成但应答丢失' },
        ],
        [
          'openwaybill fault add duplicate,reorder --on tracking.event.recorded',
          { en: 'twice, and in another order', zh: '重复且乱序' },
        ],
        [
          'openwaybill fault add status --with status=503 retry-after=5',
          { en: 'no service', zh: '服务不可用' },
        ],
      ]),
    );
  withMock(add as unknown as Command, language);
  add.action(async (kinds, options) => {
    const { fault } = await import('../commands/fault.ts');
    const own = { ...common(), ...(defined(options) as typeof options & MockValues) };
    finish(await fault({ ...defined(own), verb: 'add', kinds }, io));
  });
  const list = group.command('list').description(zh ? '列出干扰' : 'list them');
  withMock(list as unknown as Command, language);
  list.action(async (options) => {
    const { fault } = await import('../commands/fault.ts');
    finish(await fault({ ...common(), ...defined(options as MockValues), verb: 'list' }, io));
  });
  const clear = group
    .command('clear')
    .description(zh ? '清除一项或全部干扰' : 'end one of them, or all')
    .argument('[id]', zh ? '干扰的标识' : 'id of the disturbance');
  withMock(clear as unknown as Command, language);
  clear.action(async (id, options) => {
    const { fault } = await import('../commands/fault.ts');
    finish(
      await fault(
        {
          ...common(),
          ...defined(options as MockValues),
          verb: 'clear',
          ...(id === undefined ? {} : { id }),
        },
        io,
      ),
    );
  });
};

const listen: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  const command = program
    .command('listen')
    .description(
      zh ? '将模拟服务的事件转发至本机' : 'forward the events of a mock server to this machine',
    )
    .option(
      '--forward-to <url>',
      zh ? '接收地址（默认在此确认）' : 'your receiver (default: acknowledged here)',
      webAddress,
    )
    .option(
      '--events <types>',
      zh ? '事件类型，以逗号分隔（默认全部）' : 'types of events, between commas (default: all)',
      listed,
    )
    .option('--print', zh ? '输出事件正文' : 'print the events too', false)
    .addHelpText(
      'after',
      examples(language, [
        [
          'openwaybill listen --forward-to http://localhost:3000/hooks',
          { en: 'signed, byte for byte', zh: '逐字节转发，签名不变' },
        ],
        [
          'openwaybill listen --events tracking.event.recorded --print',
          { en: 'look at them', zh: '查看事件' },
        ],
      ]),
    );
  withMock(command as unknown as Command, language);
  command.action(async (options) => {
    const { listen } = await import('../commands/listen.ts');
    const own = defined(options as typeof options & MockValues);
    finish(await listen({ ...common(), ...own }, io));
  });
};

const replay: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  const command = program
    .command('replay')
    .description(zh ? '重新发送已存事件' : 'send stored events once more')
    .argument('[eventId]', zh ? '事件标识' : 'id of an event')
    .option('--from <cursor>', zh ? '游标之后的全部事件' : 'all events after a cursor')
    .option('--waybill <number>', zh ? '某运单的全部事件' : 'all events of a waybill')
    .option('--times <number>', zh ? '次数' : 'how often', times, 1)
    .addOption(
      new Option('--mutate <how>', zh ? '伪造、过期或重复' : 'forged, too old, or twice').choices([
        'forge',
        'stale',
        'duplicate',
      ] as const),
    )
    .addHelpText(
      'after',
      examples(language, [
        ['openwaybill replay --waybill ZZ010000000016', { en: 'a parcel again', zh: '重发一件' }],
        [
          'openwaybill replay msg_0190d2d000007000 --mutate forge',
          { en: 'is it refused?', zh: '是否被拒绝？' },
        ],
      ]),
    );
  withMock(command as unknown as Command, language);
  command.action(async (eventId, options) => {
    const { replay } = await import('../commands/replay.ts');
    const own = defined(options as typeof options & MockValues);
    finish(
      await replay({ ...common(), ...own, ...(eventId === undefined ? {} : { eventId }) }, io),
    );
  });
};

/** Commands about a mock server that runs. */
export const sandboxCommands: readonly Declaration[] = [advance, fault, listen, replay];
