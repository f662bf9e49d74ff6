import {
  signatureProfile,
  verifyingKeyOf,
  verifyResponse,
} from '@openwaybill/privacy/signed-messages';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { submission } from '../mock-courier.ts';
import { type Draft, OTHER, type PortedCourier, portedCourier, START } from './ported-courier.ts';

let courier: PortedCourier;
beforeAll(async () => {
  courier = await portedCourier({ signedMessages: signatureProfile });
});
afterAll(() => courier.close());

const PATH = '/v1/orders';
const QUERY = '/v1/orders?limit=5';
let orders = 0;
const order = () => {
  orders += 1;
  return courier.draft('POST', PATH, submission(`SO-SIGNED-${orders}`));
};

const ended = async (draft: Draft): Promise<string> => {
  const response = await courier.send(draft);
  const { code } = (await response.json()) as { readonly code?: string };
  return code === undefined ? String(response.status) : `${response.status} ${code}`;
};

const withHeaders = (draft: Draft, change: Readonly<Record<string, string | null>>): Draft => {
  const headers = new Headers(draft.headers);
  for (const [name, value] of Object.entries(change))
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  return { ...draft, headers };
};

const input = (draft: Draft): string => draft.headers.get('Signature-Input') ?? '';

test('a signed command is done', async () => {
  expect(await ended(await courier.sign(await order()))).toBe('201');
});

test('a signed read is answered', async () => {
  expect(await ended(await courier.sign(await courier.draft('GET', QUERY)))).toBe('200');
});

test('what needs no token needs no signature', async () => {
  const open = await fetch(`${courier.url}/.well-known/openwaybill`);
  const { claims } = (await open.json()) as {
    readonly claims: readonly { readonly conformanceClass: string }[];
  };
  expect(claims.map(({ conformanceClass }) => conformanceClass)).toContain('signed-messages');
});

const INVALID = '401 SIGNATURE_INVALID';

/** Twelve mutations of a good request, and some more. */
const MUTATIONS: readonly {
  readonly given: string;
  readonly made: () => Promise<Draft>;
  readonly want: string;
}[] = [
  { given: 'no signature', made: () => order(), want: INVALID },
  {
    given: 'another body',
    made: async () => ({
      ...(await courier.sign(await order())),
      body: JSON.stringify(submission('SO-OTHER')),
    }),
    want: INVALID,
  },
  {
    given: 'another path',
    made: async () => ({ ...(await courier.sign(await order())), path: '/v1/orders/batch' }),
    want: INVALID,
  },
  {
    given: 'another query',
    made: async () => ({
      ...(await courier.sign(await courier.draft('GET', QUERY))),
      path: '/v1/orders?limit=6',
    }),
    want: INVALID,
  },
  {
    given: 'the token of another organisation',
    made: async () =>
      withHeaders(await courier.sign(await order()), {
        Authorization: `Bearer ${await courier.token(OTHER)}`,
      }),
    want: INVALID,
  },
  {
    given: 'another media type',
    made: async () =>
      withHeaders(await courier.sign(await order()), {
        'Content-Type': 'application/json; charset=utf-8',
      }),
    want: INVALID,
  },
  {
    given: 'the digest of other bytes',
    made: async () => {
      const signed = await courier.sign(await order());
      const other = await courier.sign(await order());
      return withHeaders(signed, { 'Content-Digest': other.headers.get('Content-Digest') });
    },
    want: INVALID,
  },
  {
    given: 'no digest',
    made: async () => withHeaders(await courier.sign(await order()), { 'Content-Digest': null }),
    want: INVALID,
  },
  {
    given: 'a component that is not covered',
    made: async () => {
      const bare = await courier.draft('POST', PATH, submission('SO-PART'));
      const key = bare.headers.get('Idempotency-Key');
      const signed = await courier.sign(withHeaders(bare, { 'Idempotency-Key': null }));
      return withHeaders(signed, { 'Idempotency-Key': key });
    },
    want: INVALID,
  },
  {
    given: 'a signature of 301 seconds ago',
    made: async () => courier.sign(await order(), { now: START - 301_000 }),
    want: '401 TIMESTAMP_SKEW',
  },
  {
    given: 'a signature of 31 seconds ahead',
    made: async () => courier.sign(await order(), { now: START + 31_000 }),
    want: '401 TIMESTAMP_SKEW',
  },
  {
    given: 'a nonce that was used',
    made: async () => {
      const signed = await courier.sign(await order());
      await courier.send(signed);
      return signed;
    },
    want: INVALID,
  },
  {
    given: 'a read that is sent again',
    made: async () => {
      const signed = await courier.sign(await courier.draft('GET', QUERY));
      await courier.send(signed);
      return signed;
    },
    want: INVALID,
  },
  {
    given: 'a key of another organisation',
    made: async () => courier.sign(await order(), { as: OTHER }),
    want: INVALID,
  },
  {
    given: 'another key under the right name',
    made: async () => {
      const { kid } = await courier.key();
      return courier.sign(await order(), { as: OTHER, kid });
    },
    want: INVALID,
  },
  {
    given: 'a key that nobody has',
    made: async () => courier.sign(await order(), { kid: 'nobodys' }),
    want: '401 KEY_UNKNOWN',
  },
  {
    given: 'two signatures for one use',
    made: async () => {
      const plain = await order();
      const [one, two] = [await courier.sign(plain), await courier.sign(plain)];
      return withHeaders(one, {
        Signature: `${one.headers.get('Signature')}, ${two.headers.get('Signature')?.replace('ow=', 'ow2=')}`,
        'Signature-Input': `${input(one)}, ${input(two).replace('ow=', 'ow2=')}`,
      });
    },
    want: INVALID,
  },
];

