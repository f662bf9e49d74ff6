import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';

/** The working contract, which is committed: the client never sees the registry. */
const CONTRACT = new URL('../../../schemas/published/next/', import.meta.url);
const GENERATED = new URL('./generated/', import.meta.url);

type Plain = { readonly [name: string]: unknown };

const readJson = (file: URL): Plain => JSON.parse(readFileSync(file, 'utf8'));

/** The same schema inside one document: local references, and no `$id`, which would change their base. */
const local = (text: string): unknown =>
  JSON.parse(text, (keyword, value) =>
    keyword === '$ref'
      ? String(value).replace(/^.*\/([A-Za-z0-9]+)\.json$/, '#/components/schemas/$1')
      : value,
  );

/** Every schema in the sender form as the components of a document without paths. */
const senderDocument = (): Plain => {
  const folder = new URL('schemas/', CONTRACT);
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length));
  const schemas = names.map((name) => {
    const text = readFileSync(new URL(`${name}.json`, folder), 'utf8');
    const { $id: _, $schema: __, ...schema } = local(text) as Plain;
    return [name, schema] as const;
  });
  return {
    openapi: '3.1.0',
    info: { title: 'OpenWaybill, sender form', version: '1.0.0' },
    paths: {},
    components: { schemas: Object.fromEntries(schemas) },
  };
};

const typesOf = async (document: Plain): Promise<string> =>
  astToString(
    // it changes what it is given
    await openapiTS(structuredClone(document) as unknown as OpenAPI3, {
      alphabetize: true,
      defaultNonNullable: false,
      emptyObjectsUnknown: true,
      rootTypes: true,
      rootTypesNoSchemaPrefix: true,
      silent: true,
    }),
  );

mkdirSync(GENERATED, { recursive: true });
const documents = {
  'receiver.ts': readJson(new URL('openapi-3.1.json', CONTRACT)),
  'sender.ts': senderDocument(),
};
for (const [file, document] of Object.entries(documents))
  writeFileSync(new URL(file, GENERATED), await typesOf(document));
