import type { Registry, Text } from '@openwaybill/schemas';
import { describe, nearest, rules } from '@openwaybill/validate/light';
import { readClauses, traceOf } from '../clauses.ts';
import type { Common } from '../common.ts';
import { complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { Language } from '../language.ts';
import { standard } from '../standard/standard.ts';
import { columns } from '../table.ts';

export type ExplainOptions = Common & { readonly name: string };

/** What is known of a name: facts in pairs, then longer passages. */
type Explanation = {
  readonly kind: string;
  readonly name: string;
  readonly title: Text;
  readonly facts: readonly (readonly [Text, string])[];
  readonly passages: readonly (readonly [Text, string])[];
};

type Finder = (from: Registry, name: string, language: Language) => readonly Explanation[];

const FACT = {
  level: { en: 'level', zh: '级别' },
  roles: { en: 'binds', zh: '约束' },
  class: { en: 'class', zh: '一致性类' },
  clause: { en: 'clause', zh: '条款' },
  since: { en: 'since', zh: '自版本' },
  about: { en: 'about', zh: '关于' },
  module: { en: 'module', zh: '模块' },
  judged: { en: 'judged by', zh: '判定方式' },
  wire: { en: 'how it shows', zh: '如何体现' },
  status: { en: 'HTTP status', zh: 'HTTP 状态' },
  retry: { en: 'retryable', zh: '可重试' },
  when: { en: 'when', zh: '何时' },
  after: { en: 'after', zh: '之后' },
  call: { en: 'call', zh: '调用' },
  served: { en: 'served by', zh: '提供方' },
  called: { en: 'called by', zh: '调用方' },
  request: { en: 'request', zh: '请求' },
  answer: { en: 'answer', zh: '应答' },
  problems: { en: 'problems', zh: '问题码' },
  requirements: { en: 'requirements', zh: '要求' },
  lifecycle: { en: 'lifecycle', zh: '生命周期' },
  from: { en: 'from', zh: '发送方' },
  to: { en: 'to', zh: '接收方' },
  data: { en: 'payload', zh: '载荷' },
  members: { en: 'members', zh: '成员' },
  used: { en: 'used by', zh: '使用者' },
  example: { en: 'valid example', zh: '有效示例' },
  broken: { en: 'invalid example', zh: '无效示例' },
  codes: { en: 'codes', zh: '代码' },
  growth: { en: 'growth', zh: '扩展' },
  states: { en: 'states', zh: '状态' },
  transitions: { en: 'transitions', zh: '迁移' },
  list: { en: 'code list', zh: '代码表' },
  rank: { en: 'rank', zh: '次序' },
  type: { en: 'type', zh: '类型' },
  privacy: { en: 'privacy', zh: '隐私' },
  message: { en: 'what is wrong', zh: '问题' },
  hint: { en: 'what to do', zh: '处理' },
  asked: { en: 'what it asks of the exchange of data', zh: '对数据交换的要求' },
  document: { en: 'document', zh: '文件' },
  responsible: { en: 'responsible', zh: '责任部门' },
  modules: { en: 'answered by', zh: '对应模块' },
  outOfScope: { en: 'out of scope', zh: '不适用' },
  checked: { en: 'requirements with a check', zh: '有检查的要求' },
  excluded: { en: 'requirements without one, each for a reason', zh: '无检查的要求（各有理由）' },
} as const satisfies Record<string, Text>;

const pretty = (value: unknown): string => JSON.stringify(value, null, 2);

type Loose = Readonly<Record<string, unknown>>;

const titleOf = (schema: Loose): Text => ({
  en: String(schema.title ?? ''),
  zh: String(schema['x-title-zh'] ?? ''),
});

const descriptionOf = (schema: Loose): Text => ({
  en: String(schema.description ?? ''),
  zh: String(schema['x-description-zh'] ?? ''),
});

/** The name in an id. Schemas are asked for by name alone: most of them need not be read. */
const nameIn = ({ schemas }: Registry, id: unknown): string =>
  [...schemas.keys()].find((name) => String(id).endsWith(`/${name}.json`)) ?? '';

const schemaNamed = ({ schemas }: Registry, name: string) => {
  const own = [...schemas.keys()].find((one) => one.toLowerCase() === name.toLowerCase());
  return own === undefined ? undefined : schemas.get(own);
};

/** The type of a member in a word: the name of what it refers to, or its own type. */
const typeOf = (from: Registry, schema: Loose): string => {
  if (typeof schema.$ref === 'string') return nameIn(from, schema.$ref);
  if (schema.type === 'array') return `${typeOf(from, (schema.items ?? {}) as Loose)}[]`;
  return String(schema.type ?? 'object');
};

const membersOf = (schema: Loose, language: Language, from: Registry): string => {
  const properties = (schema.properties ?? {}) as Readonly<Record<string, Loose>>;
  const required = (schema.required ?? []) as readonly string[];
  return columns(
    Object.entries(properties).map(([name, member]) => {
      const target = from.schemas.get(typeOf(from, member).replace('[]', ''))?.schema;
      const title = titleOf(member.title === undefined ? ((target ?? {}) as Loose) : member);
      return [required.includes(name) ? name : `${name}?`, typeOf(from, member), title[language]];
    }),
  );
};

const requirement: Finder = ({ requirements }, name, language) =>
  requirements
    .filter(({ id }) => id === name.toUpperCase())
    .map((one) => ({
      kind: 'requirement',
      name: one.id,
      title: one.text,
      facts: [
        [FACT.level, one.level],
        [FACT.roles, `${one.roles === 'any' ? 'any' : one.roles.join(', ')} (${one.position})`],
        [FACT.class, one.class],
        [FACT.clause, one.clause],
        ...(one.about === undefined ? [] : ([[FACT.about, one.about]] as const)),
        [FACT.since, one.since],
        [FACT.judged, 'excluded' in one ? one.excluded.because : one.judgedBy],
        [FACT.wire, one.wire],
      ],
      passages: 'excluded' in one ? [[FACT.judged, one.excluded.why[language]] as const] : [],
    }));

const problem: Finder = ({ problems, operations }, name, language) => {
  const code = name.toUpperCase().replaceAll('-', '_');
  const found = Object.hasOwn(problems, code) ? problems[code] : undefined;
  if (found === undefined) return [];
  const named = operations.filter((one) => (one.problems as readonly string[]).includes(code));
  return [
    {
      kind: 'problem',
      name: code,
      title: found.title,
      facts: [
        [FACT.status, String(found.status)],
        [FACT.retry, String(found.retryable)],
        [FACT.when, found.when[language]],
        ...(found.after === undefined ? [] : ([[FACT.after, found.after[language]]] as const)),
        ...(named.length === 0
          ? []
          : ([[FACT.used, named.map((one) => one.name).join(', ')]] as const)),
      ],
      passages: [],
    },
  ];
};

const operation: Finder = (from, name, language) =>
  from.operations
    .filter((one) => one.name === name || one.operationId === name)
    .map((one) => ({
      kind: 'operation',
      name: one.name,
      title: one.title,
      facts: [
        [FACT.call, `${one.method} ${one.path}`],
        [FACT.module, one.module],
        [FACT.served, one.servedBy.join(', ')],
        [FACT.called, one.calledBy.join(', ')],
        ...(one.request === undefined
          ? []
          : ([[FACT.request, nameIn(from, one.request.$id)]] as const)),
        [
          FACT.answer,
          `${one.answer.status}${one.answer.body === undefined ? '' : ` ${nameIn(from, one.answer.body.$id)}`}`,
        ],
        ...(one.lifecycle === undefined ? [] : ([[FACT.lifecycle, one.lifecycle]] as const)),
        ...(one.problems.length === 0 ? [] : ([[FACT.problems, one.problems.join(', ')]] as const)),
        ...(one.requirements.length === 0
          ? []
          : ([[FACT.requirements, one.requirements.map(({ id }) => id).join(', ')]] as const)),
      ],
      passages: one.description === undefined ? [] : [[FACT.when, one.description[language]]],
    }));

const event: Finder = (from, name, language) =>
  from.events
    .filter(({ type }) => type === name || type === `org.openwaybill.${name}`)
    .map((one) => ({
      kind: 'event',
      name: one.type,
      title: one.title,
      facts: [
        [FACT.module, one.module],
        [FACT.from, one.from.join(', ')],
        [FACT.to, one.to.join(', ')],
        [FACT.data, nameIn(from, one.data.$id)],
        ...(one.requirements.length === 0
          ? []
          : ([[FACT.requirements, one.requirements.map(({ id }) => id).join(', ')]] as const)),
      ],
      passages: one.description === undefined ? [] : [[FACT.when, one.description[language]]],
    }));

const codeList: Finder = ({ codeLists, schemas }, name, language) =>
  codeLists
    .filter((one) => one.name.toLowerCase() === name.toLowerCase().replaceAll('-', ''))
    .map((one) => ({
      kind: 'code list',
      name: one.name,
      title: one.title,
      facts: [
        [FACT.module, one.module],
        [FACT.since, one.version],
        [FACT.growth, one.growth === 'closed' ? 'closed' : `fallback ${one.growth.fallback}`],
        [
          FACT.used,
          [...schemas.values()]
            .filter(
              ({ schema }) =>
                schema.type === 'object' && JSON.stringify(schema).includes(`/${one.name}.json"`),
            )
            .map((user) => user.name)
            .join(', '),
        ],
      ],
      passages: [
        [
          FACT.codes,
          columns(Object.entries(one.codes).map(([code, words]) => [code, words[language]])),
        ],
      ],
    }));

const code: Finder = ({ codeLists }, name, language) =>
  codeLists.flatMap((one) => {
    const codes = Object.entries(one.codes as Readonly<Record<string, Text & Loose>>);
    const found = codes.find(([code]) => code.toLowerCase() === name.toLowerCase());
    if (found === undefined) return [];
    const [code, { en, zh, definition, ...more }] = found;
    return [
      {
        kind: 'code',
        name: code,
        title: { en, zh },
        facts: [
          [FACT.list, `${one.name} (${one.title[language]})`],
          ...Object.entries(more).map(
            ([fact, value]) =>
              [
                { en: fact, zh: fact },
                typeof value === 'string' ? value : JSON.stringify(value),
              ] as const,
          ),
        ],
        passages:
          definition === undefined ? [] : [[FACT.when, (definition as Text)[language]] as const],
      },
    ];
  });

const message: Finder = (from, name, language) => {
  const { schemas, operations, events, codeLists } = from;
  const found = schemaNamed(from, name);
  if (found === undefined || codeLists.some((one) => one.name === found.name)) return [];
  const schema = found.schema as Loose;
  const users = [
    ...operations
      .filter(({ request, answer }) => request === found.schema || answer.body === found.schema)
      .map((one) => one.name),
    ...events.filter(({ data }) => data === found.schema).map(({ type }) => type),
    ...[...schemas.values()]
      .filter((one) => one !== found && JSON.stringify(one.schema).includes(`/${found.name}.json"`))
      .map((one) => one.name),
  ];
  const [valid] = Object.entries(found.examples.valid);
  const [invalid] = Object.entries(found.examples.invalid);
  const members = membersOf(schema, language, from);
  return [
    {
      kind: 'message',
      name: found.name,
      title: titleOf(schema),
      facts: [
        [FACT.module, found.module],
        [FACT.type, typeOf(from, schema)],
        ...(schema['x-privacy'] === undefined
          ? []
          : ([[FACT.privacy, JSON.stringify(schema['x-privacy'])]] as const)),
        ...(typeof schema.pattern === 'string'
          ? ([[{ en: 'pattern', zh: '格式' }, schema.pattern]] as const)
          : []),
        ...(users.length === 0 ? [] : ([[FACT.used, users.join(', ')]] as const)),
      ],
      passages: [
        [FACT.when, descriptionOf(schema)[language]],
        ...(members === '' ? [] : ([[FACT.members, members]] as const)),
        ...(valid === undefined
          ? []
          : ([[FACT.example, `${valid[0]}\n${pretty(valid[1])}`]] as const)),
        ...(invalid === undefined
          ? []
          : ([
              [
                FACT.broken,
                `${invalid[0]}: ${invalid[1].breaks.pointer || '/'} ${invalid[1].breaks.rule}\n${pretty(invalid[1].value)}`,
              ],
            ] as const)),
      ],
    },
  ];
};

/** `Waybill.routing`, and members of parts below it. */
const property: Finder = (from, name, language) => {
  const [owner = '', ...steps] = name.split('.');
  const start = schemaNamed(from, owner);
  if (start === undefined || steps.length === 0) return [];
  let schema = start.schema as Loose;
  for (const step of steps) {
    const named = from.schemas.get(typeOf(from, schema).replace('[]', ''))?.schema as
      | Loose
      | undefined;
    const parts = (named ?? (schema.items as Loose | undefined) ?? schema).properties as
      | Readonly<Record<string, Loose>>
      | undefined;
    const next = parts?.[step];
    if (next === undefined) return [];
    schema = next;
  }
  const target = (from.schemas.get(typeOf(from, schema).replace('[]', ''))?.schema ?? {}) as Loose;
  const worded = schema.title === undefined ? target : schema;
  const privacy = schema['x-privacy'] ?? target['x-privacy'];
  return [
    {
      kind: 'property',
      name: [start.name, ...steps].join('.'),
      title: titleOf(worded),
      facts: [
        [FACT.type, typeOf(from, schema)],
        ...(privacy === undefined ? [] : ([[FACT.privacy, JSON.stringify(privacy)]] as const)),
      ],
      passages: [[FACT.when, descriptionOf(worded)[language]]],
    },
  ];
};

const lifecycle: Finder = ({ lifecycles }, name, language) =>
  lifecycles
    .filter(({ entity }) => entity === name)
    .map((one) => ({
      kind: 'lifecycle',
      name: one.entity,
      title: one.title,
      facts: [[FACT.module, one.module]],
      passages: [
        [
          FACT.states,
          columns(
            Object.entries(one.states).map(([state, { en, zh, terminal }]) => [
              state,
              { en, zh }[language],
              terminal ? '■' : '',
            ]),
          ),
        ],
        [
          FACT.transitions,
          columns(
            one.transitions.map(({ kind, on, from, to }) => [
              kind,
              on,
              from.length === 0 ? '∅' : from.join(' | '),
              `→ ${to}`,
            ]),
          ),
        ],
      ],
    }));

const module: Finder = (from, name, language) =>
  from.modules
    .filter((one) => one.name === name || one.prefix === name.toUpperCase())
    .map((one) => ({
      kind: 'module',
      name: one.name,
      title: one.title,
      facts: [
        [FACT.class, one.conformanceClass],
        [FACT.clause, one.clauses.join(', ')],
        [{ en: 'prefix', zh: '编号前缀' }, one.prefix],
        [
          { en: 'operations', zh: '操作' },
          from.operations
            .filter((each) => each.module === name)
            .map((each) => each.name)
            .join(', '),
        ],
        [
          { en: 'events', zh: '事件' },
          from.events
            .filter((each) => each.module === name)
            .map(({ type }) => type.replace('org.openwaybill.', ''))
            .join(', '),
        ],
        [
          FACT.requirements,
          String(from.requirements.filter((each) => each.module === one.name).length),
        ],
      ],
      passages: [[FACT.when, one.description[language]]],
    }));

const concern: Finder = (from, name, language) =>
  from.concerns
    .filter(
      (one) => one.name === name || one.prefixes.some((prefix) => prefix === name.toUpperCase()),
    )
    .map((one) => ({
      kind: 'concern',
      name: one.name,
      title: one.title,
      facts: [
        [FACT.clause, one.clauses.join(', ')],
        [{ en: 'prefixes', zh: '编号前缀' }, one.prefixes.join(', ')],
        [
          FACT.requirements,
          String(from.requirements.filter((each) => each.module === one.name).length),
        ],
      ],
      passages: [[FACT.when, one.description[language]]],
    }));

/** A rule of the judge: a rule beyond the schema, a keyword of JSON Schema, or a fault of the bytes. */
const rule: Finder = (_from, name, language) => {
  const named = rules.find((one) => one.id === name || one.name === name);
  const words =
    named === undefined
      ? describe({ pointer: '', rule: name, params: {} }, language)
      : { message: named.text[language], hint: named.hint[language] };
  if (words.message === name) return [];
  return [
    {
      kind: 'rule',
      name,
      title: { en: 'Rule of the judge', zh: '校验规则' },
      facts: [
        [FACT.message, words.message],
        ...(words.hint === undefined ? [] : ([[FACT.hint, words.hint]] as const)),
        ...(named === undefined ? [] : ([[FACT.problems, named.problem]] as const)),
      ],
      passages: [],
    },
  ];
};

const FINDERS: readonly Finder[] = [
  requirement,
  problem,
  operation,
  event,
  module,
  concern,
  codeList,
  message,
  property,
  lifecycle,
  code,
  rule,
];

const CLAUSE = /^(?:SC|DL)-[A-Z0-9]+$/;

/** A clause of the policy, with everything of the standard that answers it. */
const clause = async (
  from: Registry,
  name: string,
  language: Language,
  io: Io,
): Promise<readonly Explanation[]> => {
  if (!CLAUSE.test(name.toUpperCase())) return [];
  const { clauses, documents, departments } = await readClauses(io);
  return clauses
    .filter(({ id }) => id === name.toUpperCase())
    .map(({ id, document, number, title, summary, responsible, outOfScope }) => {
      const { modules, requirements, checked } = traceOf(from, id);
      const source = documents.find((one) => one.id === document);
      const unchecked = requirements.filter((one) => !checked.includes(one));
      return {
        kind: 'clause',
        name: id,
        title,
        facts: [
          [FACT.document, `${source?.title[language]}, ${source?.reference}, ${number}`],
          ...(modules.length === 0 ? [] : ([[FACT.modules, modules.join(', ')]] as const)),
        ],
        passages: [
          [FACT.asked, summary[language]],
          [
            FACT.responsible,
            responsible
              .map(({ task, departments: names }) =>
                [
                  names.map((one) => departments[one]?.[language] ?? one).join(', '),
                  ...(task === undefined ? [] : [task[language]]),
                ].join(': '),
              )
              .join('\n'),
          ],
          [FACT.outOfScope, outOfScope?.[language] ?? ''],
          [FACT.checked, checked.join(', ')],
          [FACT.excluded, unchecked.join(', ')],
        ],
      };
    });
};

const allNames = (from: Registry): readonly string[] => [
  ...from.requirements.map(({ id }) => id),
  ...Object.keys(from.problems),
  ...from.operations.flatMap((one) => [one.name, one.operationId]),
  ...from.events.map(({ type }) => type),
  ...from.schemas.keys(),
  ...from.modules.map(({ name }) => name),
  ...from.codeLists.flatMap(({ codes }) => Object.keys(codes)),
];

const shown = (one: Explanation, language: Language): string =>
  [
    `${one.name}  ${one.title[language]}`,
    columns(one.facts.map(([label, value]) => [`  ${label[language]}`, value])),
    ...one.passages
      .filter(([, text]) => text !== '')
      .map(([label, text]) => `\n  ${label[language]}\n${text.replace(/^/gm, '    ')}`),
  ]
    .filter((part) => part !== '')
    .join('\n');

/** Tells all that the standard says about a name. */
export const explain = async (options: ExplainOptions, io: Io): Promise<ExitCode> => {
  const { name, language } = options;
  const registry = standard();
  const found = [
    ...FINDERS.flatMap((finder) => finder(registry, name, language)),
    ...(await clause(registry, name, language, io)),
  ];
  if (found.length === 0) {
    const meant = nearest(name, allNames(registry));
    return complain(io, options, {
      code: EXIT.usage,
      seen: { en: `the standard has no ${name}`, zh: `标准中没有 ${name}` },
      wanted: {
        en: 'an id, rule, problem, operation, message, event, code or clause is needed',
        zh: '需要要求编号、规则、问题码、操作、消息、事件、代码或条款',
      },
      remedy:
        meant === undefined
          ? { en: 'openwaybill list shows what there is', zh: '用 openwaybill list 查看全部' }
          : { en: `write ${meant}, if you meant that`, zh: `若是 ${meant}，请改用此名` },
    });
  }
  if (options.json)
    io.out(
      JSON.stringify(
        found.map(({ facts, passages, ...one }) => ({
          ...one,
          facts: Object.fromEntries(
            [...facts, ...passages].map(([label, value]) => [label.en, value]),
          ),
        })),
      ),
    );
  else io.out(found.map((one) => shown(one, language)).join('\n\n'));
  return EXIT.ok;
};
