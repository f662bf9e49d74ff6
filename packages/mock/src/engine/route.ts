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

  const find = (
    at: Node,
    segments: readonly string[],
    values: readonly string[],
  ): { found: Node; values: readonly string[] } | undefined => {
    const [head, ...rest] = segments;
    if (head === undefined) return at.operations.size === 0 ? undefined : { found: at, values };
    const literal = at.literal.get(head);
    return (
      (literal === undefined ? undefined : find(literal, rest, values)) ??
      (at.parameter === undefined ? undefined : find(at.parameter, rest, [...values, head]))
    );
  };

  return (method, pathname) => {
    const match = find(root, pathname.split('/').slice(1), []);
    if (match === undefined) throw new Refusal('NOT_FOUND');
    const { operations } = match.found;
    const operation = operations.get(method === 'HEAD' ? 'GET' : method);
    if (operation === undefined) {
      const allow = [...operations.keys(), ...(operations.has('GET') ? ['HEAD'] : [])].sort();
      throw new Refusal('METHOD_NOT_ALLOWED', { headers: { Allow: allow.join(', ') } });
    }
    const path = Object.fromEntries(
      operation.pathParameters.map((name, index) => [name, decode(match.values[index] ?? '')]),
    );
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
