import { type OperationEntry, type Role, registry } from '@openwaybill/schemas';

const byId = new Map(registry.operations.map((operation) => [operation.operationId, operation]));

/** The operation of an id; throws on an unknown one, which is a bug of a scenario. */
export const operationOf = (operationId: string): OperationEntry => {
  const found = byId.get(operationId);
  if (found === undefined) throw new Error(`the registry has no operation ${operationId}`);
  return found;
};

/** The operation of an id, where it is one of the registry's. */
export const knownOperation = (operationId: string | undefined): OperationEntry | undefined =>
  operationId === undefined ? undefined : byId.get(operationId);

/** The path of an operation with its parameters put in. */
export const pathOf = (
  operation: Pick<OperationEntry, 'path'>,
  values: Readonly<Record<string, string>> = {},
): string =>
  operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(values[name] ?? '-'),
  );

/** A step of a path as its text; one that is encoded wrongly stays as it was sent. */
export const decodedStep = (step: string): string => {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
};

/** Every operation with its path taken apart; of those that fit one path the more literal one stands first. */
const routes = registry.operations
  .map((operation) => {
    const segments = operation.path.split('/').map((literal) => ({
      literal,
      parameter: /^\{(\w+)\}$/.exec(literal)?.[1],
    }));
    const parameters = segments.filter(({ parameter }) => parameter !== undefined);
    return { operation, segments, literals: segments.length - parameters.length };
  })
  .sort((a, b) => b.literals - a.literals);

/** The operation of a method and path among those that any of the roles serves; a literal segment wins. */
export const routeOf = (
  roles: readonly Role[],
  method: string,
  pathname: string,
):
  | { readonly operation: OperationEntry; readonly path: Readonly<Record<string, string>> }
  | undefined => {
  const given = pathname.split('/');
  const route = routes.find(
    ({ operation, segments }) =>
      operation.method === method &&
      segments.length === given.length &&
      operation.servedBy.some((role) => roles.includes(role)) &&
      segments.every(
        ({ literal, parameter }, at) => parameter !== undefined || literal === given[at],
      ),
  );
  return (
    route && {
      operation: route.operation,
      path: Object.fromEntries(
        route.segments.flatMap(({ parameter }, at) =>
          parameter === undefined ? [] : [[parameter, decodedStep(given[at] ?? '')]],
        ),
      ),
    }
  );
};
