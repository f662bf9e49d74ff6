import { type ProblemCode, problemSetOf, type Role, wordNameOf } from '@openwaybill/schemas';
import type { JsonSchema } from '@openwaybill/validate/light';
import type { Change, Party } from './change.ts';
import { compareUnnamed } from './compare-schemas.ts';
import type { Contract, ContractOperation } from './contract.ts';
import { endsOf } from './exchanges.ts';
import { hurtIn } from './hurt-in.ts';
import { type RuleId, ruleOf } from './rules.ts';
import { added, fromTo, isSame, matched, ofWords, removed } from './words.ts';

type Sides = { readonly before: Contract; readonly now: Contract };

const subjectOf = ({ name }: ContractOperation): Change['subject'] => ({ kind: 'operation', name });
const routeOf = ({ method, path }: ContractOperation): string => `${method} ${path}`;
const classOf = (operation: ContractOperation, contract: Contract): string =>
  operation.class ??
  contract.modules.find(({ name }) => name === operation.module)?.conformanceClass ??
  'core';

/** Every class that a contract knows. */
export const classesOf = (contract: Contract): ReadonlySet<string> =>
  new Set([
    ...contract.modules.map(({ conformanceClass }) => conformanceClass),
    ...contract.operations.flatMap(({ class: own }) => (own === undefined ? [] : [own])),
  ]);

const only = (party: Party, roles: readonly Role[]): Party => ({ ...party, roles });

/**
 * Whether a new operation binds those who conform already: a MUST of the server that holds for whoever claims a class
 * that there was, and not only for who offers the operation.
 */
const isMandatory = (operation: ContractOperation, { before, now }: Sides): boolean =>
  classesOf(before).has(classOf(operation, now)) &&
  now.requirements.some(
    ({ id, level, position, when }) =>
      operation.requirements.includes(id) &&
      level.startsWith('MUST') &&
      position === 'server' &&
      !JSON.stringify(when ?? {}).includes(`"offers":"${operation.operationId}"`),
  );

const come = (operation: ContractOperation, sides: Sides): Change => {
  const mandatory = isMandatory(operation, sides);
  return {
    rule: mandatory ? 'CMP-051' : 'CMP-050',
    subject: subjectOf(operation),
    pointer: '',
    what: added(routeOf(operation)),
    hurt: mandatory ? [endsOf(operation).server] : [],
    ...(mandatory ? { shown: `${routeOf(operation)} -> 404` } : {}),
  };
};

const gone = (operation: ContractOperation): Change => ({
  rule: 'CMP-052',
  subject: subjectOf(operation),
  pointer: '',
  what: removed(routeOf(operation)),
  hurt: [endsOf(operation).caller],
  shown: `${routeOf(operation)} -> 404`,
});

type Sentence = Omit<Change, 'subject' | 'pointer'>;

const compareRoles = (before: ContractOperation, now: ContractOperation): readonly Sentence[] =>
  (['servedBy', 'calledBy'] as const).flatMap((side): readonly Sentence[] => {
    const { gone: left, come: joined } = matched<Role>(before[side], now[side], (role) => role);
    const serves = side === 'servedBy';
    const party = serves ? endsOf(now).server : endsOf(now).caller;
    const text = (roles: readonly Role[]): string => `${side} ${roles.join(', ')}`;
    return [
      ...(joined.length === 0
        ? []
        : [
            {
              // who has to serve what it did not is hurt; who may call what it could not is not
              rule: serves ? ('CMP-051' as const) : ('CMP-050' as const),
              at: side,
              what: added(text(joined)),
              hurt: serves ? [only(party, joined)] : [],
              ...(serves ? { shown: `${routeOf(now)} -> 404` } : {}),
            },
          ]),
      ...(left.length === 0
        ? []
        : [
            {
              rule: 'CMP-052' as const,
              at: side,
              what: removed(text(left)),
              hurt: serves ? [endsOf(before).caller] : [only(endsOf(before).caller, left)],
              shown: `${routeOf(before)} -> ${serves ? '404' : '403'}`,
            },
          ]),
    ];
  });

const compareStatuses = (
  before: ContractOperation,
  now: ContractOperation,
): readonly Sentence[] => {
  const statusesOf = ({ answer }: ContractOperation): readonly string[] =>
    [answer.status, ...(answer.also ?? [])].map(String);
  const { caller } = endsOf(before);
  const { gone: left, come: joined } = matched(statusesOf(before), statusesOf(now), (one) => one);
  return [
    ...joined.map(
      (status): Sentence => ({
        rule: 'CMP-056',
        at: status,
        what: added(status),
        hurt: [caller],
        shown: `${routeOf(now)} -> ${status}`,
      }),
    ),
    ...left.map(
      (status): Sentence => ({
        rule: 'CMP-052',
        at: status,
        what: removed(status),
        hurt: [caller],
        shown: `${routeOf(before)} !-> ${status}`,
      }),
    ),
  ];
};

