import type { OperationEntry, Registry } from '@openwaybill/schemas';
import { http, type RequestHandler } from 'msw';
import { arriving } from './on-the-way.ts';

/**
 * One handler an operation, so that a test can override one of them, in Node and in a browser. `HEAD` is answered
 * wherever `GET` is; the token endpoint is a handler too.
 */
export const handlersOf = (
  answerOf: (request: Request) => Promise<Response>,
  registry: Registry,
  origin: string,
  tokenPath: string,
): readonly RequestHandler[] => {
  const answer = async ({ request }: { readonly request: Request }) =>
    arriving(await answerOf(request));
  const handlers: Record<OperationEntry['method'], (pattern: string) => readonly RequestHandler[]> =
    {
      GET: (pattern) => [http.get(pattern, answer), http.head(pattern, answer)],
      POST: (pattern) => [http.post(pattern, answer)],
      PUT: (pattern) => [http.put(pattern, answer)],
      PATCH: (pattern) => [http.patch(pattern, answer)],
      DELETE: (pattern) => [http.delete(pattern, answer)],
    };
  return [
    http.post(`${origin}${tokenPath}`, answer),
    ...registry.operations.flatMap(({ method, path }) =>
      handlers[method](origin + path.replace(/\{(\w+)\}/g, ':$1')),
    ),
  ];
};
