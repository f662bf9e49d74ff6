import { LISTS, OTHER_PRODUCTS, PRODUCTS } from '../products.ts';
import { type Declaration, defined, examples } from './declare.ts';
import { lintCommand, publishCommand } from './releases.ts';

const generate: Declaration = (program, { io, language, lang, common, finish }) => {
  const zh = language === 'zh';
  program
    .command('generate')
    .description(
      zh
        ? '写出标准的产物，或检查它们是否最新'
        : 'write products of the standard, or check that they are up to date',
    )
    .argument('<what>', [...PRODUCTS, ...OTHER_PRODUCTS].join(', '))
    .option(
      '--out <folder>',
      zh
        ? '写入的文件夹（默认 schemas/published/next）'
        : 'where to write (default: schemas/published/next)',
    )
    .option(
      '--check',
      zh
        ? '只比较：列出每个过期、缺少、多余的文件'
        : 'only compare: list every stale, missing and extra file',
      false,
    )
    .option('--role <role>', zh ? '客户端一方的角色' : 'role that the client plays', 'platform')
    .option(
      '--modules <names>',
      zh
        ? '客户端只含这些模块（以逗号分隔）'
        : 'modules of the client, commas between (default: all)',
    )
    .addHelpText(
      'after',
      examples(language, [
        [
          'openwaybill generate all --check',
          { en: 'is the published contract up to date?', zh: '发布的契约是否最新？' },
        ],
        [
          'openwaybill generate openapi --out api',
          { en: 'the OpenAPI documents alone', zh: '只要 OpenAPI 文档' },
        ],
        [
          'openwaybill generate portal --out site',
          { en: 'the standard as a site of pages', zh: '标准的静态网站' },
        ],
        [
          'openwaybill generate client --lang ts --role platform --out src/openwaybill',
          { en: 'a typed client', zh: '类型化客户端' },
        ],
        [
          'openwaybill generate client --lang java --role platform --modules order,waybill --out client',
          { en: 'of two modules, in another language', zh: '只含两个模块的其他语言客户端' },
        ],
      ]),
    )
    .action(async (what, options) => {
      const { generateAny } = await import('../commands/generate-any.ts');
      finish(await generateAny({ ...common(), ...options, what, programming: lang() }, io));
    });
};

const list: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  program
    .command('list')
    .description(zh ? '列出标准的内容' : 'list what the standard has')
    .argument('<what>', LISTS.join(', '))
    .option('--module <name>', zh ? '只列此模块' : 'only of this module')
    .addHelpText(
      'after',
      examples(language, [
        [
          'openwaybill list operations --module waybill',
          { en: 'operations of one module', zh: '一个模块的操作' },
        ],
        [
          'openwaybill list clauses',
          {
            en: 'from each clause of the policy to modules, requirements and checks',
            zh: '从政策条款到模块、要求与检查',
          },
        ],
        ['openwaybill list code-lists --json', { en: 'for programs', zh: '供程序读取' }],
      ]),
    )
    .action(async (what, options) => {
      const { listAny } = await import('../commands/list.ts');
      finish(await listAny({ ...common(), ...options, what }, io));
    });
};

const explain: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  program
    .command('explain')
    .description(
      zh
        ? '说明要求、判例、规则、问题码、操作、消息、事件、代码、政策条款、场景或缺陷'
        : 'tell all about a requirement, case, rule, problem, operation, message, event, code, clause, scenario or fault',
    )
    .argument('<name>', zh ? '名称或编号' : 'name or id')
    .addHelpText(
      'after',
      examples(language, [
        ['openwaybill explain WBL-010', { en: 'a requirement', zh: '要求' }],
        ['openwaybill explain ORD-003/other-content', { en: 'a case of it', zh: '要求的判例' }],
        ['openwaybill explain STATE_ILLEGAL', { en: 'a problem', zh: '问题码' }],
        ['openwaybill explain cancel-waybill', { en: 'an operation', zh: '操作' }],
        ['openwaybill explain Waybill.routing', { en: 'a member of a message', zh: '消息的成员' }],
        [
          'openwaybill explain check-digit --lang zh',
          { en: 'a rule, in Chinese', zh: '校验规则（中文）' },
        ],
      ]),
    )
    .action(async (name) => {
      const { explain } = await import('../commands/explain.ts');
      finish(await explain({ ...common(), name }, io));
    });
};

