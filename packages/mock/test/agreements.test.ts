import type { Agreement } from '@openwaybill/schemas';
import { registry } from '@openwaybill/schemas';
import { CompactSign } from 'jose';
import { expect, test } from 'vitest';
import { signedTerms, signTerms } from '../src/agreements/signed-terms.ts';
import { signingKeyOf } from '../src/index.ts';
import { COURIER, type Exchange, exchange, PLATFORM } from './exchange.ts';

const proposal = (more = {}) => ({
  parties: [
    { party: { partyId: PLATFORM, role: 'platform' }, capacity: 'CONTROLLER' },
    { party: { partyId: COURIER, role: 'courier' }, capacity: 'ENTRUSTED' },
  ],
  modules: ['order', 'waybill', 'tracking', 'consignee'],
  purposes: [],
  grants: [{ messageName: 'Order', pointer: '', toRole: 'courier', maxClass: 'pseudonymous' }],
  retentions: [],
  measures: ['传输与存储均加密'],
  interruptionTerms: {
    plannedLeadSeconds: 259_200,
    terminationLeadSeconds: 2_592_000,
    parcelThresholdCount: 10_000,
  },
  options: {},
  effectiveFromOn: '2026-11-12',
  termsSha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  ...more,
});

const signatureOf = async (agreement: Agreement, revision = agreement.revision) => {
  const key = await signingKeyOf(1, PLATFORM);
  return {
    keyId: key.kid,
    signedAt: '2026-11-11T00:00:00+08:00',
    signature: await signTerms(agreement, key),
    revision,
  };
};

const propose = async ({ toCourier }: Exchange, more = {}): Promise<Agreement> =>
  (await toCourier('POST', '/v1/agreements', proposal(more))).body;

const sign = async (parties: Exchange, agreement: Agreement) => {
  const path = `/v1/agreements/${agreement.agreementId}`;
  await parties.toCourier('POST', `${path}/sign`, await signatureOf(agreement));
  await parties.act('courier', 'SIGN_AGREEMENT', { agreementId: agreement.agreementId });
  return (await parties.toCourier('GET', path)).body as Agreement;
};

test('what both have signed takes effect on its day and ends after its last', async () => {
  const parties = await exchange();
  const agreement = await propose(parties, { effectiveToOn: '2026-11-20' });
  expect(agreement).toMatchObject({ status: 'PROPOSED', revision: 1, signatures: [] });
  const signed = await sign(parties, agreement);
  expect(signed).toMatchObject({ status: 'SIGNED', revision: 1 });
  expect(signed.signatures.map(({ partyId }) => partyId)).toEqual([PLATFORM, COURIER]);
  const path = `/v1/agreements/${agreement.agreementId}`;
  const status = async () => (await parties.toCourier('GET', path)).body.status;
  await parties.toCourier('POST', '/v1/test-controls/clock/advance', { by: 'PT24H' });
  expect(await status()).toBe('EFFECTIVE');
  await parties.toCourier('POST', '/v1/test-controls/clock/advance', { by: 'P9D' });
  expect(await status()).toBe('EXPIRED');
  expect(parties.faults).toEqual([]);
});

test('the payload of a stored signature is the agreement', async () => {
  const parties = await exchange();
  const signed = await sign(parties, await propose(parties));
  for (const { signature } of signed.signatures)
    expect(JSON.parse(Buffer.from(signature.split('.')[1] ?? '', 'base64url').toString())).toEqual(
      signedTerms(signed),
    );
});

test('a platform proposes and signs where the agreement lives', async () => {
  const parties = await exchange();
  const { result } = await parties.act('platform', 'PROPOSE_AGREEMENT', {});
  const { agreementId } = result;
  expect(await parties.act('platform', 'SIGN_AGREEMENT', { agreementId })).toEqual({
    state: 'SUCCEEDED',
    result: { revision: 1 },
  });
  expect(await parties.act('courier', 'COUNTER_AGREEMENT', { agreementId })).toEqual({
    state: 'SUCCEEDED',
    result: { revision: 2 },
  });
  const countered = (await parties.toCourier('GET', `/v1/agreements/${agreementId}`)).body;
  expect(countered).toMatchObject({ status: 'COUNTERED', revision: 2, signatures: [] });
  expect(await parties.act('platform', 'SIGN_AGREEMENT', { agreementId })).toMatchObject({
    state: 'SUCCEEDED',
  });
  expect(await parties.act('courier', 'SIGN_AGREEMENT', { agreementId })).toMatchObject({
    state: 'SUCCEEDED',
  });
  const { status } = (await parties.toCourier('GET', `/v1/agreements/${agreementId}`)).body;
  // its first day is past already
  expect(status).toBe('EFFECTIVE');
  expect(parties.faults).toEqual([]);
});

