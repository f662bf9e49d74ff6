import { listen, openFileStore } from '../src/node.ts';
import { createTestMock } from '../src/testing.ts';

/** A process of its own for the test that kills it: a courier on a file, which tells where it listens. */
const [, , path = ''] = process.argv;
const mock = await createTestMock({ store: await openFileStore(path) });
const { url } = await listen(mock.serve, { port: 0, hostname: '127.0.0.1' });
const [token] = mock.developmentTokens.values();
process.stdout.write(`${JSON.stringify({ url, token })}\n`);