describe('a signed system refuses a request with', () => {
  test.each(MUTATIONS)('$given', async ({ made, want }) => {
    expect(await ended(await made())).toBe(want);
  });
});

test('a nonce of a refused request is not used up', async () => {
  const signed = await courier.sign(await order());
  const altered = { ...signed, body: JSON.stringify(submission('SO-FORGED')) };
  expect([await ended(altered), await ended(signed)]).toEqual([INVALID, '201']);
});

test('a nonce is remembered as long as its signature is good', async () => {
  const at = courier.now();
  const early = await courier.sign(await courier.draft('GET', QUERY), { now: at + 30_000 });
  expect(await ended(early)).toBe('200');
  courier.wait(330);
  const late = await ended(early);
  courier.wait(-330);
  expect(late).toBe(INVALID);
});

test('a retry has the same command under a new nonce', async () => {
  const plain = await order();
  const first = await courier.send(await courier.sign(plain));
  const second = await courier.send(await courier.sign(plain));
  expect([first.status, second.status, second.headers.get('Idempotency-Replayed')]).toEqual([
    201,
    201,
    'true',
  ]);
});

describe('an answer', () => {
  const verdictOf = async (path: string) => {
    const asked = await courier.sign(await courier.draft('GET', path));
    const response = await courier.send(asked);
    const jwks = (await (await fetch(`${courier.url}/v1/keys`)).json()) as {
      readonly keys: readonly { readonly kid: string }[];
    };
    const verdict = await verifyResponse(
      {
        status: response.status,
        headers: response.headers,
        body: new Uint8Array(await response.arrayBuffer()),
      },
      {
        method: 'GET',
        targetUri: `${courier.url}${path}`,
        headers: asked.headers,
        body: new Uint8Array(),
      },
      {
        keyOf: async (keyid) =>
          (await verifyingKeyOf(jwks.keys.find(({ kid }) => kid === keyid) ?? {})) ?? 'UNKNOWN',
        now: courier.now(),
      },
    );
    return [response.status, verdict];
  };

  test.each([
    ['of agreements is signed', '/v1/agreements', [200, 'VALID']],
    ['of notices is signed', '/v1/interruption-notices', [200, 'VALID']],
    ['that refuses a label is signed', '/v1/waybills/NO-SUCH-1/label', [404, 'VALID']],
    ['of orders is not', '/v1/orders', [200, 'ABSENT']],
  ] as const)('%s', async (_, path, want) => {
    expect(await verdictOf(path)).toEqual(want);
  });
});

test('outside the class signatures are not looked at', async () => {
  const plain = await portedCourier();
  const draft = await plain.draft('GET', QUERY);
  const forged = withHeaders(draft, { 'Signature-Input': 'ow=((', Signature: 'ow=:AAAA:' });
  const response = await plain.send(forged);
  await plain.close();
  expect([response.status, response.headers.get('Signature')]).toEqual([200, null]);
});
