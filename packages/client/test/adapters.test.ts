import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Receive, toFastify, toHono, toNodeListener } from '@openwaybill/client/adapters';
import fastify from 'fastify';
import { Hono } from 'hono';
import { expect, onTestFinished, test } from 'vitest';
import { createReceiver } from '../src/receiver.ts';
import { delivery, NOW, others, ours } from './deliveries.ts';

const PATH = '/v1/event-inbox';

const listening = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const onFastify = async (receive: Receive, parseAs: 'buffer' | 'string'): Promise<string> => {
  const app = fastify();
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs }, (_request, body, done) => done(null, body));
  app.post(PATH, toFastify(receive));
  onTestFinished(() => app.close());
  return app.listen({ port: 0, host: '127.0.0.1' });
};

const onHono = (receive: Receive): Promise<string> => {
  const app = new Hono().post(PATH, toHono(receive));
  return listening(toNodeListener(async (request) => app.fetch(request)));
};

/** In a process of its own: it resolves its packages as applications do, not as the sources of this one. */
const onExpress = async (parser: 'none' | 'raw' | 'json'): Promise<string> => {
  const script = fileURLToPath(new URL('express-inbox.ts', import.meta.url));
  const child = spawn(
    process.execPath,
    ['--conditions=@openwaybill/source', script, parser, String(NOW), JSON.stringify(ours.jwk)],
    { env: { ...process.env, NODE_ENV: 'test', NODE_OPTIONS: '' } },
  );
  onTestFinished(() => {
    child.kill();
  });
  const [line] = await once(child.stdout, 'data');
  return String(line).trim();
};

/** Every framework as it is set up, and as it breaks signatures. */
const SHORES: Readonly<Record<string, (receive: Receive) => Promise<string>>> = {
  'node:http': (receive) => listening(toNodeListener(receive)),
  hono: onHono,
  'express with nothing before it': () => onExpress('none'),
  'express behind its raw parser': () => onExpress('raw'),
  fastify: (receive) => onFastify(receive, 'buffer'),
};

const BREAKING: typeof SHORES = {
  'express behind a parser of JSON': () => onExpress('json'),
  'fastify with bodies as text': (receive) => onFastify(receive, 'string'),
};

const receiver = (): Receive => createReceiver({ keys: [ours.jwk], now: () => NOW, handlers: {} });

/** A delivery over the wire to a shore. */
const delivered = async (address: string, given: Request) =>
  fetch(`${address}${PATH}`, {
    method: given.method,
    headers: given.headers,
    body: await given.text(),
  });

test.each(Object.entries(SHORES))('%s hands on the bytes', async (_name, open) => {
  const address = await open(receiver());
  expect((await delivered(address, delivery())).status).toBe(204);
  const forged = await delivered(address, delivery({ signedBy: [others.privateKey] }));
  expect([forged.status, JSON.parse(await forged.text()).code]).toEqual([401, 'SIGNATURE_INVALID']);
});

test.each(Object.entries(BREAKING))('%s is told, not refused as forged', async (_name, open) => {
  expect((await delivered(await open(receiver()), delivery())).status).toBe(500);
});