type Kind = 'message' | 'operation' | 'event' | 'resource' | 'module';

const create: Declaration = (program, { io, language, common, finish }) => {
  const zh = language === 'zh';
  const parent = program
    .command('new')
    .helpCommand(false)
    .description(
      zh
        ? '在代码库中新建消息、操作、事件、资源或模块'
        : 'start a message, operation, event, resource or module in a clone',
    );
  const start = (kind: Kind, description: string) =>
    parent
      .command(kind)
      .description(description)
      .argument('<name>', zh ? '名称' : 'its name')
      .option('--root <folder>', zh ? '代码库' : 'the clone to work in', '.');
  const run = async (
    kind: Kind,
    name: string,
    options: { root: string; module?: string; prefix?: string; clause?: readonly string[] },
  ): Promise<void> => {
    const { create } = await import('../commands/new.ts');
    finish(await create({ ...common(), ...options, kind, name }, io));
  };
  const inModule: Readonly<Record<Exclude<Kind, 'module'>, string>> = {
    message: zh ? '新建消息：报文正文或共用类型' : 'a message: a body or shared type',
    operation: zh ? '新建操作及其请求与应答' : 'an operation, with its request and answer',
    event: zh ? '新建事件及其载荷' : 'an event, with its payload',
    resource: zh
      ? '新建资源：生命周期、创建、读取、列出、取消、事件与两条要求'
      : 'a resource: lifecycle, create, read, list, cancel, an event, two requirements',
  };
  for (const kind of ['message', 'operation', 'event', 'resource'] as const)
    start(kind, inModule[kind])
      .option('--module <name>', zh ? '所属模块' : 'the module that it belongs to')
      .action((name, options) => run(kind, name, options));
  start('module', zh ? '新建模块：标准的一章' : 'a module: a chapter of the standard')
    .option('--prefix <letters>', zh ? '要求编号前缀' : 'prefix of its requirement ids')
    .option('--clause <ids...>', zh ? '所对应的政策条款' : 'clauses of the policy that it answers')
    .action((name, options) => run('module', name, options));
  parent
    .command('key')
    .description(
      zh
        ? '新建签发符合性证明的密钥'
        : 'a key that signs conformance statements, with its public part',
    )
    .argument('<name>', zh ? '文件名' : 'name of its two files')
    .option('--party <id>', zh ? '密钥所属主体' : 'party that others trust it for')
    .action(async (name, options) => {
      const { newKey } = await import('../commands/new-key.ts');
      finish(await newKey({ ...common(), ...defined(options), name }, io));
    });
  parent.addHelpText(
    'after',
    examples(language, [
      [
        'openwaybill new message PickupSlot --module order',
        { en: 'schemas/src/order/pickup-slot.ts', zh: 'schemas/src/order/pickup-slot.ts' },
      ],
      [
        'openwaybill new module fitting --prefix FIT --clause SC-11',
        { en: 'a chapter, listed wherever modules are', zh: '新的一章，并列入各处模块清单' },
      ],
      [
        'openwaybill new resource fitting --module fitting',
        { en: 'the mock server serves it at once', zh: '模拟服务器随即可提供服务' },
      ],
      [
        'openwaybill new operation book-pickup --module order',
        { en: 'with its request and answer', zh: '含请求与应答' },
      ],
      [
        'openwaybill new event pickup.booked --module order',
        { en: 'org.openwaybill.order.pickup.booked', zh: 'org.openwaybill.order.pickup.booked' },
      ],
      [
        'openwaybill new key issuer --party LAB1',
        { en: 'issuer.jwk and issuer.public.json', zh: 'issuer.jwk 与 issuer.public.json' },
      ],
    ]),
  );
};

/** Commands about the standard itself. */
export const standardCommands: Declaration = (program, setting) => {
  program.commandsGroup(setting.language === 'zh' ? '标准：' : 'The standard:');
  for (const declare of [generate, lintCommand, publishCommand, list, explain, create])
    declare(program, setting);
};
