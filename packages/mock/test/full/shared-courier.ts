import { parseArgs } from 'node:util';
import { httpSender, listen, postgresStore, realWait } from '../../src/node.ts';
import { createTestMock } from '../../src/testing.ts';

/**
 * A process of its own: a courier of two platforms on a schema of PostgreSQL, which tells where it listens, and then
 * every defect. `--ahead` sets its real clock so many milliseconds ahead; `--public-url` is where clients find it.
 */
const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    schema: { type: 'string' },
    ahead: { type: 'string' },
    'public-url': { type: 'string' },
  },
});
const defects: unknown[] = [];
const tell = (line: unknown): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};
const courier = await createTestMock({
  ...(values['public-url'] === undefined ? {} : { baseUrl: values['public-url'] }),
  store: await postgresStore(values.url ?? '', values.schema),
  counterparties: ['SHOPONE', 'SHOPTWO'].map((partyId) => ({
    partyId,
    role: 'platform',
    name: partyId,
  })),
  // undefined: each process draws a stream of its own
  random: undefined as never,
  wallClock: () => Date.now() + Number(values.ahead ?? 0),
  send: httpSender({ isLoopbackAllowed: true, deadline: AbortSignal.timeout }),
  wait: realWait,
  onDefect: (error) => {
    defects.push(error);
    tell({ defect: error instanceof Error ? error.stack : String(error) });
  },
});
const { url } = await listen(courier.serve, { port: 0, hostname: '127.0.0.1' });
tell({ url, tokens: Object.fromEntries(courier.developmentTokens) });
for (;;) {
  await courier.tick();
  await realWait(100);
}