const compareBodies = (
  before: ContractOperation,
  now: ContractOperation,
  sides: Sides,
): readonly Change[] => {
  const { caller, server } = endsOf(before);
  const parts = [
    ['request', before.request, now.request, caller, server],
    ['answer', before.answer.body, now.answer.body, server, caller],
  ] as const;
  return parts.flatMap(([part, old, young, sender, receiver]): readonly Change[] => {
    if (old === young) return [];
    const place = { subject: subjectOf(now), pointer: `/${part}` };
    if (old === undefined)
      return [
        {
          rule: part === 'request' ? 'CMP-002' : 'CMP-001',
          ...place,
          what: added(`${part} ${young}`),
          hurt: part === 'request' ? [sender] : [],
          shown: `${routeOf(before)} {} -> 422`,
        },
      ];
    if (young === undefined)
      return [
        {
          rule: part === 'answer' ? 'CMP-006' : 'CMP-005',
          ...place,
          what: removed(`${part} ${old}`),
          hurt: [receiver],
          shown: `${routeOf(now)} -> {}`,
        },
      ];
    const [was, is] = [sides.before.schemas[old], sides.now.schemas[young]];
    if (was === undefined || is === undefined) return [];
    const changes = compareUnnamed(was.schema, is.schema, place, sides);
    return [
      {
        rule: 'CMP-055',
        ...place,
        what: fromTo(part, old, young),
        hurt: [caller, server],
      },
      ...changes.map((change) => ({ ...change, hurt: hurtOf(change.rule, sender, receiver) })),
    ];
  });
};

/** Who is hurt in a body or parameter that is compared where it stands. */
const hurtOf = (rule: RuleId, sender: Party, receiver: Party): readonly Party[] =>
  hurtIn(ruleOf(rule).hurt, { sender, receiver });

type Parameter = {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly isRequired: boolean;
};

/** Query parameters, and the key of idempotency, which follows from the method. */
const parametersOf = (operation: ContractOperation): readonly Parameter[] => [
  ...Object.entries(operation.query ?? {}).map(([name, schema]) => ({
    name: `?${name}`,
    schema,
    isRequired: operation.requiredQuery?.includes(name) === true,
  })),
  ...(operation.method === 'POST' && operation.idempotencyKey !== 'none'
    ? [{ name: 'Idempotency-Key', schema: {}, isRequired: true }]
    : []),
];

const compareParameters = (
  before: ContractOperation,
  now: ContractOperation,
  sides: Sides,
): readonly Change[] => {
  const { caller, server } = endsOf(now);
  const pairs = matched(parametersOf(before), parametersOf(now), ({ name }) => name);
  const place = (name: string) => ({ subject: subjectOf(now), pointer: `/${name}`, at: name });
  const without = (name: string): string => `${routeOf(now)} (-${name}) -> 400`;
  return [
    ...pairs.come.map(
      ({ name, isRequired }): Change => ({
        rule: isRequired ? 'CMP-053' : 'CMP-054',
        ...place(name),
        what: added(name),
        hurt: isRequired ? [caller] : [],
        ...(isRequired ? { shown: without(name) } : {}),
      }),
    ),
    ...pairs.gone.map(
      ({ name, isRequired }): Change => ({
        rule: isRequired ? 'CMP-006' : 'CMP-005',
        ...place(name),
        what: removed(name),
        hurt: [server],
        ...(isRequired ? { shown: without(name) } : {}),
      }),
    ),
    ...pairs.kept.flatMap(([old, young]): readonly Change[] => [
      ...(old.isRequired === young.isRequired
        ? []
        : [
            {
              rule: young.isRequired ? ('CMP-053' as const) : ('CMP-003' as const),
              ...place(young.name),
              what: young.isRequired
                ? { en: `${young.name} becomes required`, zh: `${young.name} 改为必填` }
                : { en: `${young.name} becomes optional`, zh: `${young.name} 改为可选` },
              hurt: young.isRequired ? [caller] : [server],
              shown: without(young.name),
            },
          ]),
      ...compareUnnamed(
        old.schema,
        young.schema,
        { subject: subjectOf(now), pointer: `/${young.name}` },
        sides,
      ).map((change) => ({ ...change, hurt: hurtOf(change.rule, caller, server) })),
    ]),
  ];
};

const compareProblems = (
  before: ContractOperation,
  now: ContractOperation,
  sides: Sides,
): readonly Sentence[] => {
  const codesOf = (operation: ContractOperation, contract: Contract): readonly string[] =>
    [
      ...new Set<string>([
        ...problemSetOf({ ...operation, request: operation.request as never, problems: [] }),
        ...operation.problems,
      ]),
    ].filter((code) => code in contract.problems);
  const statusOf = (code: string): number | undefined =>
    (sides.now.problems[code] ?? sides.before.problems[code])?.status;
  const old = codesOf(before, sides.before);
  const pairs = matched(old, codesOf(now, sides.now), (code) => code);
  const statuses = old.map(statusOf);
  const { caller } = endsOf(before);
  return [
    ...pairs.come.map(
      (code): Sentence => ({
        rule: statuses.includes(statusOf(code)) ? 'CMP-060' : 'CMP-061',
        at: code,
        what: added(`${statusOf(code)} ${code}`),
        hurt: [],
      }),
    ),
    // one that left the table is told there
    ...pairs.gone
      .filter((code) => code in sides.now.problems)
      .map(
        (code): Sentence => ({
          rule: 'CMP-063',
          at: code,
          what: removed(code as ProblemCode),
          hurt: [caller],
        }),
      ),
  ];
};