const BAD_SIGNATURES: readonly {
  readonly given: string;
  readonly make: (agreement: Agreement) => Promise<Readonly<Record<string, unknown>>>;
  readonly want: readonly [number, string];
}[] = [
  {
    given: 'a signature of an older revision',
    make: (agreement) => signatureOf(agreement, 7),
    want: [412, 'REVISION_STALE'],
  },
  {
    given: 'a signature with one character changed',
    make: async (agreement) => {
      const made = await signatureOf(agreement);
      const [head, payload, tail = ''] = made.signature.split('.');
      const first = tail.startsWith('A') ? 'B' : 'A';
      return { ...made, signature: `${head}.${payload}.${first}${tail.slice(1)}` };
    },
    want: [401, 'SIGNATURE_INVALID'],
  },
  {
    given: 'a signature by a key that the party does not have',
    make: async (agreement) => {
      const other = await signingKeyOf(2, PLATFORM);
      const made = await signatureOf(agreement);
      return { ...made, keyId: other.kid, signature: await signTerms(agreement, other) };
    },
    want: [401, 'SIGNATURE_INVALID'],
  },
  {
    given: 'a right signature over other terms',
    make: async (agreement) => {
      const key = await signingKeyOf(1, PLATFORM);
      const terms = { ...signedTerms(agreement), modules: ['order'] };
      const signature = await new CompactSign(new TextEncoder().encode(JSON.stringify(terms)))
        .setProtectedHeader({ alg: 'EdDSA', kid: key.kid })
        .sign(key.privateKey);
      return { ...(await signatureOf(agreement)), signature };
    },
    want: [401, 'SIGNATURE_INVALID'],
  },
];

test.each(BAD_SIGNATURES)('$given is refused and changes nothing', async ({ make, want }) => {
  const parties = await exchange();
  const agreement = await propose(parties);
  const path = `/v1/agreements/${agreement.agreementId}`;
  const refused = await parties.toCourier('POST', `${path}/sign`, await make(agreement));
  expect([refused.status, refused.body.code]).toEqual(want);
  expect((await parties.toCourier('GET', path)).body).toEqual(agreement);
  expect(parties.faults).toEqual([]);
});

const PROPOSALS = [
  {
    given: 'personal fields without an assessment',
    more: {
      grants: [
        { messageName: 'RevealGrant', pointer: '/fields', toRole: 'courier', maxClass: 'personal' },
      ],
    },
    pointer: '',
    rule: 'AGR-009',
  },
  {
    given: 'an hour of notice',
    more: {
      interruptionTerms: {
        plannedLeadSeconds: 3600,
        terminationLeadSeconds: 2_592_000,
        parcelThresholdCount: 1,
      },
    },
    pointer: '/interruptionTerms/plannedLeadSeconds',
    rule: 'AGR-010',
  },
  {
    given: 'parties of which the caller is none',
    more: {
      parties: [
        { party: { partyId: 'OTHERONE', role: 'platform' }, capacity: 'CONTROLLER' },
        { party: { partyId: COURIER, role: 'courier' }, capacity: 'ENTRUSTED' },
      ],
    },
    pointer: '/parties',
    rule: 'DSC-023',
  },
];

test.each(PROPOSALS)('a proposal with $given is refused', async ({ more, pointer, rule }) => {
  const parties = await exchange();
  const refused = await parties.toCourier('POST', '/v1/agreements', proposal(more));
  expect(refused).toMatchObject({ status: 422, body: { code: 'RULE_VIOLATION' } });
  expect(refused.body.errors).toEqual([expect.objectContaining({ pointer, rule })]);
});

test('suspension stops the next call, and only who suspended resumes', async () => {
  const parties = await exchange();
  const { toCourier } = parties;
  const [first] = (await toCourier('GET', '/v1/agreements')).body.items;
  const path = `/v1/agreements/${first.agreementId}`;
  expect((await toCourier('GET', '/v1/orders')).status).toBe(200);
  expect((await toCourier('POST', `${path}/suspend`)).body.status).toBe('SUSPENDED');
  const refused = await toCourier('GET', '/v1/orders');
  expect([refused.status, refused.body.code]).toEqual([403, 'AGREEMENT_MISSING']);
  expect((await toCourier('POST', `${path}/resume`)).body.status).toBe('EFFECTIVE');
  expect((await toCourier('GET', '/v1/orders')).status).toBe(200);
  expect(parties.faults).toEqual([]);
});

