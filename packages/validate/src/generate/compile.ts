import ajvModule from 'ajv/dist/2020.js';
import standaloneModule from 'ajv/dist/standalone/index.js';
import formatsModule from 'ajv-formats';
import { stripAnnotations } from '../annotations.ts';
import { type JsonSchema, receiverForm, receiverIdOf } from '../receiver-form.ts';

/** Both are CommonJS: the types want `default`, and at run time it may be the module itself. */
const standaloneCode = standaloneModule.default ?? standaloneModule;
const addFormats = formatsModule.default ?? formatsModule;

const OPTIONS = {
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allErrors: true,
  discriminator: true,
  verbose: false,
  messages: false,
  inlineRefs: false,
  code: { source: true, esm: true },
} as const;

/** ajv takes a discriminator without its mapping. */
const withoutMapping = (schema: JsonSchema): JsonSchema =>
  JSON.parse(JSON.stringify(schema), (keyword, value) =>
    keyword === 'discriminator' ? { propertyName: value.propertyName } : value,
  );

const refsOf = (schema: JsonSchema): readonly string[] =>
  [...JSON.stringify(schema).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref ?? '');

/** Schemas whose receiver form says something else than the sender form, themselves or by what they refer to. */
const openedOf = (schemas: ReadonlyMap<string, JsonSchema>): ReadonlySet<string> => {
  const body = (schema: JsonSchema): string => JSON.stringify({ ...schema, $id: '' });
  const opened = new Set<string>();
  for (const [id, schema] of schemas) {
    const received = JSON.parse(JSON.stringify(receiverForm(schema)), (keyword, value) =>
      keyword === '$ref' ? String(value).replace('/receiver/', '/') : value,
    );
    if (body(stripAnnotations(received)) !== body(stripAnnotations(schema))) opened.add(id);
  }
  for (let size = -1; size !== opened.size; ) {
    size = opened.size;
    for (const [id, schema] of schemas)
      if (refsOf(schema).some((ref) => opened.has(ref))) opened.add(id);
  }
  return opened;
};

/**
 * The code without what nobody reads: exports by schema, paths into schemas, and what only dynamic references and
 * keywords of functions would look at. A third less to load at every start.
 */
const lighter = (code: string): string =>
  code
    .replaceAll('export const ', 'const ')
    .replaceAll(/schemaPath:"(?:[^"\\\\]|\\\\.)*",/g, '')
    .replaceAll(/,parentData:[^{}]*?,rootData,dynamicAnchors\}/g, '}')
    .replaceAll(
      /const evaluated\d+ = validate\d+\.evaluated;(?:if\(evaluated\d+\.dynamic(?:Props|Items)\)\{evaluated\d+\.(?:props|items) = undefined;\})*/g,
      '',
    )
    .replaceAll(/validate\d+\.evaluated = \{[^{}]*\};/g, '');

/** Validators of both forms as one ES module, and what could not be compiled. */
export const compile = (
  named: readonly { readonly name: string; readonly schema: JsonSchema }[],
): { readonly code: string; readonly faults: readonly string[] } => {
  const schemas = new Map(
    named.map(({ schema }) => {
      const plain: JsonSchema = JSON.parse(JSON.stringify(schema));
      return [String(plain.$id), plain] as const;
    }),
  );
  const opened = openedOf(schemas);
  const ajv = new ajvModule.Ajv2020(OPTIONS);
  addFormats(ajv);
  for (const schema of schemas.values()) ajv.addSchema(withoutMapping(stripAnnotations(schema)));
  for (const id of opened) {
    const received = stripAnnotations(receiverForm(schemas.get(id) ?? {}));
    ajv.addSchema(
      JSON.parse(JSON.stringify(withoutMapping(received)), (keyword, value) => {
        const sender = String(value).replace('/receiver/', '/');
        return keyword === '$ref' && !opened.has(sender) ? sender : value;
      }),
    );
  }
  const faults: string[] = [];
  const exported: Record<string, string> = {};
  for (const { name, schema } of named) {
    const id = String(schema.$id);
    try {
      ajv.getSchema(id);
      exported[`sender_${name}`] = id;
      if (opened.has(id)) {
        ajv.getSchema(receiverIdOf(id));
        exported[`receiver_${name}`] = receiverIdOf(id);
      }
    } catch (fault) {
      faults.push(`${name}: ${fault instanceof Error ? fault.message : String(fault)}`);
    }
  }
  const good = named.filter(({ name }) => exported[`sender_${name}`] !== undefined);
  const table = (form: 'sender' | 'receiver'): string =>
    good
      .map(({ name }) => {
        const own = exported[`${form}_${name}`] === undefined ? 'sender' : form;
        return `${name}: ${own}_${name}`;
      })
      .join(', ');
  const validators = lighter(standaloneCode(ajv, exported));
  return {
    code: `${validators}\nexport const sender = { ${table('sender')} };\nexport const receiver = { ${table('receiver')} };\n`,
    faults,
  };
};
