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

/** The operation of a method and path among those that any of the roles serves; a literal segment wins. */
export const routeOf = (
  roles: readonly Role[],
  method: string,
  pathname: string,
):
  | { readonly operation: OperationEntry; readonly path: Readonly<Record<string, string>> }
  | undefined => {
  const segments = pathname.split('/');
  const fits = registry.operations.flatMap((operation) => {
    if (operation.method !== method) return [];
    if (!operation.servedBy.some((role) => roles.includes(role))) return [];
    const wanted = operation.path.split('/');
    if (wanted.length !== segments.length) return [];
    const path: Record<string, string> = {};
    let literals = 0;
    for (const [index, segment] of wanted.entries()) {
      const given = segments[index] ?? '';
      const name = /^\{(\w+)\}$/.exec(segment)?.[1];
      if (name === undefined) {
        if (segment !== given) return [];
        literals += 1;
      } else path[name] = decodeURIComponent(given);
    }
    return [{ operation, path, literals }];
  });
  return fits.sort((a, b) => b.literals - a.literals)[0];
};
