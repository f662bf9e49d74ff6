import { onTestFinished, test } from 'vitest';
import { listen } from '../../src/node.ts';
import { createTestMock } from '../../src/testing.ts';
import { CALL_CASES, proveCall } from './call-cases.ts';

test.each(CALL_CASES)('%s', async (_title, given) => {
  const mock = await createTestMock();
  const port = await listen(mock.serve, { port: 0, hostname: '127.0.0.1' });
  onTestFinished(port.close);
  await proveCall({ mock, origin: port.url }, given);
});
