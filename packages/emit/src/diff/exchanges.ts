import { nameIn, wordNameOf } from '@openwaybill/schemas';
import type { JsonSchema } from '@openwaybill/validate/light';
import type { Exchange, Party } from './change.ts';
import type { Contract, ContractOperation } from './contract.ts';

const refIn = (schema: JsonSchema | undefined): string | undefined =>
  typeof schema?.$ref === 'string' ? nameIn(schema.$ref) : undefined;

/** Roles of both ends of an operation. The one operation that takes events is of whoever sends and receives them. */
export const endsOf = (operation: ContractOperation): { caller: Party; server: Party } => {
  const isDelivery = operation.idempotencyKey === 'none';
  return {
    caller: { roles: operation.calledBy, position: isDelivery ? 'sender' : 'caller' },
    server: { roles: operation.servedBy, position: isDelivery ? 'receiver' : 'server' },
  };
};

const exchangesOfOperation = (
  contract: Contract,
  operation: ContractOperation,
): readonly Exchange[] => {
  const { name, request, answer, pathParameters, query = {} } = operation;
  const { caller, server } = endsOf(operation);
  const asked = { sender: caller, receiver: server };
  const told = { sender: server, receiver: caller };
  const has = { has: (word: string) => word in contract.schemas };
  const parameters: readonly (readonly [string, string | undefined])[] = [
    ...pathParameters.map((one) => [`{${one}}`, wordNameOf(has, one)] as const),
    ...Object.entries(query).map(([one, schema]) => [`?${one}`, refIn(schema)] as const),
  ];
  return [
    ...parameters.flatMap(([parameter, schema]) =>
      schema === undefined
        ? []
        : [{ message: `${name} ${parameter}`, kind: 'parameter' as const, schema, ...asked }],
    ),
    ...(request === undefined
      ? []
      : [{ message: `${name} request`, kind: 'request' as const, schema: request, ...asked }]),
    ...(answer.body === undefined
      ? []
      : [{ message: `${name} answer`, kind: 'answer' as const, schema: answer.body, ...told }]),
    ...('Problem' in contract.schemas
      ? [{ message: `${name} problem`, kind: 'answer' as const, schema: 'Problem', ...told }]
      : []),
  ];
};

/** Every message of a contract that has a schema with a name. */
export const exchangesOf = (contract: Contract): readonly Exchange[] => [
  ...contract.operations.flatMap((operation) => exchangesOfOperation(contract, operation)),
  ...contract.events.map(
    ({ type, data, from, to }): Exchange => ({
      message: type,
      kind: 'event',
      schema: data,
      sender: { roles: from, position: 'sender' },
      receiver: { roles: to, position: 'receiver' },
    }),
  ),
];

const refsIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([keyword, each]) =>
    keyword === '$ref' && typeof each === 'string' ? [nameIn(each)] : refsIn(each),
  );
};

/** For each schema, itself and all that it refers to, however far. */
export const reachOf = (contract: Contract): ((name: string) => ReadonlySet<string>) => {
  const direct = new Map<string, readonly string[]>();
  const known = new Map<string, ReadonlySet<string>>();
  const refsOf = (name: string): readonly string[] => {
    const refs = direct.get(name) ?? refsIn(contract.schemas[name]?.schema);
    direct.set(name, refs);
    return refs;
  };
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const reached = new Set([name]);
    for (const one of reached) for (const ref of refsOf(one)) reached.add(ref);
    known.set(name, reached);
    return reached;
  };
};
