import { type PlainSchema, registry } from '@openwaybill/schemas';
import { expect, test } from 'vitest';
import { chineseTextsOf, inChinese } from '../src/in-chinese.ts';
import { OPENAPI_30, OPENAPI_31 } from '../src/openapi/dialect.ts';
import { wholeDocument } from '../src/openapi-documents.ts';
import { chineseOverlay } from '../src/overlay.ts';

const document = wholeDocument(registry, OPENAPI_31) as Document;
const twin = wholeDocument(registry, OPENAPI_30) as Document;

type Item = { readonly [member: string]: unknown };
type Document = PlainSchema & {
  readonly paths: Readonly<Record<string, Item>>;
  readonly webhooks: Readonly<Record<string, Item>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, PlainSchema>>>>;
};

test.each<[string, { given: PlainSchema; want: PlainSchema }]>([
  ['a constant', { given: { const: 'A' }, want: { enum: ['A'] } }],
  [
    'examples',
    { given: { type: 'string', examples: ['A', 'B'] }, want: { type: 'string', example: 'A' } },
  ],
  [
    'what codes mean',
    {
      given: { enum: ['A'], 'x-enum-descriptions': { A: { en: 'Ay', zh: '甲' } } },
      want: { enum: ['A'], 'x-code-descriptions': { A: { en: 'Ay', zh: '甲' } } },
    },
  ],
  ['a bare reference', { given: { $ref: '#/a' }, want: { $ref: '#/a' } }],
  [
    'a reference with more beside it',
    { given: { $ref: '#/a', title: 'A' }, want: { title: 'A', allOf: [{ $ref: '#/a' }] } },
  ],
  [
    'members and items',
    {
      given: { properties: { const: { type: 'array', items: { const: 1 } } } },
      want: { properties: { const: { type: 'array', items: { enum: [1] } } } },
    },
  ],
])('%s is written as 3.0 knows it', (_title, { given, want }) => {
  expect(OPENAPI_30.schema(given)).toEqual(want);
});

/** Everything that a document serves, by where: parameters, media types and statuses of each operation. */
const served = (paths: Document['paths']) =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => /^(?:get|post|put|patch|delete)$/.test(method))
      .map(([method, operation]) => {
        const { operationId, parameters, requestBody, responses, tags } = operation as Item & {
          readonly parameters?: readonly (Item & { readonly name?: string })[];
          readonly requestBody?: { readonly content: object };
          readonly responses: Readonly<Record<string, Item>>;
        };
        return {
          path,
          method,
          operationId,
          tags,
          parameters: parameters?.map(({ $ref, name }) => $ref ?? name),
          media: Object.keys(requestBody?.content ?? {}),
          responses: Object.entries(responses).map(([status, { $ref, headers, content }]) => [
            status,
            $ref ?? headers,
            Object.keys(content ?? {}),
          ]),
        };
      }),
  );

test('the twin serves the same, and receivers on paths of their own', () => {
  const { webhooks, paths } = document;
  const receivers = Object.entries(webhooks).map(
    ([type, item]) => [`/receivers/${type}`, item] as const,
  );
  expect(served(twin.paths)).toEqual(served({ ...paths, ...Object.fromEntries(receivers) }));
  expect(twin.webhooks).toBeUndefined();
  const marked = Object.entries(twin.paths).filter(([, item]) => item['x-receiver'] === true);
  expect(marked.map(([path]) => path)).toEqual(receivers.map(([path]) => path));
});

test.each(['schemas', 'responses', 'parameters', 'headers'])('the twin has the same %s', (kind) => {
  expect(Object.keys(twin.components[kind] ?? {})).toEqual(
    Object.keys(document.components[kind] ?? {}),
  );
});

const ONLY_IN_31 = ['const', 'examples', 'propertyNames', 'if', 'prefixItems', '$defs', '$id'];

function* schemasIn(schema: PlainSchema): Generator<PlainSchema, void, undefined> {
  yield schema;
  const { properties, items, allOf } = schema as {
    readonly properties?: Readonly<Record<string, PlainSchema>>;
    readonly items?: PlainSchema;
    readonly allOf?: readonly PlainSchema[];
  };
  for (const each of [...Object.values(properties ?? {}), ...(allOf ?? [])]) yield* schemasIn(each);
  if (items !== undefined) yield* schemasIn(items);
}

test('no schema of the twin says what 3.0 does not know', () => {
  const all = Object.values(twin.components.schemas ?? {}).flatMap((each) => [...schemasIn(each)]);
  expect(all.length).toBeGreaterThan(3000);
  const wrong = all.filter(
    (each) =>
      ONLY_IN_31.some((keyword) => keyword in each) ||
      ('$ref' in each && Object.keys(each).length > 1) ||
      Array.isArray(each.type),
  );
  expect(wrong).toEqual([]);
});

/** Texts of a document that people read and that have no Chinese, but the names of examples. */
const notChinese = (part: unknown, place = ''): readonly string[] =>
  typeof part !== 'object' || part === null
    ? []
    : Object.entries(part).flatMap(([key, value]) =>
        /^examples?$/.test(key)
          ? []
          : ['description', 'summary', 'title'].includes(key) && typeof value === 'string'
            ? /\p{Script=Han}/u.test(value)
              ? []
              : [`${place}/${key}`]
            : notChinese(value, `${place}/${key}`),
      );

test.each([
  ['3.1', document],
  ['3.0', twin],
])('every text of the Chinese %s is Chinese', (_version, each) => {
  expect(notChinese(each).length).toBeGreaterThan(1000);
  expect(notChinese(inChinese(each))).toEqual([]);
});

/** The place that a normalized path names (RFC 9535, section 2.7). */
const placeOf = (whole: unknown, target: string): Record<string, unknown> => {
  const steps = [...target.matchAll(/\['((?:[^'\\]|\\.)*)'\]|\[(\d+)\]/g)];
  expect(`$${steps.map(([step]) => step).join('')}`).toBe(target);
  return steps.reduce<Record<string, unknown>>(
    (place, [, name, at]) =>
      place[name?.replace(/\\(.)/g, '$1') ?? at ?? ''] as Record<string, unknown>,
    whole as Record<string, unknown>,
  );
};

test('the overlay makes the Chinese document of the English one', () => {
  const { actions } = chineseOverlay(document, '1.0.0') as {
    readonly actions: readonly { readonly target: string; readonly update: object }[];
  };
  const copy = structuredClone(document);
  for (const { target, update } of actions) Object.assign(placeOf(copy, target), update);
  expect(copy).toEqual(inChinese(document));
  expect(actions.length).toBeGreaterThan(2000);
});

test('a text without a translation stays as it is', () => {
  expect(chineseTextsOf({ title: 'A', description: 'B', 'x-title-zh': '甲' })).toEqual({
    title: '甲',
  });
});

test('titles, after which generators name classes, are each of one object', () => {
  const titles = Object.values(twin.components.schemas ?? {})
    .filter(({ properties }) => properties !== undefined)
    .map(({ title }) => title);
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
});
