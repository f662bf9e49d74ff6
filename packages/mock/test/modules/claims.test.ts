import { registry } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { exchange } from '../exchange.ts';
import { type Courier, carriedParcel, MERCHANT } from './carried-parcel.ts';
import { createOneParty } from './one-party.ts';

const CLAIM = '019398a0-0000-7000-8000-0000000000c2';
const COMPLAINT = '019398a0-0000-7000-8000-0000000000c3';
const NOWHERE = '019398a0-0000-7000-8000-0000000000ff';

const cny = (minor: number) => ({ currency: 'CNY', minor });
const claimOf = (waybillNo: string, more: object = {}) => ({
  claimId: CLAIM,
  waybillNo,
  kind: 'DAMAGED',
  claimedAmount: cny(12_800),
  isInsured: false,
  evidence: [],
  ...more,
});
const photo = (last: number) => ({
  attachmentId: `019398a0-0000-7000-8000-${String(last).padStart(12, '0')}`,
  mediaType: 'image/jpeg',
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  sizeBytes: 48_213,
});

const filed = async (more: object = {}): Promise<Courier> => {
  const courier = await carriedParcel('PICKED_UP', 'DAMAGED');
  const made = await courier.call('POST', '/v1/claims', claimOf(courier.waybillNo, more));
  expect(made).toMatchObject({ status: 201, body: { status: 'FILED', revision: 1 } });
  return courier;
};

const read = async ({ call }: Courier, path: string) => (await call('GET', path)).body;

describe('an exception', () => {
  test('follows the scan of its meaning, once', async () => {
    const courier = await carriedParcel('PICKED_UP', 'DAMAGED', 'DAMAGED');
    const raised = await courier.events('org.openwaybill.claims.exception.raised');
    expect(raised).toMatchObject([{ waybillNo: courier.waybillNo, kind: 'DAMAGED' }]);
    const [{ foundAt, instructionDueAt }] = raised as [Record<string, string>];
    expect(Date.parse(instructionDueAt ?? '') - Date.parse(foundAt ?? '')).toBe(48 * 3_600_000);
    expect(courier.faults).toEqual([]);
  });

  test('is handled by default when nobody instructs, and not after', async () => {
    const courier = await carriedParcel('PICKED_UP', 'LOST');
    const [{ exceptionId }] = (await courier.events('org.openwaybill.claims.exception.raised')) as [
      Record<string, string>,
    ];
    const path = `/v1/exceptions/${exceptionId}`;
    await courier.advance('PT47H');
    expect((await read(courier, path)).status).toBe('RAISED');
    await courier.advance('PT1H');
    expect((await read(courier, path)).status).toBe('DEFAULTED');
    const late = await courier.call('POST', `${path}/instruct`, { instruction: 'RETURN' });
    expect(late.body).toMatchObject({ code: 'STATE_ILLEGAL', from: 'DEFAULTED' });
    await courier.advance('P2D');
    expect((await read(courier, path)).status).toBe('RESOLVED');
  });
});

describe('a claim is decided before it is due', () => {
  test.each([
    [
      'up to the declared value',
      { isInsured: true, declaredValue: cny(10_000) },
      { decision: 'PARTLY', amount: cny(10_000), rule: 'DECLARED_VALUE' },
    ],
    [
      'by the actual loss where nothing was declared',
      {},
      { decision: 'APPROVED', amount: cny(12_800), rule: 'ACTUAL_LOSS' },
    ],
    [
      'against a declared value of nothing',
      { isInsured: true, declaredValue: cny(0) },
      { decision: 'REJECTED', amount: cny(0), rule: 'DECLARED_VALUE' },
    ],
  ])('%s', async (_title, more, want) => {
    const courier = await filed(more);
    const { createdAt, decisionDueAt } = await read(courier, `/v1/claims/${CLAIM}`);
    expect(Date.parse(decisionDueAt) - Date.parse(createdAt)).toBe(30 * 86_400_000);
    await courier.advance('P3D');
    const claim = await read(courier, `/v1/claims/${CLAIM}`);
    expect(claim.decision).toMatchObject(want);
    expect(Date.parse(claim.decision.decidedAt)).toBeLessThan(Date.parse(decisionDueAt));
    expect(courier.faults).toEqual([]);
  });

  test('and is closed 15 days after a rejection', async () => {
    const courier = await filed();
    await courier.cause('claims', CLAIM, 'REVIEW_STARTED');
    await courier.cause('claims', CLAIM, 'CLAIM_REJECTED');
    await courier.advance('P14DT23H');
    expect((await read(courier, `/v1/claims/${CLAIM}`)).status).toBe('REJECTED');
    await courier.advance('PT2H');
    expect((await read(courier, `/v1/claims/${CLAIM}`)).status).toBe('CLOSED');
  });

  test('and its evidence is added to, each file once', async () => {
    const courier = await filed({ evidence: [photo(1)] });
    await courier.cause('claims', CLAIM, 'REVIEW_STARTED');
    await courier.cause('claims', CLAIM, 'EVIDENCE_ASKED');
    const added = await courier.call('POST', `/v1/claims/${CLAIM}/evidence`, {
      evidence: [photo(1), photo(2)],
    });
    expect(added).toMatchObject({
      status: 200,
      body: { status: 'UNDER_REVIEW', evidence: [photo(1), photo(2)] },
    });
  });
});

