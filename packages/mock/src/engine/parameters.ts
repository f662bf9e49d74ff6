import {
  isPage,
  nameIn,
  type OperationEntry,
  type Registry,
  wordNameOf,
} from '@openwaybill/schemas';
import { type Issue, judge } from '@openwaybill/validate';
import { Refusal } from './refusal.ts';
import { remembered } from './remembered.ts';

type ParameterSchema = {
  readonly $ref?: string;
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
};

/** Whether a text of a query fits the schema of its parameter. */
const fits = (schema: ParameterSchema, text: string): boolean => {
  if (schema.$ref !== undefined) {
    const verdict = judge(nameIn(schema.$ref), text, 'receiver');
    return verdict.ok || verdict.issues.every((issue) => issue.rule === 'check-digit');
  }
  if (schema.type === 'integer') {
    const value = Number(text);
    return (
      /^[0-9]{1,16}$/.test(text) &&
      value >= (schema.minimum ?? 0) &&
      value <= (schema.maximum ?? Number.MAX_SAFE_INTEGER)
    );
  }
  if (schema.type === 'boolean') return text === 'true' || text === 'false';
  return text.length > 0 && text.length <= (schema.maxLength ?? 200);
};

const LIMIT: ParameterSchema = { type: 'integer', minimum: 1, maximum: 200 };
const CURSOR: ParameterSchema = { type: 'string', maxLength: 200 };

/** Pages take `cursor` and `limit` by being pages. */
export const querySchemas = (
  operation: OperationEntry,
  isPaged: boolean,
): Readonly<Record<string, ParameterSchema>> => ({
  ...(operation.query as Readonly<Record<string, ParameterSchema>> | undefined),
  ...(isPaged ? { cursor: CURSOR, limit: LIMIT } : {}),
});

const queries = new WeakMap<OperationEntry, readonly (readonly [string, ParameterSchema])[]>();

const queryOf = (operation: OperationEntry) =>
  remembered(queries, operation, () =>
    Object.entries(querySchemas(operation, isPage(operation.answer.body))),
  );

/**
 * Step 7 of judgement, for path and query: the form of what the operation names; a named one given twice is
 * ill-formed, one that it does not name is ignored.
 */
export const readParameters = (
  schemas: Registry['schemas'],
  operation: OperationEntry,
  path: Readonly<Record<string, string>>,
  search: URLSearchParams,
): Readonly<Record<string, string>> => {
  const issues: Issue[] = [];
  for (const name of operation.pathParameters) {
    const verdict = judge(wordNameOf(schemas, name) ?? '', path[name], 'receiver');
    const isIllFormed = !verdict.ok && verdict.issues.some((issue) => issue.rule !== 'check-digit');
    if (isIllFormed) issues.push({ pointer: `/${name}`, rule: 'parameter', params: { name } });
  }
  const query: Record<string, string> = {};
  for (const [name, schema] of queryOf(operation)) {
    const given = search.getAll(name);
    const [text] = given;
    if (text === undefined) {
      if (operation.requiredQuery?.includes(name))
        issues.push({ pointer: `/${name}`, rule: 'required', params: { missingProperty: name } });
      continue;
    }
    if (given.length > 1 || !fits(schema, text))
      issues.push({ pointer: `/${name}`, rule: 'parameter', params: { name } });
    else query[name] = text;
  }
  if (issues.length > 0) throw new Refusal('PARAMETER_INVALID', { issues });
  return query;
};

/** The unknown words of a registry's paths, for a test: each parameter needs a word, or is a UUID. */
export const parametersWithoutWord = (registry: Registry): readonly string[] =>
  registry.operations
    .flatMap((operation) => operation.pathParameters)
    .filter((name) => wordNameOf(registry.schemas, name) === undefined);
