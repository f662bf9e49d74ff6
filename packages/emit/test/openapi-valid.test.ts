import { registerSchema, type SchemaObject, validate } from '@hyperjump/json-schema/draft-2020-12';
import { validate as validateTwin } from '@hyperjump/json-schema/openapi-3-0';
import { validate as validateOpenApi } from '@hyperjump/json-schema/openapi-3-1';
import { registry } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { openApi } from '../src/openapi-documents.ts';

const all = [...openApi(registry)].map(([path, text]) => [path, JSON.parse(text)] as const);
const documents = all.filter(([path]) => path !== 'openapi-3.0.json');
const twin = all.find(([path]) => path === 'openapi-3.0.json')?.[1];

test.each(documents)('%s is an OpenAPI 3.1 document', async (_path, document) => {
  const output = await validateOpenApi('https://spec.openapis.org/oas/3.1/schema', document);
  expect(output.valid).toBe(true);
});

test('the twin is an OpenAPI 3.0 document, and is none without its paths', async () => {
  const judge = await validateTwin('https://spec.openapis.org/oas/3.0/schema');
  expect(judge(twin).valid).toBe(true);
  const { paths: _, ...lame } = twin;
  expect(judge(lame).valid).toBe(false);
});

test('a document without a title is none', async () => {
  const { info: _, ...document } = documents[0]?.[1] ?? {};
  const output = await validateOpenApi('https://spec.openapis.org/oas/3.1/schema', document);
  expect(output.valid).toBe(false);
});

const { components, webhooks = {} } =
  documents.find(([path]) => path === 'openapi-3.1.json')?.[1] ?? {};
// the components as one plain schema, so that a second validator judges by them
const base = 'https://openapi.test/components';
registerSchema({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: base,
  components,
} as SchemaObject);

const examples = [...registry.schemas.values()].filter(({ name }) => name in components.schemas);

describe('a second validator takes every valid example by its component', () => {
  test.each(examples.map(({ name }) => name))('%s', async (name) => {
    const judge = await validate(`${base}#/components/schemas/${name}`);
    const { valid = {} } = registry.schemas.get(name)?.examples ?? {};
    const refused = Object.entries(valid).filter(([, value]) => !judge(value as never).valid);
    expect(refused.map(([title]) => title)).toEqual([]);
  });
});

test('the component of a delivery takes its examples and no other event', async () => {
  for (const [type, { post }] of Object.entries<{ post: Delivery }>(webhooks)) {
    const { schema, examples: delivered = {} } = post.requestBody.content['application/json'];
    const judge = await validate(`${base}${schema.$ref}`);
    for (const { value } of Object.values(delivered)) {
      expect(judge(value as never).valid, type).toBe(true);
      expect(judge({ ...value, type: 'org.openwaybill.a.b.c' } as never).valid, type).toBe(false);
    }
  }
});

type Delivery = {
  readonly requestBody: {
    readonly content: {
      readonly 'application/json': {
        readonly schema: { readonly $ref: string };
        readonly examples?: Readonly<Record<string, { readonly value: object }>>;
      };
    };
  };
};

test('a second validator refuses what has lost a required member', async () => {
  const judge = await validate(`${base}#/components/schemas/WaybillCancellationResult`);
  expect(judge({ outcome: 'VOIDED', status: 'VOIDED' }).valid).toBe(false);
});