const STATES: Readonly<Record<string, readonly string[]>> = {
  FILED: [],
  UNDER_REVIEW: ['REVIEW_STARTED'],
  EVIDENCE_DUE: ['REVIEW_STARTED', 'EVIDENCE_ASKED'],
  APPROVED: ['REVIEW_STARTED', 'CLAIM_APPROVED'],
  REJECTED: ['REVIEW_STARTED', 'CLAIM_REJECTED'],
  APPEALED: ['REVIEW_STARTED', 'CLAIM_REJECTED', 'appeal'],
  PAID: ['REVIEW_STARTED', 'CLAIM_APPROVED', 'CLAIM_PAID'],
  CLOSED: ['REVIEW_STARTED', 'CLAIM_REJECTED', 'appeal', 'APPEAL_REFUSED'],
  WITHDRAWN: ['withdraw'],
};
const COMMANDS: Readonly<Record<string, readonly [string, unknown]>> = {
  'add-claim-evidence': ['evidence', { evidence: [photo(1)] }],
  'appeal-claim': ['appeal', { reasonText: '照片可见外箱在交付前已破损' }],
  'withdraw-claim': ['withdraw', undefined],
};

describe('a claim obeys its table in every state', () => {
  const rows = registry.lifecycles.find(({ entity }) => entity === 'claim')?.transitions ?? [];
  test.each(
    Object.entries(STATES).flatMap(([state, way]) =>
      Object.keys(COMMANDS).map((command) => [state, command, way] as const),
    ),
  )('%s, %s', async (state, command, way) => {
    const courier = await filed();
    for (const step of way) {
      const [, body] = Object.values(COMMANDS).find(([verb]) => verb === step) ?? [];
      const did = /[A-Z]/.test(step)
        ? (await courier.cause('claims', CLAIM, step)).state
        : (await courier.call('POST', `/v1/claims/${CLAIM}/${step}`, body)).status;
      expect(['SUCCEEDED', 200]).toContain(did);
    }
    const before = await read(courier, `/v1/claims/${CLAIM}`);
    expect(before.status).toBe(state);
    const [verb = '', body] = COMMANDS[command] ?? [];
    const answer = await courier.call('POST', `/v1/claims/${CLAIM}/${verb}`, body);
    const row = rows.find((one) => one.on === command && one.from.includes(state));
    if (row !== undefined) expect(answer).toMatchObject({ status: 200, body: { status: row.to } });
    else {
      expect(answer.body).toMatchObject({ code: 'STATE_ILLEGAL', from: state });
      expect(await read(courier, `/v1/claims/${CLAIM}`)).toEqual(before);
    }
    expect(courier.faults).toEqual([]);
  });
});

