// What a hand-written server would do at the least: parse, judge by the same validator, answer. Run: node bare.mjs <port>
import { createServer } from 'node:http';
import { judge } from '@openwaybill/validate';

const orders = new Map();
const server = createServer(async (request, response) => {
  if (request.method === 'GET') {
    const text = orders.get(request.url.slice('/v1/orders/'.length));
    response.writeHead(text === undefined ? 404 : 200, { 'Content-Type': 'application/json' });
    response.end(text ?? '{}');
    return;
  }
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = JSON.parse(Buffer.concat(chunks).toString());
  const verdict = judge('OrderSubmission', body, 'sender');
  const text = JSON.stringify(body);
  if (verdict.ok) orders.set(body.orderNo, text);
  response.writeHead(verdict.ok ? 201 : 422, { 'Content-Type': 'application/json' });
  response.end(text);
});
server.listen(Number(process.argv[2]), '127.0.0.1');