const compareAccess = (before: ContractOperation, now: ContractOperation): readonly Sentence[] => {
  const { caller, server } = endsOf(now);
  const sentence = (
    rule: RuleId,
    at: 'token' | 'agreement' | 'noStore',
    hurt: readonly Party[],
    more: Partial<Sentence> = {},
  ): readonly Sentence[] =>
    isSame(before[at], now[at])
      ? []
      : [
          {
            rule,
            at,
            what: fromTo(at, before[at] ?? 'required', now[at] ?? 'required'),
            hurt,
            ...more,
          },
        ];
  return [
    ...sentence('CMP-090', 'token', [caller, server], {
      shown: `${routeOf(now)} (-Authorization) -> 401`,
    }),
    ...sentence(now.agreement === 'none' ? 'CMP-082' : 'CMP-080', 'agreement', [caller]),
    ...sentence(now.noStore === true ? 'CMP-101' : 'CMP-100', 'noStore', []),
  ];
};

const compareOne = (
  before: ContractOperation,
  now: ContractOperation,
  sides: Sides,
): readonly Change[] => {
  const subject = subjectOf(now);
  const { caller, server } = endsOf(now);
  const moved: readonly Sentence[] =
    routeOf(before) === routeOf(now)
      ? []
      : [
          {
            rule: 'CMP-057',
            at: 'path',
            what: fromTo('', routeOf(before), routeOf(now)),
            hurt: [caller, server],
            shown: `${routeOf(before)} -> 404`,
          },
        ];
  const renamed: readonly Sentence[] =
    before.operationId === now.operationId
      ? []
      : [
          {
            rule: 'CMP-055',
            at: 'operationId',
            what: fromTo('operationId', before.operationId, now.operationId),
            hurt: [caller, server],
          },
        ];
  const deprecated: readonly Sentence[] =
    before.deprecated !== true && now.deprecated === true
      ? [{ rule: 'CMP-023', at: 'deprecated', what: { en: 'deprecated', zh: '弃用' }, hurt: [] }]
      : [];
  const words = ({ title, description, lifecycle }: ContractOperation): unknown => [
    title,
    description,
    lifecycle,
  ];
  return [
    ...[
      ...moved,
      ...renamed,
      ...deprecated,
      ...compareRoles(before, now),
      ...compareStatuses(before, now),
      ...compareAccess(before, now),
      ...compareProblems(before, now, sides),
    ].map((sentence): Change => ({ subject, pointer: '', ...sentence })),
    ...comparePathWords(before, now, sides),
    ...compareParameters(before, now, sides),
    ...compareBodies(before, now, sides),
    ...ofWords(subject, words(before), words(now)),
  ];
};

/** Parameters of one path whose words have other names are other parameters in generated code. */
const comparePathWords = (
  before: ContractOperation,
  now: ContractOperation,
  sides: Sides,
): readonly Change[] => {
  const wordOf = (parameter: string | undefined, contract: Contract): string | undefined =>
    parameter === undefined
      ? undefined
      : wordNameOf({ has: (name) => name in contract.schemas }, parameter);
  return now.pathParameters.flatMap((parameter, at) => {
    const old = wordOf(before.pathParameters[at], sides.before);
    const young = wordOf(parameter, sides.now);
    const [was, is] = [sides.before.schemas[old ?? ''], sides.now.schemas[young ?? '']];
    if (old === young || was === undefined || is === undefined) return [];
    const { caller, server } = endsOf(now);
    return compareUnnamed(
      was.schema,
      is.schema,
      { subject: subjectOf(now), pointer: `/{${parameter}}` },
      sides,
    ).map((change) => ({ ...change, hurt: hurtOf(change.rule, caller, server) }));
  });
};

/** What differs between the operations of two contracts. One of another name on the same route was renamed. */
export const compareOperations = (before: Contract, now: Contract): readonly Change[] => {
  const sides = { before, now };
  const pairs = matched(before.operations, now.operations, ({ name }) => name);
  const renamed = pairs.gone.flatMap((old) => {
    const young = pairs.come.find((one) => routeOf(one) === routeOf(old));
    return young === undefined ? [] : [[old, young] as const];
  });
  const isRenamed = (operation: ContractOperation): boolean =>
    renamed.some((pair) => pair.includes(operation));
  return [
    ...pairs.come.filter((one) => !isRenamed(one)).map((one) => come(one, sides)),
    ...pairs.gone.filter((one) => !isRenamed(one)).map(gone),
    ...[...pairs.kept, ...renamed].flatMap(([old, young]) => compareOne(old, young, sides)),
  ];
};
