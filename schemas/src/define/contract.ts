import { orderedSchema } from './ordered.ts';
import type { OperationEntry, Registry } from './registry.ts';
import { ROLES } from './role.ts';
import { nameOf } from './schema.ts';

const operationOf = (operation: OperationEntry) => {
  const { noun: _, operationId, request, answer, query, module, name, ...rest } = operation;
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
    answer: {
      ...answer,
      ...(answer.body === undefined ? {} : { body: nameOf(answer.body) }),
    },
    requirements: operation.requirements.map((requirement) => requirement.id),
  };
};

/** The registry as one document of plain data in a fixed order: what a release freezes and what two releases differ in. */
export const toContract = (registry: Registry): { readonly [name: string]: unknown } => ({
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
