import { readFileSync } from 'node:fs';
import { exportJWK, generateKeyPair } from 'jose';
import { expect, test } from 'vitest';
import { clientCredentials } from '../src/auth.ts';
import { generateClient } from '../src/generator/generate-client.ts';
import { connect, known } from '../src/index.ts';
import { createReceiver } from '../src/receiver.ts';
import { delivery, others, ours } from './deliveries.ts';
import { localServer } from './local-server.ts';
import { draft, order, refusal, waybill } from './messages.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const lines = [...readme.matchAll(/```js\n([^`]+)```/g)].flatMap(([, code = '']) =>
  code.split('\n').filter((line) => !line.startsWith('import ')),
);

/** `expression; // value` */
const CLAIM = /^(\S.*); \/\/ (.+)$/;

/** Claims are counted where they stand, so that each is about the state that a reader sees. */
const program = lines.map((line) => line.replace(CLAIM, 'seen.push([$1, $2]);')).join('\n');

const run = new Function(
  'given',
  `const { ${[
    'connect, known, clientCredentials, createReceiver, generateClient',
    'baseUrl, token, draft, privateJwk, keys, delivery, sameDelivery, forgedDelivery',
  ].join(', ')} } = given;
return (async () => { const seen = [];\n${program}\nreturn seen; })();`,
) as (given: object) => Promise<readonly (readonly [unknown, unknown])[]>;

test('what the example claims is so', async () => {
  const server = await localServer(
    { status: 201, headers: { etag: '"2"' }, json: waybill },
    refusal('NOT_FOUND'),
    { json: { items: [order], nextCursor: 'c1' } },
    { json: { items: [order] } },
  );
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const seconds = Math.floor(Date.now() / 1000);
  const seen = await run({
    ...{ connect, known, clientCredentials, createReceiver, generateClient },
    ...{ baseUrl: server.url, token: 'abc', draft },
    privateJwk: { ...(await exportJWK(privateKey)), kid: 'k1' },
    keys: [ours.jwk],
    delivery: delivery({ seconds }),
    sameDelivery: delivery({ seconds }),
    forgedDelivery: delivery({ seconds, signedBy: [others.privateKey] }),
  });
  expect(seen).toHaveLength(17);
  expect(seen.map(([value]) => value)).toEqual(seen.map(([, wanted]) => wanted));
});
