import { bytesOf, type Head, handOn, type Receive } from './hand-on.ts';

const REMEDY = "Add a content type parser of '*' with parseAs: 'buffer' that gives the buffer.";

/** An answer of fastify. */
export type FastifyReply = {
  readonly code: (status: number) => unknown;
  readonly headers: (headers: Record<string, string>) => unknown;
  readonly send: (text: string) => unknown;
};

/** An endpoint as a handler of fastify, whose parser gives the bytes of every body; rejects where it does not. */
export const toFastify =
  (receive: Receive) =>
  async (request: Head & { readonly body?: unknown }, reply: FastifyReply): Promise<void> => {
    const hasBody = request.method === 'POST';
    await handOn(receive, request, hasBody ? [bytesOf(request.body, REMEDY)] : [], {
      writeHead: (status, headers) => {
        reply.code(status);
        reply.headers(headers);
      },
      end: (text) => reply.send(text),
    });
  };
