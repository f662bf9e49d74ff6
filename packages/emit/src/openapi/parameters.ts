import {
  nameIn,
  type OperationEntry,
  PARAMETERS,
  type ParameterName,
  type PlainSchema,
  parametersByForm,
  type Registry,
  wordNameOf,
} from '@openwaybill/schemas';
import { localRef, received } from './components.ts';

type Parameter = Readonly<Record<string, unknown>>;

/** The parameters that follow from the form of an operation, as components of a document. */
export const PARAMETER_COMPONENTS: Readonly<Record<string, Parameter>> = Object.fromEntries(
  Object.entries(PARAMETERS).map(([name, parameter]) => [
    name,
    { ...parameter, schema: received(parameter.schema) },
  ]),
);

/** References to parameters. */
export const parameterRefs = (names: readonly ParameterName[]): readonly Parameter[] =>
  names.map((name) => ({ $ref: `#/components/parameters/${name}` }));

/** The description of a schema in both languages; nothing where it has none. */
const describedBy = (schema: PlainSchema): PlainSchema =>
  schema.description === undefined
    ? {}
    : { description: schema.description, 'x-description-zh': schema['x-description-zh'] };

const wordOf = (registry: Registry, parameter: string) => {
  const word = registry.schemas.get(wordNameOf(registry.schemas, parameter) ?? '')?.schema;
  if (word?.$id === undefined)
    throw new Error(
      `The path parameter {${parameter}} has no word. A parameter is called like a word, or ends in Id and is a UUID: add the word.`,
    );
  return { id: word.$id, ...describedBy(word) };
};

const pathParameter =
  (registry: Registry) =>
  (name: string): Parameter => {
    const { id, ...described } = wordOf(registry, name);
    return {
      name,
      in: 'path',
      required: true,
      ...described,
      schema: { $ref: localRef(id) },
    };
  };

/** What stands beside a reference describes it; else what it refers to does. */
const describe = (registry: Registry, schema: PlainSchema): PlainSchema =>
  describedBy(
    schema.description === undefined && typeof schema.$ref === 'string'
      ? (registry.schemas.get(nameIn(schema.$ref))?.schema ?? {})
      : schema,
  );

const queryParameter =
  (registry: Registry, operation: OperationEntry) =>
  ([name, schema]: readonly [string, PlainSchema]): Parameter => ({
    name,
    in: 'query',
    required: operation.requiredQuery?.includes(name) ?? false,
    ...describe(registry, schema),
    // a parameter that is given twice is refused
    ...(schema.type === 'array' ? { explode: false } : {}),
    schema: received(schema),
  });

/** Every parameter of an operation: of its path, of its query, and the headers that follow from its form. */
export const parametersOf = (
  registry: Registry,
  operation: OperationEntry,
): readonly Parameter[] => {
  return [
    ...operation.pathParameters.map(pathParameter(registry)),
    ...Object.entries(operation.query ?? {}).map(queryParameter(registry, operation)),
    ...parameterRefs(parametersByForm(registry.schemas, operation)),
  ];
};