test('platform and courier do not part without a notice', async () => {
  const parties = await exchange();
  const { toCourier } = parties;
  const [first] = (await toCourier('GET', '/v1/agreements')).body.items;
  const path = `/v1/agreements/${first.agreementId}`;
  const body = { reason: '合同期满不再续签', effectiveOn: '2026-12-20' };
  const refused = await toCourier('POST', `${path}/terminate`, body);
  expect(refused).toMatchObject({ status: 422, body: { code: 'RULE_VIOLATION' } });
  expect(refused.body.errors[0].rule).toBe('AGR-011');
  await toCourier('POST', '/v1/test-controls/interruptions', {
    noticeClass: 'TERMINATION',
    modules: ['order', 'waybill', 'tracking'],
    duration: 'P1D',
  });
  expect((await toCourier('POST', `${path}/terminate`, body)).body.status).toBe('EFFECTIVE');
  await toCourier('POST', '/v1/test-controls/clock/advance', { by: 'P40D' });
  expect((await toCourier('GET', path)).body.status).toBe('TERMINATED');
  expect(parties.faults).toEqual([]);
});

/** A way into every state that a caller can bring about, by commands and the clock alone. */
const WAYS: Readonly<Record<string, (parties: Exchange) => Promise<Agreement>>> = {
  PROPOSED: (parties) => propose(parties),
  COUNTERED: async (parties) => {
    const agreement = await propose(parties);
    await parties.act('courier', 'COUNTER_AGREEMENT', { agreementId: agreement.agreementId });
    return agreement;
  },
  SIGNED: async (parties) => sign(parties, await propose(parties)),
  EFFECTIVE: async (parties) => {
    const agreement = await sign(parties, await propose(parties));
    await parties.toCourier('POST', '/v1/test-controls/clock/advance', { by: 'P1D' });
    return agreement;
  },
  SUSPENDED: async (parties) => {
    const agreement = (await WAYS.EFFECTIVE?.(parties)) as Agreement;
    await parties.toCourier('POST', `/v1/agreements/${agreement.agreementId}/suspend`);
    return agreement;
  },
  EXPIRED: async (parties) => {
    const agreement = await sign(parties, await propose(parties, { effectiveToOn: '2026-11-13' }));
    await parties.toCourier('POST', '/v1/test-controls/clock/advance', { by: 'P5D' });
    return agreement;
  },
  TERMINATED: async (parties) => {
    const agreement = await sign(parties, await propose(parties));
    await terminate(parties, agreement);
    return agreement;
  },
  DECLINED: async (parties) => {
    const agreement = await propose(parties);
    await terminate(parties, agreement);
    return agreement;
  },
};

const terminate = ({ toCourier }: Exchange, { agreementId }: Agreement) =>
  toCourier('POST', `/v1/agreements/${agreementId}/terminate`, {
    reason: '不再合作',
    effectiveOn: '2026-12-20',
  });

const COMMANDS: Readonly<
  Record<
    string,
    (
      parties: Exchange,
      agreement: Agreement,
    ) => Promise<{
      readonly status: number;
      readonly body: { readonly code?: string; readonly status?: unknown; readonly from?: string };
    }>
  >
> = {
  'counter-agreement': async ({ toCourier }, { agreementId, revision }) =>
    toCourier('POST', `/v1/agreements/${agreementId}/counter`, {
      ...proposal(),
      baseRevision: revision,
    }),
  'sign-agreement': async ({ toCourier }, agreement) =>
    toCourier('POST', `/v1/agreements/${agreement.agreementId}/sign`, await signatureOf(agreement)),
  'suspend-agreement': ({ toCourier }, { agreementId }) =>
    toCourier('POST', `/v1/agreements/${agreementId}/suspend`),
  'resume-agreement': ({ toCourier }, { agreementId }) =>
    toCourier('POST', `/v1/agreements/${agreementId}/resume`),
  'terminate-agreement': terminate,
};

const table = registry.lifecycles.find(({ entity }) => entity === 'agreement');
const REFUSALS = Object.keys(WAYS).flatMap((state) =>
  Object.keys(COMMANDS)
    .filter(
      (command) =>
        !table?.transitions.some((row) => row.on === command && row.from.includes(state)),
    )
    .map((command) => ({ state, command })),
);

test('the ways lead to every state of the table', () => {
  expect(Object.keys(WAYS).sort()).toEqual(Object.keys(table?.states ?? {}).sort());
});

test.each(REFUSALS)(
  '$command in $state is refused and changes nothing',
  async ({ state, command }) => {
    const parties = await exchange();
    const reached = await WAYS[state]?.(parties);
    const path = `/v1/agreements/${reached?.agreementId}`;
    const before = (await parties.toCourier('GET', path)).body;
    expect(before.status).toBe(state);
    const refused = await COMMANDS[command]?.(parties, before);
    expect([refused?.status, refused?.body.code, refused?.body.from]).toEqual([
      409,
      'STATE_ILLEGAL',
      state,
    ]);
    expect((await parties.toCourier('GET', path)).body).toEqual(before);
    expect(parties.faults).toEqual([]);
  },
);
