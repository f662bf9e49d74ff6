import ajvModule, { type Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import codegen from 'ajv/dist/compile/codegen/code.js';
import formatsModule from 'ajv-formats';
import { stripAnnotations } from '../annotations.ts';
import { type JsonSchema, receiverForm, receiverIdOf } from '../receiver-form.ts';

/** It is CommonJS: the types want `default`, and at run time it may be the module itself. */
const addFormats = formatsModule.default ?? formatsModule;

/** What ajv wraps where a schema refers to itself. */
type Wrapped = {
  readonly validate?: ValidateFunction;
  readonly validateName?: { readonly str: string };
};

/** No text, where something must be said. */
const NOTHING = new codegen._Code(' ');

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

/** What nobody reads: paths into schemas, and what only dynamic references and keywords of functions would look at. */
const lighter = (code: string): string =>
  code
    .replaceAll(/schemaPath:"(?:[^"\\]|\\.)*",/g, '')
    .replaceAll(/,parentData:[^{}]*?,rootData,dynamicAnchors\}/g, '}')
    .replaceAll(
      /const evaluated\d+ = validate\d+\.evaluated;(?:if\(evaluated\d+\.dynamic(?:Props|Items)\)\{evaluated\d+\.(?:props|items) = undefined;\})*/g,
      '',
    );

/** Functions of ajv that compiled code requires, by the name that they get in `runtime`. */
const REQUIRED = /require\("([^"]+)"\)/g;

export type Compiled = {
  /** Validators of the schemas of each module, by the module's name; they import each other and `runtime`. */
  readonly modules: ReadonlyMap<string, string>;
  /** What all of them need of ajv. */
  readonly runtime: string;
  /** What could not be compiled. */
  readonly faults: readonly string[];
};

type Source = NonNullable<ReturnType<Ajv2020['compile']>['source']>;

/** Validators of both forms, a text of an ES module for each module of the standard. */
export const compile = (
  named: readonly {
    readonly name: string;
    readonly module: string;
    readonly schema: JsonSchema;
  }[],
): Compiled => {
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
  /** Where the function of a schema stands, by its name. */
  const homes = new Map<string, string>();
  const functions = new Map<string, { readonly sender: Source; readonly receiver: Source }>();
  for (const { name, module, schema } of named) {
    const id = String(schema.$id);
    try {
      const sender = ajv.getSchema(id)?.source;
      const receiver = opened.has(id) ? ajv.getSchema(receiverIdOf(id))?.source : sender;
      if (sender === undefined || receiver === undefined) throw new Error('it has no source');
      for (const one of [sender, receiver]) homes.set(one.validateName.str, module);
      functions.set(name, { sender, receiver });
    } catch (fault) {
      faults.push(`${name}: ${fault instanceof Error ? fault.message : String(fault)}`);
    }
  }

  const required: string[] = [];
  const withRuntime = (code: string): string =>
    code.replaceAll(REQUIRED, (_, path: string) => {
      if (!required.includes(path)) required.push(path);
      return `runtime.r${required.indexOf(path)}`;
    });

  const moduleText = (module: string): string => {
    const own = named.filter((one) => one.module === module && functions.has(one.name));
    const imports = new Map<string, Set<string>>();
    const used = {};
    const done = new Set<string>();
    const texts: string[] = [];
    const need = (source: Source): void => {
      const home = homes.get(source.validateName.str) ?? module;
      if (home === module) write(source);
      else imports.set(home, (imports.get(home) ?? new Set()).add(source.validateName.str));
    };
    const write = (source: Source): void => {
      if (done.has(source.validateName.str)) return;
      done.add(source.validateName.str);
      const constants = ajv.scope.scopeCode(source.scopeValues, used, (name) => {
        const ref = name.value?.ref as { readonly source?: Source } & Wrapped;
        if (name.prefix === 'validate' && ref.source !== undefined) {
          need(ref.source);
          return NOTHING;
        }
        if (ref.validate?.source === undefined || ref.validateName === undefined) return undefined;
        need(ref.validate.source);
        return new codegen._Code(`const ${name} = { validate: ${ref.validateName} };`);
      });
      texts.push(`${constants}\n${source.validateCode}\n`);
    };
    const table = (form: 'sender' | 'receiver'): string =>
      own.map(({ name }) => `${name}: ${functions.get(name)?.[form].validateName}`).join(', ');
    for (const { name } of own)
      for (const source of Object.values(functions.get(name) ?? {})) write(source);
    return [
      `import * as runtime from './runtime.mjs';`,
      ...[...imports].map(
        ([home, names]) => `import { ${[...names].join(', ')} } from './${home}.mjs';`,
      ),
      withRuntime(lighter(texts.join(''))),
      `export { ${[...done].join(', ')} };`,
      `export const sender = { ${table('sender')} };`,
      `export const receiver = { ${table('receiver')} };`,
    ].join('\n');
  };

  const modules = new Map(
    [...new Set(named.map(({ module }) => module))].map((module) => [module, moduleText(module)]),
  );
  return {
    modules,
    runtime: required.map((path, at) => `export const r${at} = require("${path}");\n`).join(''),
    faults,
  };
};
