import { readFileSync } from 'node:fs';

type Json = Record<string, unknown>;

const COURIER = new URL('../../../schemas/published/next/openapi/courier.json', import.meta.url);
const PATHS = ['/v1/orders', '/v1/orders/{orderNo}'];

/** The pointers that a part of a document refers to. */
const refsIn = (part: unknown): readonly string[] => {
  const refs: string[] = [];
  JSON.stringify(part, (name, value) => {
    if (name === '$ref' && typeof value === 'string') refs.push(value);
    return value;
  });
  return refs;
};

/** The OpenAPI document of a courier with the paths of the comparison alone: Prism takes a minute to read the whole. */
export const orderPaths = (): string => {
  const whole = JSON.parse(readFileSync(COURIER, 'utf8')) as Json;
  const paths = Object.fromEntries(
    PATHS.map((path) => [path, (whole.paths as Json)[path]] as const),
  );
  const components: Record<string, Json> = {};
  const take = (part: unknown): void => {
    for (const ref of refsIn(part)) {
      const [, , kind = '', name = ''] = ref.split('/');
      if (components[kind]?.[name] !== undefined) continue;
      const found = (whole.components as Record<string, Json>)[kind]?.[name];
      if (found === undefined) throw new Error(`${ref} is not in the document`);
      components[kind] = { ...components[kind], [name]: found };
      take(found);
    }
  };
  take(paths);
  const { openapi, info } = whole;
  const { securitySchemes } = whole.components as Json;
  return JSON.stringify({ openapi, info, paths, components: { ...components, securitySchemes } });
};
