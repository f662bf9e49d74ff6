// One server of the comparison, in a process of its own: `bare` or `mock`. Prints its port.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listen } from '@openwaybill/mock/node';
import { createTestMock } from '@openwaybill/mock/testing';
import { judge } from '@openwaybill/validate';

/** What a hand-written server would do at the least: parse, judge by the same validator, answer. */
const bare = () => {
  const orders = new Map<string, string>();
  const server = createServer(async (request, response) => {
    if (request.method === 'GET') {
      const text = orders.get((request.url ?? '').slice('/v1/orders/'.length));
      response.writeHead(text === undefined ? 404 : 200, { 'Content-Type': 'application/json' });
      response.end(text ?? '{}');
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = JSON.parse(Buffer.concat(chunks).toString());
    const verdict = judge('OrderSubmission', body, 'sender');
    const text = JSON.stringify(body);
    if (verdict.ok) orders.set(body.orderNo, text);
    response.writeHead(verdict.ok ? 201 : 422, { 'Content-Type': 'application/json' });
    response.end(text);
  });
  server.listen(0, '127.0.0.1', () => {
    process.send?.({ port: (server.address() as AddressInfo).port, token: 'none' });
  });
};

const mock = async () => {
  const courier = await createTestMock({ wallClock: () => Date.now(), movement: 'NONE' });
  const { url } = await listen(courier.serve, { port: 0, hostname: '127.0.0.1' });
  const [token] = courier.developmentTokens.values();
  process.send?.({ port: Number(new URL(url).port), token });
};

// whoever measures asks what it has taken of a processor so far, in microseconds
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system });
});
await (process.argv[2] === 'bare' ? bare() : mock());
