import { readFileSync } from 'node:fs';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { secretBytes } from '../src/runtime/secret-text.ts';
import { isSigned } from '../src/runtime/signature.ts';
import { privateKeyOf, SECRET, signature } from './deliveries.ts';

type Signed = {
  readonly id: string;
  readonly valid: boolean;
  readonly secret?: string;
  readonly publicKey?: string;
  readonly privateKey?: string;
  readonly webhookId: string;
  readonly webhookTimestamp: number;
  readonly payload: string;
  readonly signature: string;
};
const vectors = <T>(name: string): readonly T[] =>
  JSON.parse(
    readFileSync(
      new URL(`../../../seeds/real/standard-webhooks/${name}.json`, import.meta.url),
      'utf8',
    ),
  );
const signed = vectors<Signed>('signatures');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const by = ({ publicKey, secret }: Pick<Signed, 'publicKey' | 'secret'>) => ({
  keys: [publicKey ?? []].flat(),
  secrets: [secret ?? []].flat(),
});

test.each(signed.map((vector) => [vector.id, vector] as const))('%s', async (_id, vector) => {
  const { webhookId: id, webhookTimestamp, payload, valid } = vector;
  const given = { id, timestamp: String(webhookTimestamp), signature: vector.signature };
  expect(await isSigned(given, bytes(payload), by(vector))).toBe(valid);
  expect(await isSigned(given, bytes(`${payload} `), by(vector))).toBe(false);
});

test.each(
  signed.flatMap((vector) =>
    vector.privateKey === undefined ? [] : [[vector.id, vector] as const],
  ),
)('what these tests sign is what others sign: %s', (_id, vector) => {
  const seed = Buffer.from((vector.privateKey ?? '').slice('whsk_'.length), 'base64').subarray(
    0,
    32,
  );
  expect(
    signature(
      privateKeyOf(seed),
      vector.webhookId,
      String(vector.webhookTimestamp),
      vector.payload,
    ),
  ).toBe(vector.signature);
});

test('what the library of Standard Webhooks signs is signed', async () => {
  const payload = JSON.stringify({ 名: '张**' });
  const at = new Date(1_614_265_330_000);
  const given = {
    id: 'msg_0000000000000001',
    timestamp: '1614265330',
    signature: new Webhook(SECRET).sign('msg_0000000000000001', at, payload),
  };
  expect(await isSigned(given, bytes(payload), by({ secret: SECRET }))).toBe(true);
});

test.each(
  vectors<{ readonly secret: string; readonly valid: boolean }>('secrets').map(
    ({ secret, valid }) => [secret, valid] as const,
  ),
)('the secret %s is valid: %s', (secret, valid) => {
  const read = () => secretBytes('whsec', secret).length > 0;
  if (valid) expect(read()).toBe(true);
  else expect(read).toThrow(TypeError);
});
