import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { SPOKEN_VERSION } from '@openwaybill/schemas';
import { afterAll, expect, test } from 'vitest';
import { nextKey } from './exchange.ts';
import { submission } from './mock-courier.ts';

const folder = mkdtempSync(join(tmpdir(), 'openwaybill-durable-'));
const path = join(folder, 'courier.db');
afterAll(() => rmSync(folder, { recursive: true }));

const start = async () => {
  const child = spawn(
    process.execPath,
    [
      '--conditions=@openwaybill/source',
      fileURLToPath(new URL('./durable-courier.ts', import.meta.url)),
      path,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [line] = await once(createInterface(child.stdout), 'line');
  const { url, token } = JSON.parse(String(line)) as {
    readonly url: string;
    readonly token: string;
  };
  const headers = { Authorization: `Bearer ${token}`, 'OpenWaybill-Version': SPOKEN_VERSION };
  return { child, url, headers };
};

test('every order that was acknowledged is there after a kill', async () => {
  const first = await start();
  const acknowledged: string[] = [];
  const order = async (orderNo: string): Promise<void> => {
    const answer = await fetch(`${first.url}/v1/orders`, {
      method: 'POST',
      headers: {
        ...first.headers,
        'Content-Type': 'application/json',
        'Idempotency-Key': nextKey(),
      },
      body: JSON.stringify(submission(orderNo)),
    });
    if (answer.status === 201) acknowledged.push(orderNo);
    if (acknowledged.length === 30) first.child.kill('SIGKILL');
  };
  const exit = once(first.child, 'exit');
  await Promise.allSettled(Array.from({ length: 200 }, (_, index) => order(`SO-${index}`)));
  await exit;
  expect(acknowledged.length).toBeGreaterThanOrEqual(30);
  expect(acknowledged.length).toBeLessThan(200);

  const second = await start();
  for (const orderNo of acknowledged) {
    const answer = await fetch(`${second.url}/v1/orders/${orderNo}`, { headers: second.headers });
    expect([orderNo, answer.status]).toEqual([orderNo, 200]);
  }
  second.child.kill('SIGKILL');
  await once(second.child, 'exit');
});
