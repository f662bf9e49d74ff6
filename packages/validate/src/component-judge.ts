import { Ajv2020 } from 'ajv/dist/2020.js';
import type { JsonSchema } from './receiver-form.ts';

const BASE = 'https://components.test/';

/**
 * Whether a value is one of a component of an OpenAPI document, 3.0 or 3.1; absent where it has none of that name.
 * Formats are not looked at: 3.0 leaves them to its tools.
 */
export const componentJudge = (
  components: Readonly<Record<string, JsonSchema>>,
): ((name: string) => ((value: unknown) => boolean) | undefined) => {
  const ajv = new Ajv2020({
    strict: false,
    validateFormats: false,
    validateSchema: false,
    messages: false,
    inlineRefs: false,
    code: { optimize: false },
  });
  ajv.addSchema({ $id: BASE, components: { schemas: components } });
  return (name) => {
    if (components[name] === undefined) return undefined;
    const validate = ajv.getSchema(`${BASE}#/components/schemas/${name}`);
    if (validate === undefined) throw new Error(`${name} was added and is not found`);
    return (value) => validate(value) === true;
  };
};
