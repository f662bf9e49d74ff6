import { nameIn } from '@openwaybill/schemas';
import { type JsonSchema, stepOf } from '@openwaybill/validate/light';
import type { Change } from './change.ts';
import { compareConstraints } from './compare-constraints.ts';
import { compareMembers, membersOf } from './compare-members.ts';
import { comparePrivacy } from './compare-privacy.ts';
import { compareValues } from './compare-values.ts';
import { type Contract, resolved } from './contract.ts';
import { added, fromTo, isSame, ofWords, removed } from './words.ts';

type Place = Pick<Change, 'subject' | 'pointer'>;

/** Both contracts, for what the nodes refer to. */
type Sides = { readonly before: Contract; readonly now: Contract };

/** Keywords that are there to be read; the words of codes are compared with their lists. */
const isWord = (keyword: string): boolean =>
  ['title', 'description', 'examples', 'x-source', 'x-clause'].includes(keyword) ||
  /^x-(title|description)-/.test(keyword);

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Whether the words differ of any place that both have. A member may have the name of a keyword; it is no text. */
const haveOtherWords = (before: unknown, now: unknown): boolean =>
  isTable(before) &&
  isTable(now) &&
  [...new Set([...Object.keys(before), ...Object.keys(now)])].some((key) => {
    const [old, young] = [before[key], now[key]];
    return isWord(key) && !isTable(old) && !isTable(young)
      ? old !== young
      : key !== 'enum' && haveOtherWords(old, young);
  });

const typesOf = (schema: JsonSchema): readonly string[] => {
  const types = Array.isArray(schema.type) ? schema.type.map(String) : [String(schema.type)];
  return schema.nullable === true ? [...new Set([...types, 'null'])] : types;
};
const withoutNull = (types: readonly string[]): readonly string[] =>
  types.filter((type) => type !== 'null');

const compareTypes = (before: JsonSchema, now: JsonSchema, place: Place): readonly Change[] => {
  const [old, young] = [typesOf(before), typesOf(now)];
  const [wasNull, isNull] = [old, young].map((types) => types.includes('null'));
  return [
    ...(isSame(withoutNull(old), withoutNull(young))
      ? []
      : [
          {
            rule: 'CMP-010' as const,
            ...place,
            at: 'type',
            what: fromTo('type', before.type, now.type),
          },
        ]),
    ...(wasNull === isNull
      ? []
      : [
          {
            rule: isNull ? ('CMP-012' as const) : ('CMP-013' as const),
            ...place,
            at: 'null',
            what: isNull
              ? { en: 'null becomes allowed', zh: '允许 null' }
              : { en: 'null is not allowed any more', zh: '不再允许 null' },
          },
        ]),
  ];
};

/** What a branch of a union is known by: the schema that it refers to, or the value of the discriminator. */
const branchKey = (branch: JsonSchema, member: string): string =>
  typeof branch.$ref === 'string'
    ? nameIn(branch.$ref)
    : JSON.stringify(membersOf(branch)[member]?.const ?? membersOf(branch)[member]?.enum ?? branch);

type Discriminator = {
  readonly propertyName?: string;
  readonly mapping?: Readonly<Record<string, string>>;
};

const compareUnions = (
  before: JsonSchema,
  now: JsonSchema,
  place: Place,
  sides: Sides,
): readonly Change[] => {
  if (before.oneOf === undefined && now.oneOf === undefined) return [];
  if (before.oneOf === undefined || now.oneOf === undefined)
    return [
      { rule: 'CMP-010', ...place, at: 'oneOf', what: fromTo('oneOf', before.oneOf, now.oneOf) },
    ];
  const [oldTag, youngTag] = [before, now].map(
    (node) => (node.discriminator ?? {}) as Discriminator,
  );
  const tag = oldTag?.propertyName ?? '';
  const branches = (node: JsonSchema): ReadonlyMap<string, JsonSchema> =>
    new Map(
      (node.oneOf as readonly JsonSchema[]).map((branch) => [branchKey(branch, tag), branch]),
    );
  const [old, young] = [branches(before), branches(now)];
  const isOpen = before['x-extensible'] === true && now['x-extensible'] === true;
  const remapped = Object.entries(oldTag?.mapping ?? {}).filter(([code, id]) => {
    const other = youngTag?.mapping?.[code];
    return other !== undefined && nameIn(other) !== nameIn(id);
  });
  return [
    ...(oldTag?.propertyName === youngTag?.propertyName && remapped.length === 0
      ? []
      : [
          {
            rule: 'CMP-011' as const,
            ...place,
            at: 'discriminator',
            what: fromTo('discriminator', before.discriminator, now.discriminator),
          },
        ]),
    ...[...young.keys()]
      .filter((key) => !old.has(key))
      .map(
        (key): Change => ({
          rule: isOpen ? 'CMP-030' : 'CMP-031',
          ...place,
          at: `oneOf:${key}`,
          what: added(key),
        }),
      ),
    ...[...old.keys()]
      .filter((key) => !young.has(key))
      .map(
        (key): Change => ({
          rule: 'CMP-032',
          ...place,
          at: `oneOf:${key}`,
          what: removed(key),
        }),
      ),
    ...[...young].flatMap(([key, branch]) => {
      const other = old.get(key);
      return other === undefined ? [] : compareNodes(other, branch, place, sides);
    }),
  ];
};