describe('a refused request changes nothing', () => {
  test.each<[string, (waybillNo: string) => readonly [string, object], readonly unknown[]]>([
    [
      'a second live claim of one kind',
      (waybillNo) => ['/v1/claims', claimOf(waybillNo, { claimId: NOWHERE })],
      [409, 'DUPLICATE', ''],
    ],
    [
      'the id of another claim',
      (waybillNo) => ['/v1/claims', claimOf(waybillNo, { claimedAmount: cny(1) })],
      [409, 'DUPLICATE', undefined],
    ],
    [
      'a claim for a parcel of nobody',
      () => ['/v1/claims', claimOf('ZZ010000009999', { claimId: NOWHERE })],
      [404, 'NOT_FOUND', undefined],
    ],
    [
      'an insured parcel without a declared value',
      (waybillNo) => [
        '/v1/claims',
        claimOf(waybillNo, { claimId: NOWHERE, kind: 'SHORT', isInsured: true }),
      ],
      [422, 'RULE_VIOLATION', ''],
    ],
    [
      'a claim for less than nothing',
      (waybillNo) => [
        '/v1/claims',
        claimOf(waybillNo, { claimId: NOWHERE, kind: 'SHORT', claimedAmount: cny(-1) }),
      ],
      [422, 'RULE_VIOLATION', '/claimedAmount/minor'],
    ],
    [
      'half a fen',
      (waybillNo) => [
        '/v1/claims',
        claimOf(waybillNo, { claimId: NOWHERE, kind: 'SHORT', claimedAmount: cny(0.5) }),
      ],
      [422, 'SCHEMA_VIOLATION', '/claimedAmount/minor'],
    ],
    [
      'a number in an appeal of nothing',
      () => [`/v1/claims/${NOWHERE}/appeal`, { reasonText: '请致电 １９９ ００００ ０００１' }],
      [422, 'PLAINTEXT_PERSONAL_DATA', '/reasonText'],
    ],
    [
      'a name in an appeal of nothing',
      () => [`/v1/claims/${NOWHERE}/appeal`, { reasonText: '快递员：李海棠 未上门' }],
      [422, 'PLAINTEXT_PERSONAL_DATA', '/reasonText'],
    ],
    [
      'an instruction about nothing',
      () => [`/v1/exceptions/${NOWHERE}/instruct`, { instruction: 'HOLD' }],
      [404, 'NOT_FOUND', undefined],
    ],
    [
      'a complaint about a parcel of nobody',
      () => [
        '/v1/complaints',
        {
          complaintId: COMPLAINT,
          waybillNo: 'ZZ010000009999',
          topic: 'DELAY',
          openedAt: '2026-11-11T08:00:00+08:00',
        },
      ],
      [404, 'NOT_FOUND', undefined],
    ],
  ])('%s', async (_title, requestOf, want) => {
    const courier = await filed();
    const before = await read(courier, `/v1/claims/${CLAIM}`);
    const [path, body] = requestOf(courier.waybillNo);
    const refused = await courier.call('POST', path, body);
    expect([refused.status, refused.body.code, refused.body.errors?.[0]?.pointer]).toEqual(want);
    expect(await read(courier, `/v1/claims/${CLAIM}`)).toEqual(before);
    expect((await courier.call('GET', `/v1/claims/${NOWHERE}`)).status).toBe(404);
    expect((await courier.call('GET', `/v1/complaints/${COMPLAINT}`)).status).toBe(404);
  });

  test('a file too many', async () => {
    const courier = await filed({ evidence: Array.from({ length: 20 }, (_, at) => photo(at)) });
    await courier.cause('claims', CLAIM, 'REVIEW_STARTED');
    const refused = await courier.call('POST', `/v1/claims/${CLAIM}/evidence`, {
      evidence: [photo(20)],
    });
    expect(refused.body).toMatchObject({
      code: 'RULE_VIOLATION',
      errors: [{ pointer: '/evidence' }],
    });
  });
});

test('a withdrawn claim makes room for another', async () => {
  const courier = await filed();
  const withdrawn = await courier.call('POST', `/v1/claims/${CLAIM}/withdraw`);
  expect(withdrawn).toMatchObject({ status: 200, body: { status: 'WITHDRAWN' } });
  const next = claimOf(courier.waybillNo, { claimId: NOWHERE });
  expect((await courier.call('POST', '/v1/claims', next)).status).toBe(201);
});

test('the merchant of an order claims for its parcel, nobody else does', async () => {
  const { call, waybillNo } = await carriedParcel('PICKED_UP');
  const theirs = await call('POST', '/v1/claims', claimOf(waybillNo), { as: 'SHOPTWO' });
  expect(theirs.status).toBe(404);
  const ours = await call('POST', '/v1/claims', claimOf(waybillNo), { as: MERCHANT.partyId });
  expect(ours.status).toBe(201);
  expect((await call('GET', `/v1/claims/${CLAIM}`)).status).toBe(404);
});

