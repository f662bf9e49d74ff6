import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formatsModule from 'ajv-formats';
import { stripAnnotations } from './annotations.ts';
import type { SchemaTable } from './arbitrary.ts';
import type { Issue } from './issue.ts';
import type { Form } from './judge-schema.ts';
import { reachable } from './reachable.ts';
import { type JsonSchema, receiverForm, receiverIdOf } from './receiver-form.ts';

/** It is CommonJS: the types want `default`, and at run time it may be the module itself. */
const addFormats = formatsModule.default ?? formatsModule;

/** Judges a value by one schema of a table; what is found has pointers and rules, and never values. */
export type ContractJudge = (name: string, value: unknown, form: Form) => readonly Issue[];

/** ajv takes a discriminator without its mapping. */
const forAjv = (schema: JsonSchema): JsonSchema =>
  JSON.parse(JSON.stringify(stripAnnotations(schema)), (keyword, value) =>
    keyword === 'discriminator' ? { propertyName: value.propertyName } : value,
  );

const compilerOf = (schemas: SchemaTable, form: Form): ((name: string) => ValidateFunction) => {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    discriminator: true,
    messages: false,
    inlineRefs: false,
    // schemas of a contract were judged when it was published
    validateSchema: false,
    code: { optimize: false },
  });
  addFormats(ajv);
  const added = new Set<JsonSchema>();
  return (name) => {
    const whole = schemas.get(name);
    if (whole === undefined) throw new Error(`the contract has no schema ${name}`);
    for (const schema of [whole, ...reachable(schemas, whole).values()]) {
      if (added.has(schema)) continue;
      added.add(schema);
      ajv.addSchema(forAjv(form === 'sender' ? schema : receiverForm(schema)));
    }
    const id = String(whole.$id);
    const validate = ajv.getSchema(form === 'sender' ? id : receiverIdOf(id));
    if (validate === undefined) throw new Error(`${id} was added and is not found`);
    return validate;
  };
};

/**
 * Judges by the schemas of a contract that is not the one that came with the program: an older release, or a candidate.
 * The schemas alone; the rules over several members are of the program and not of a contract. Compiles what is asked for.
 */
export const contractJudge = (schemas: SchemaTable): ContractJudge => {
  const compilers: Partial<Record<Form, (name: string) => ValidateFunction>> = {};
  return (name, value, form) => {
    compilers[form] ??= compilerOf(schemas, form);
    const validate = compilers[form](name);
    if (validate(value)) return [];
    return (validate.errors ?? [])
      .filter(({ propertyName }) => propertyName === undefined)
      .map(({ instancePath, keyword, params }) => {
        const { tagValue: _unsaid, allowedValue: _, ...said } = params;
        return { pointer: instancePath, rule: keyword, params: said };
      });
  };
};