/** Open objects take any member; how an open one is described may differ, too. */
const compareOpenness = (
  before: JsonSchema,
  now: JsonSchema,
  place: Place,
  sides: Sides,
): readonly Change[] => {
  const [old, young] = [before.additionalProperties ?? true, now.additionalProperties ?? true];
  if (isSame(old, young)) return [];
  const what = fromTo('additionalProperties', old, young);
  if (young === false) return [{ rule: 'CMP-017', ...place, at: 'additionalProperties', what }];
  if (old === false) return [{ rule: 'CMP-001', ...place, at: 'additionalProperties', what }];
  if (old === true) return [{ rule: 'CMP-013', ...place, at: 'additionalProperties', what }];
  if (young === true) return [{ rule: 'CMP-014', ...place, at: 'additionalProperties', what }];
  return compareNodes(
    old as JsonSchema,
    young as JsonSchema,
    { ...place, pointer: `${place.pointer}/*` },
    sides,
  );
};

const isSameName = (before: JsonSchema, now: JsonSchema): boolean =>
  typeof before.$ref === 'string' &&
  typeof now.$ref === 'string' &&
  nameIn(before.$ref) === nameIn(now.$ref);

/** What differs between two places. What both refer to by one name is compared by itself, once. */
const compareNodes = (
  before: JsonSchema,
  now: JsonSchema,
  place: Place,
  sides: Sides,
): readonly Change[] => {
  if (isSameName(before, now)) {
    // the mark of a reference is that of its target unless it has its own
    const marks = before['x-privacy'] !== undefined || now['x-privacy'] !== undefined;
    const { $ref: _before, ...old } = before;
    const { $ref: _now, ...young } = now;
    return [
      ...compareConstraints(old, young, place),
      ...(marks
        ? comparePrivacy(resolved(before, sides.before), resolved(now, sides.now), place)
        : []),
    ];
  }
  const [old, young] = [resolved(before, sides.before), resolved(now, sides.now)];
  const types = compareTypes(old, young, place);
  // of two types nothing else can be compared
  if (types.some(({ rule }) => rule === 'CMP-010')) return types;
  const steps = (step: string): Place => ({ ...place, pointer: `${place.pointer}${step}` });
  const [oldMembers, youngMembers] = [membersOf(old), membersOf(young)];
  const isList = old.items !== undefined && young.items !== undefined;
  const hasNames = old.propertyNames !== undefined && young.propertyNames !== undefined;
  return [
    ...types,
    ...compareConstraints(old, young, place),
    ...(isCodeListOfOneName(old, young) ? [] : compareValues(old, young, place)),
    ...compareMembers(old, young, place),
    ...compareOpenness(old, young, place, sides),
    ...compareUnions(old, young, place, sides),
    ...comparePrivacy(old, young, place),
    ...Object.entries(youngMembers).flatMap(([name, member]) => {
      const other = oldMembers[name];
      return other === undefined ? [] : compareNodes(other, member, steps(stepOf(name)), sides);
    }),
    ...(isList
      ? compareNodes(old.items as JsonSchema, young.items as JsonSchema, steps('/*'), sides)
      : []),
    ...(hasNames
      ? compareNodes(
          old.propertyNames as JsonSchema,
          young.propertyNames as JsonSchema,
          steps('/*'),
          sides,
        )
      : []),
  ];
};

/** The codes of a list have facts beside them, and are compared with those. */
const isCodeListOfOneName = (before: JsonSchema, now: JsonSchema): boolean =>
  before['x-enum-descriptions'] !== undefined &&
  now['x-enum-descriptions'] !== undefined &&
  typeof before.$id === 'string' &&
  typeof now.$id === 'string' &&
  nameIn(before.$id) === nameIn(now.$id);

/** The part of an `$id` that is the same in all versions. */
const addressOf = (schema: JsonSchema): string => String(schema.$id).replace(/\/\d[^/]*\//, '/');

/** Examples of events name the version of their schemas, which moves with every release. */
const withoutVersion = (examples: unknown, { version }: Contract): string =>
  (JSON.stringify(examples) ?? '').replaceAll(`/${version}/`, '/');

/** What differs between the schemas of two contracts, each place once. */
export const compareSchemas = (before: Contract, now: Contract): readonly Change[] => [
  ...Object.keys(before.schemas)
    .filter((name) => !(name in now.schemas))
    .map(
      (name): Change => ({
        rule: 'CMP-009',
        subject: { kind: 'schema', name },
        pointer: '',
        what: removed(name),
      }),
    ),
  ...Object.entries(now.schemas).flatMap(([name, { schema, examples }]) => {
    const other = before.schemas[name];
    if (other === undefined) return [];
    const place: Place = { subject: { kind: 'schema', name }, pointer: '' };
    return [
      ...(addressOf(other.schema) === addressOf(schema)
        ? []
        : [
            {
              rule: 'CMP-111' as const,
              ...place,
              at: '$id',
              what: fromTo('$id', other.schema.$id, schema.$id),
            },
          ]),
      ...compareNodes(other.schema, schema, place, { before, now }),
      ...ofWords(
        place.subject,
        [false, withoutVersion(other.examples, before)],
        [haveOtherWords(other.schema, schema), withoutVersion(examples, now)],
      ),
    ];
  }),
];

/** What differs between two schemas that have no name: those of a parameter. */
export const compareUnnamed = (
  before: JsonSchema,
  now: JsonSchema,
  place: Place,
  sides: { readonly before: Contract; readonly now: Contract },
): readonly Change[] => compareNodes(before, now, place, sides);
