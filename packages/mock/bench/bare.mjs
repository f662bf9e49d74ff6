// What a hand-written server would do at the least to answer as the courier does: look at the token, parse, judge by the
// same validator, keep the order with what the courier adds, and answer it whole with the same headers. Run: node bare.mjs <port>
import { createServer } from 'node:http';
import { judge } from '@openwaybill/validate';

/** A server that tells no token is asked with this one. */
const AUTHORIZATION = 'Bearer none';
const HEADERS = {
  'Content-Type': 'application/json',
  'OpenWaybill-Version': '1.0',
  'OpenWaybill-Sandbox': 'true',
  'Cache-Control': 'no-store',
};
const ETAG = { ETag: '"2"' };

const orders = new Map();
let count = 0;

// with its length known, head and body are one piece
const answer = (response, status, text, headers) => {
  response.writeHead(status, { ...HEADERS, ...headers, 'Content-Length': Buffer.byteLength(text) });
  response.end(text);
};

const submit = (response, chunks) => {
  const submission = JSON.parse(Buffer.concat(chunks).toString());
  const verdict = judge('OrderSubmission', submission, 'sender');
  if (!verdict.ok) return answer(response, 422, JSON.stringify(verdict.issues));
  const now = new Date().toISOString();
  count += 1;
  const text = JSON.stringify({
    ...submission,
    status: 'ACCEPTED',
    decision: 'ACCEPTED',
    waybills: [],
    revision: 2,
    createdAt: now,
    updatedAt: now,
    carrierOrderNo: `CO-${String(count).padStart(9, '0')}`,
    estimatedPickupByAt: now,
    estimatedDeliveryByAt: now,
  });
  orders.set(submission.orderNo, text);
  return answer(response, 201, text, ETAG);
};

const server = createServer((request, response) => {
  if (request.headers.authorization !== AUTHORIZATION) return answer(response, 401, '{}');
  if (request.method === 'GET') {
    const text = orders.get(request.url.slice('/v1/orders/'.length));
    return answer(response, text === undefined ? 404 : 200, text ?? '{}', text && ETAG);
  }
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => submit(response, chunks));
});
server.listen(Number(process.argv[2]), '127.0.0.1');
