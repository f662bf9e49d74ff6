import type { OperationEntry, Registry, Role } from '@openwaybill/schemas';
import { Refusal } from './refusal.ts';

export type Route = {
  readonly operation: OperationEntry;
  readonly path: Readonly<Record<string, string>>;
};

/** Finds the operation of a path and method among those that a role serves. */
export type Router = (method: string, pathname: string) => Route;

type Node = {
  readonly literal: Map<string, Node>;
  parameter: Node | undefined;
  readonly operations: Map<string, OperationEntry>;
};

const node = (): Node => ({ literal: new Map(), parameter: undefined, operations: new Map() });

/**
 * A tree of path segments; a literal wins over a parameter, so `/orders/batch` is no order. Refuses an unknown path
 * with 404, another method with 405 and `Allow`; `HEAD` is answered wherever `GET` is.
 */
export const routerOf = (registry: Registry, role: Role): Router => {
  const root = node();
  for (const operation of registry.operations) {
    if (!operation.servedBy.includes(role)) continue;
    let at = root;
    for (const segment of operation.path.split('/').slice(1)) {
      if (segment.startsWith('{')) {
        at.parameter ??= node();
        at = at.parameter;
      } else {
        const next = at.literal.get(segment) ?? node();
        at.literal.set(segment, next);
        at = next;
      }
    }
    at.operations.set(operation.method, operation);
  }

  /** The node that segments lead to from a depth on; `values` are those of the parameters on the way there. */
  const find = (
    at: Node,
    segments: readonly string[],
    depth: number,
    values: string[],
  ): Node | undefined => {
    const segment = segments[depth];
    if (segment === undefined) return at.operations.size === 0 ? undefined : at;
    const literal = at.literal.get(segment);
    const found = literal && find(literal, segments, depth + 1, values);
    if (found !== undefined || at.parameter === undefined) return found;
    const count = values.push(segment);
    const below = find(at.parameter, segments, depth + 1, values);
    if (below === undefined) values.length = count - 1;
    return below;
  };

  return (method, pathname) => {
    const values: string[] = [];
    // what stands before the first slash is nothing
    const found = find(root, pathname.split('/'), 1, values);
    if (found === undefined) throw new Refusal('NOT_FOUND');
    const { operations } = found;
    const operation = operations.get(method === 'HEAD' ? 'GET' : method);
    if (operation === undefined) {
      const allow = [...operations.keys(), ...(operations.has('GET') ? ['HEAD'] : [])].sort();
      throw new Refusal('METHOD_NOT_ALLOWED', { headers: { Allow: allow.join(', ') } });
    }
    const path: Record<string, string> = {};
    for (const [index, name] of operation.pathParameters.entries())
      path[name] = decode(values[index] ?? '');
    return { operation, path };
  };
};

const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    // an ill-formed escape is an ill-formed parameter, told at its own step of judgement
    return segment;
  }
};
