export type { Head, Outgoing, Receive } from './runtime/hand-on.ts';
export { toExpress } from './runtime/to-express.ts';
export { type FastifyReply, toFastify } from './runtime/to-fastify.ts';
export { toHono } from './runtime/to-hono.ts';
export { type Incoming, toNodeListener } from './runtime/to-node-listener.ts';
