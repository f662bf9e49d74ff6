import fastify, { type FastifyInstance } from 'fastify';
import { notFound, type Route } from './courier.ts';

/** The courier as routes of a fastify application. */
export const onFastify = (routes: readonly Route[]): FastifyInstance => {
  const app = fastify();
  // bodies stay the bytes that came: the standard's own parser refuses what JSON.parse lets through
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    '*',
    { parseAs: 'buffer' },
    async (_request: unknown, bytes: Buffer) => bytes,
  );
  for (const { method, path, answer } of routes)
    app.route({
      method,
      url: path,
      handler: async (request, outgoing) => {
        const { status, headers, body } = await answer({
          parameters: request.params as Record<string, string>,
          header: (name) => request.headers[name]?.toString(),
          bytes: (request.body as Buffer | undefined) ?? new Uint8Array(),
        });
        return outgoing.code(status).headers(headers).send(body);
      },
    });
  app.setNotFoundHandler(async (_request, outgoing) => {
    const { status, headers, body } = notFound();
    return outgoing.code(status).headers(headers).send(body);
  });
  return app;
};