test('an insurer decides a claim for a parcel that it never saw', async () => {
  const platform = { partyId: 'SHOPONE', role: 'platform', name: '示例电商' } as const;
  const { call, events, faults } = await createOneParty('insurer', platform);
  const body = claimOf('SF1234567890123', { carrierCode: 'SF' });
  expect((await call('POST', '/v1/claims', body)).status).toBe(201);
  await call('POST', '/v1/test-controls/clock/advance', { by: 'P5D' });
  expect((await call('GET', `/v1/claims/${CLAIM}`)).body).toMatchObject({
    status: 'PAID',
    decision: { decision: 'APPROVED', rule: 'ACTUAL_LOSS' },
  });
  expect(await events('org.openwaybill.claims.claim.changed')).toHaveLength(4);
  expect(faults).toEqual([]);
});

test('an agreement sets the terms and the rules of claims', async () => {
  const { act, toCourier, faults } = await exchange();
  const [standing] = (await toCourier('GET', '/v1/agreements')).body.items;
  const { agreementId: _, status: __, revision: ___, createdAt, updatedAt, ...agreed } = standing;
  const { signatures, parties, ...terms } = agreed;
  const proposed = await toCourier('POST', '/v1/agreements', {
    ...terms,
    parties: parties.map(({ party, capacity }: { party: unknown; capacity: unknown }) => ({
      party,
      capacity,
    })),
    claimTerms: {
      decisionWithin: 'P10D',
      liability: [{ isInsured: false, rule: 'CONTRACT_LIMIT', chargeMultiple: 7 }],
    },
  });
  expect(proposed.status).toBe(201);
  const { agreementId } = proposed.body;
  for (const at of ['platform', 'courier'] as const)
    expect((await act(at, 'SIGN_AGREEMENT', { agreementId })).state).toBe('SUCCEEDED');

  await act('platform', 'SUBMIT_ORDER', { orderNo: 'SO-1', consigneeSeed: 'p1' });
  const { result } = await act('platform', 'CREATE_WAYBILL', { orderNo: 'SO-1' });
  const made = await toCourier('POST', '/v1/claims', claimOf(result.waybillNo));
  expect(made.status).toBe(201);
  const { createdAt: filedAt, decisionDueAt } = made.body;
  expect(Date.parse(decisionDueAt) - Date.parse(filedAt)).toBe(10 * 86_400_000);
  await toCourier('POST', '/v1/test-controls/clock/advance', { by: 'P5D' });
  expect((await toCourier('GET', `/v1/claims/${CLAIM}`)).body.decision).toMatchObject({
    decision: 'PARTLY',
    amount: cny(8_400),
    rule: 'CONTRACT_LIMIT',
  });
  expect(faults).toEqual([]);
});

describe('a complaint', () => {
  const opened = async (topic: string): Promise<Courier> => {
    const courier = await carriedParcel('PICKED_UP');
    const made = await courier.call('POST', '/v1/complaints', {
      complaintId: COMPLAINT,
      waybillNo: courier.waybillNo,
      topic,
      openedAt: '2026-11-11T08:00:00+08:00',
    });
    expect(made).toMatchObject({ status: 201, body: { status: 'OPEN' } });
    return courier;
  };
  const path = `/v1/complaints/${COMPLAINT}`;

  test('is answered in time, and then not escalated', async () => {
    const courier = await opened('NO_CONSENT_LOCKER');
    await courier.advance('P3D');
    const { status, answer, answerDueAt } = await read(courier, path);
    expect(status).toBe('ANSWERED');
    expect(Date.parse(answer.answeredAt)).toBeLessThan(Date.parse(answerDueAt));
    expect((await courier.call('POST', `${path}/escalate`)).body).toMatchObject({
      code: 'STATE_ILLEGAL',
      from: 'ANSWERED',
    });
    expect(await courier.events('org.openwaybill.claims.complaint.answered')).toMatchObject([
      { complaintId: COMPLAINT, fromStatus: 'OPEN' },
    ]);
    expect(courier.faults).toEqual([]);
  });

  test('is escalated once it is overdue, and not before', async () => {
    const courier = await opened('OTHER');
    await courier.advance('P6D');
    expect((await courier.call('POST', `${path}/escalate`)).status).toBe(409);
    await courier.advance('P1D');
    expect((await read(courier, path)).status).toBe('OVERDUE');
    const escalated = await courier.call('POST', `${path}/escalate`);
    expect(escalated).toMatchObject({ status: 200, body: { status: 'ESCALATED' } });
    expect((await courier.call('POST', `${path}/escalate`)).status).toBe(409);
  });
});
