import { type Mock, memoryStore } from '@openwaybill/mock';
import { createTestMock } from '@openwaybill/mock/testing';
import { SPOKEN_VERSION } from '@openwaybill/schemas';
import { beforeAll, expect, test } from 'vitest';
import { main } from '../src/main.ts';
import { runnersOf } from '../src/sandbox/parties.ts';
import { memoryIo } from './_memory-io.ts';

const URL_OF_PLATFORM = 'https://platform.test';
const NOW = Date.parse('2026-11-11T00:00:00+08:00');

const verify = async (
  words: readonly string[],
  files: Readonly<Record<string, unknown>> = {},
  mock?: Mock,
) => {
  const texts = Object.entries(files).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  const io = memoryIo(Object.fromEntries(texts), {
    now: () => NOW,
    ...(mock === undefined ? {} : { fetch: (request: Request) => mock.fetch(request) }),
  });
  const code = await main(['verify-audit', ...words], io);
  return { code, out: io.stdout, err: io.stderr };
};

/** A platform whose log has entries, and what it answered about the first of them. */
const platform = async () => {
  const mock = await createTestMock({
    role: 'platform',
    store: memoryStore(),
    counterparties: await runnersOf(1, 'platform'),
  });
  const [runner] = await runnersOf(1, 'platform');
  const token = mock.developmentTokens.get(runner?.partyId ?? '');
  let count = 0;
  // biome-ignore lint/suspicious/noExplicitAny: an answer is looked at as it comes
  const ask = async (method: string, path: string, body?: unknown): Promise<any> => {
    count += 1;
    const answer = await mock.fetch(
      new Request(`${URL_OF_PLATFORM}${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          'OpenWaybill-Version': SPOKEN_VERSION,
          'Content-Type': 'application/json',
          'Idempotency-Key': `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    return answer.json();
  };
  const refused = () =>
    ask('POST', '/v1/consignee-reveals', {
      consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4',
      waybillNo: 'ZZ0000000001',
      purpose: 'FULFIL_SELF_SHIP',
      fields: ['NAME'],
      actor: { actorId: 'emp_9f3k2m', kind: 'SYSTEM' },
      authentication: 'MFA',
    });
  const receipts = [await refused(), await refused(), await refused()];
  return { mock, ask, receipts, keys: await ask('GET', '/v1/keys') };
};

let given: Awaited<ReturnType<typeof platform>>;
beforeAll(async () => {
  given = await platform();
});

test('a receipt is verified by itself, with a key and nothing else', async () => {
  const { keys, receipts } = given;
  const { code, out } = await verify(['keys.json', 'grant.json'], {
    'keys.json': keys,
    'grant.json': receipts[1],
  });
  expect(out).toEqual([
    '✓  receipt  #1    grant.json',
    '',
    '1 hold, 0 do not, 0 want a checkpoint that was not given',
  ]);
  expect(code).toBe(0);
});

test('two receipts and the proof between their trees hold together', async () => {
  const { ask, keys, receipts } = given;
  const between = await ask('GET', '/v1/audit-proofs/consistency?from=1&to=3');
  const files = { 'keys.json': keys, 'log.json': [receipts[0], receipts[2], between] };
  const { code, out } = await verify(['keys.json', 'log.json', '--json'], files);
  const { valid, invalid, open, items } = JSON.parse(out.join(''));
  expect([code, valid, invalid, open]).toEqual([0, 3, 0, 0]);
  expect(items.map(({ kind }: { kind: string }) => kind)).toEqual([
    'receipt',
    'receipt',
    'consistency',
  ]);
});

const BENT: readonly {
  readonly given: string;
  // biome-ignore lint/suspicious/noExplicitAny: an answer is bent as it comes
  readonly bend: (receipt: any) => unknown;
  readonly want: string;
}[] = [
  {
    given: 'another leaf',
    bend: (one) => ({ ...one, leafHash: '0'.repeat(64) }),
    want: 'INCLUSION',
  },
  {
    given: 'another size',
    bend: (one) => ({ ...one, checkpoint: one.checkpoint.replace('\n2\n', '\n3\n') }),
    want: 'SIGNATURE',
  },
  { given: 'a place beyond the tree', bend: (one) => ({ ...one, leafIndex: 9 }), want: 'COVERAGE' },
];

test.each(BENT)('a receipt with $given does not hold', async ({ bend, want }) => {
  const { keys, receipts } = given;
  const files = { 'keys.json': keys, 'bent.json': bend(receipts[1].auditReceipt) };
  const { code, out } = await verify(['keys.json', 'bent.json'], files);
  expect(code).toBe(1);
  expect(out[0]).toMatch(new RegExp(`^✗ {2}receipt .*${want}`));
});

test('a proof whose checkpoint was not given is left open', async () => {
  const { ask, keys } = given;
  const between = await ask('GET', '/v1/audit-proofs/consistency?from=1&to=3');
  const files = { 'keys.json': keys, 'proof.json': between };
  const { code, out } = await verify(['keys.json', 'proof.json'], files);
  expect([code, out[0]?.slice(0, 1)]).toEqual([4, '·']);
});

test('a platform proves that an older receipt is still in its log', async () => {
  const { mock, receipts } = given;
  const files = { 'grant.json': receipts[0] };
  const { code, out, err } = await verify([URL_OF_PLATFORM, 'grant.json'], files, mock);
  expect([code, err]).toEqual([0, []]);
  expect(out.filter((line) => line.startsWith('✓')).map((line) => line.split(/ +/)[1])).toEqual([
    'receipt',
    'checkpoint',
    'consistency',
    'inclusion',
    'inclusion',
  ]);
});

/** What a person is handed: a document about one order, with an entry for each of two requests. */
const exported = async () => {
  const [runner] = await runnersOf(1, 'platform');
  const mock = await createTestMock({
    role: 'platform',
    store: memoryStore(),
    counterparties: [
      ...(runner === undefined ? [] : [runner]),
      { partyId: 'MERCHANT1', role: 'merchant', name: '海风百货' },
      { partyId: 'PERSON1', role: 'consignee', name: '张三丰' },
    ],
  });
  let count = 0;
  // biome-ignore lint/suspicious/noExplicitAny: an answer is looked at as it comes
  const ask = async (as: string, method: string, path: string, body?: unknown): Promise<any> => {
    count += 1;
    const answer = await mock.fetch(
      new Request(`${URL_OF_PLATFORM}${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${mock.developmentTokens.get(as)}`,
          'OpenWaybill-Version': SPOKEN_VERSION,
          'Content-Type': 'application/json',
          'Idempotency-Key': `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    return answer.json();
  };
  const { consignee } = await ask('MERCHANT1', 'POST', '/v1/consignees', {
    orderNo: 'ORD-1',
    contact: { name: '张三丰', mobile: '+8619900000001' },
    address: {
      region: { countryCode: 'CN', regionCode: '210204', regionCodeVersion: 'NBS-2023' },
      road: '虚构路8号',
      structured: true,
    },
    basis: 'CONTRACT',
  });
  const { consigneeRef } = consignee;
  for (const purpose of ['FULFIL_DELIVER', 'SERVICE_CLAIM'])
    await ask('MERCHANT1', 'POST', '/v1/consignee-reveals', {
      consigneeRef,
      waybillNo: 'ZZ0000000001',
      purpose,
      fields: ['NAME'],
      actor: { actorId: 'emp_9f3k2m', kind: 'SYSTEM' },
      authentication: 'MFA',
      ...(purpose === 'SERVICE_CLAIM' ? { justification: '外包装破损，需核对签收经过。' } : {}),
    });
  return {
    keys: await ask('PERSON1', 'GET', '/v1/keys'),
    copy: await ask('PERSON1', 'GET', `/v1/consignees/${consigneeRef}/subject-access`),
  };
};

test('what a person is handed proves who asked for what', async () => {
  const { keys, copy } = await exported();
  const { code, out } = await verify(['keys.json', 'me.json', '--json'], {
    'keys.json': keys,
    'me.json': copy,
  });
  const { valid, invalid, open, items } = JSON.parse(out.join(''));
  expect([code, valid, invalid, open]).toEqual([0, 5, 0, 0]);
  expect(items.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
    'checkpoint',
    'inclusion',
    'inclusion',
    'leaf',
    'leaf',
  ]);
  expect(out.join('')).not.toContain('张三丰');
});

const FORGERIES: readonly {
  readonly given: string;
  // biome-ignore lint/suspicious/noExplicitAny: an entry is bent as it comes
  readonly bend: (one: any) => unknown;
  readonly want: string;
}[] = [
  {
    given: 'another leaf than was hashed',
    bend: (one) => ({ ...one, leaf: one.leaf.replace('emp_9f3k2m', 'emp_000000') }),
    want: 'LEAF',
  },
  {
    given: 'an entry that says something else than its leaf',
    bend: (one) => ({ ...one, entry: { ...one.entry, fields: ['ADDRESS'] } }),
    want: 'ENTRY',
  },
  {
    given: 'a proof of another place',
    bend: (one) => ({ ...one, proof: { ...one.proof, leafIndex: 1 } }),
    want: 'INCLUSION',
  },
];

test.each(FORGERIES)('a document with $given does not hold', async ({ bend, want }) => {
  const { keys, copy } = await exported();
  const [first, ...others] = copy.entries;
  const forged = { ...copy, entries: [bend(first), ...others] };
  const { code, out } = await verify(['keys.json', 'me.json'], {
    'keys.json': keys,
    'me.json': forged,
  });
  expect([code, out.some((line) => line.startsWith('✗') && line.includes(want))]).toEqual([
    1,
    true,
  ]);
});

test('another organisation has another log', async () => {
  const { keys, receipts } = given;
  const files = { 'keys.json': keys, 'grant.json': receipts[0] };
  const { code, out } = await verify(
    ['keys.json', 'grant.json', '--organisation', 'SOMEBODY'],
    files,
  );
  expect(code).toBe(1);
  expect(out[0]).toContain('ORIGIN');
});

const MISUSES = [
  { given: 'a file that is not there', words: ['none.json'], files: {}, want: 2 },
  { given: 'a file that is no JSON', words: ['a.json'], files: { 'a.json': 'x' }, want: 2 },
  { given: 'keys alone', words: ['keys.json'], files: { 'keys.json': '{"keys":[]}' }, want: 2 },
  { given: 'a platform out of reach', words: ['https://nobody.test'], files: {}, want: 5 },
];

test.each(MISUSES)('$given ends with $want', async ({ words, files, want }) => {
  expect((await verify(words, files)).code).toBe(want);
});
