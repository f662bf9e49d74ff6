// One server of the comparison, in a process of its own: `bare` or `mock`, and its port. The mock tells its token.
import { createServer } from 'node:http';

const port = Number(process.argv[3]);

/** What a hand-written server would do at the least: parse, judge by the same validator, answer. */
const bare = async () => {
  const { judge } = await import('@openwaybill/validate');
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
  server.listen(port, '127.0.0.1');
};

const mock = async () => {
  const [{ listen, systemSha256 }, { createTestMock }] = await Promise.all([
    import('@openwaybill/mock/node'),
    import('@openwaybill/mock/testing'),
  ]);
  const courier = await createTestMock({
    wallClock: () => Date.now(),
    movement: 'NONE',
    sha256: systemSha256,
  });
  const [token] = courier.developmentTokens.values();
  console.log(JSON.stringify({ token }));
  await listen(courier.serve, { port, hostname: '127.0.0.1' });
};

await (process.argv[2] === 'bare' ? bare() : mock());
