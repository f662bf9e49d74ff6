import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { toExpress } from '@openwaybill/client/adapters';
import { createReceiver } from '@openwaybill/client/receiver';

type App = {
  readonly use: (handler: unknown) => unknown;
  readonly post: (path: string, handler: unknown) => unknown;
  readonly listen: (
    port: number,
    host: string,
    ready: () => void,
  ) => {
    readonly address: () => AddressInfo;
  };
};
/** It brings no types. */
const express: (() => App) & {
  readonly raw: (options: { readonly type: () => boolean }) => unknown;
  readonly json: () => unknown;
} = createRequire(import.meta.url)('express');

const [, , parser = '', now = '', key = ''] = process.argv;
const PARSERS: Readonly<Record<string, () => unknown>> = {
  raw: () => express.raw({ type: () => true }),
  json: () => express.json(),
};
const app = express();
const before = PARSERS[parser]?.();
if (before !== undefined) app.use(before);
const receive = createReceiver({ keys: [JSON.parse(key)], now: () => Number(now), handlers: {} });
app.post('/v1/event-inbox', toExpress(receive));
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${server.address().port}\n`);
});
