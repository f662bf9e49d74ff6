import type { Concern } from './concern.ts';
import type { Module } from './module.ts';
import { orderedSchema, type PlainSchema } from './ordered.ts';
import type {
  EventEntry,
  LifecycleEntry,
  OperationEntry,
  Registry,
  SchemaEntry,
} from './registry.ts';
import { ROLES } from './role.ts';
import { nameOf } from './schema.ts';

/** An operation in which bodies and requirements are names. */
export type ContractOperation = Omit<
  OperationEntry,
  'noun' | 'request' | 'answer' | 'query' | 'requirements'
> & {
  readonly query?: Readonly<Record<string, PlainSchema>>;
  readonly request?: string;
  readonly answer: Omit<OperationEntry['answer'], 'body'> & { readonly body?: string };
  readonly requirements: readonly string[];
};

/** An event in which payload and requirements are names. */
export type ContractEvent = Omit<EventEntry, 'noun' | 'data' | 'requirements'> & {
  readonly data: string;
  readonly requirements: readonly string[];
};

const operationOf = (operation: OperationEntry): ContractOperation => {
  const { noun: _, operationId, request, answer, query, module, name, ...rest } = operation;
  const { body, ...answered } = answer;
  return {
    name,
    operationId,
    module,
    ...rest,
    ...(query === undefined
      ? {}
      : {
          query: Object.fromEntries(
            Object.entries(query).map(([parameter, schema]) => [parameter, orderedSchema(schema)]),
          ),
        }),
    ...(request === undefined ? {} : { request: nameOf(request) }),
    answer: { ...answered, ...(body === undefined ? {} : { body: nameOf(body) }) },
    requirements: operation.requirements.map((requirement) => requirement.id),
  };
};

/** The registry as one document of plain data: what a release freezes and what two releases differ in. */
export type Contract = {
  readonly name: 'openwaybill';
  readonly version: string;
  readonly roles: typeof ROLES;
  readonly modules: readonly Omit<Module, 'noun'>[];
  readonly concerns: readonly Omit<Concern, 'noun'>[];
  readonly schemas: {
    readonly [name: string]: Pick<SchemaEntry, 'module' | 'examples'> & {
      readonly schema: PlainSchema;
    };
  };
  readonly operations: readonly ContractOperation[];
  readonly events: readonly ContractEvent[];
  readonly lifecycles: readonly Omit<LifecycleEntry, 'noun'>[];
} & Pick<Registry, 'codeLists' | 'requirements' | 'problems'>;

/** The contract of a registry, in a fixed order. */
export const toContract = (registry: Registry): Contract => ({
  name: 'openwaybill',
  version: registry.version,
  roles: ROLES,
  modules: registry.modules.map(({ noun: _, ...module }) => module),
  concerns: registry.concerns.map(({ noun: _, ...concern }) => concern),
  schemas: Object.fromEntries(
    [...registry.schemas].map(([name, { module, schema, examples }]) => [
      name,
      { module, schema: orderedSchema(schema), examples },
    ]),
  ),
  operations: registry.operations.map(operationOf),
  events: registry.events.map(({ noun: _, data, requirements, ...event }) => ({
    ...event,
    data: nameOf(data),
    requirements: requirements.map((requirement) => requirement.id),
  })),
  lifecycles: registry.lifecycles.map(({ noun: _, ...lifecycle }) => lifecycle),
  codeLists: registry.codeLists,
  requirements: registry.requirements,
  problems: registry.problems,
});
