import { type BlacklistEntry, blacklistLifecycle, registry } from '@openwaybill/schemas';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTestMock, type TestMock } from '../../src/testing.ts';
import { type Caller, callerOf } from '../exchange.ts';

const TOKEN = 'ct_47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU';
const DIGEST = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
/** The clock of the mock begins on 11 November 2026. */
const proposal = {
  subjectKind: 'PERSON',
  subjectToken: TOKEN,
  reasonCode: 'MALICIOUS_ORDER',
  evidenceSha256: DIGEST,
  decidedBy: { partyId: 'SHOPONE', role: 'platform' },
  effectiveFromAt: '2026-12-01T00:00:00+08:00',
  expiresAt: '2027-12-01T00:00:00+08:00',
  appealUntilAt: '2026-12-01T00:00:00+08:00',
  humanReviewed: true,
};
const { subjectToken: _, ...aboutNobody } = proposal;
const aboutShop = {
  ...aboutNobody,
  subjectKind: 'ORGANISATION',
  subjectParty: { partyId: 'SEABREEZE', role: 'merchant' },
};

let mock: TestMock;
let call: Caller;
let faults: string[];
beforeEach(async () => {
  faults = [];
  mock = await createTestMock({
    role: 'hub',
    partyId: 'HUB1',
    counterparties: [
      { partyId: 'SHOPONE', role: 'platform', name: '示例电商' },
      { partyId: 'ZZEXPRESS', role: 'courier', name: '模拟快递' },
      { partyId: 'SEABREEZE', role: 'merchant', name: '海风商店' },
      { partyId: 'REG1', role: 'regulator', name: '示例监管' },
    ],
  });
  call = callerOf(mock, 'https://hub.test', 'SHOPONE', faults);
});
afterEach(async () => {
  await mock.settled();
  expect(faults).toEqual([]);
});

const refusalOf = (body: { code?: string; errors?: { pointer: string; rule: string }[] }) =>
  [body.code, body.errors?.[0]?.pointer, body.errors?.[0]?.rule].filter(Boolean).join(' ');
const propose = (body: object = proposal) => call('POST', '/v1/blacklist-entries', body);
const entryId = async (body: object = proposal): Promise<string> =>
  (await propose(body)).body.entryId;
const read = (id: string, as = 'SHOPONE') =>
  call('GET', `/v1/blacklist-entries/${id}`, undefined, { as });
/** What is stored, since nobody may list it. */
const entries = () =>
  mock.system.transact('SHOPONE', (unit) => unit.list({ collection: 'blacklist-entries' }));
const appeal = (id: string, as = 'SHOPONE') =>
  call(
    'POST',
    `/v1/blacklist-entries/${id}/appeal`,
    { text: '未曾恶意下单。', filedAt: '2026-11-12T00:00:00+08:00' },
    { as },
  );
const revoke = (id: string, as = 'SHOPONE') =>
  call('POST', `/v1/blacklist-entries/${id}/revoke`, undefined, { as });
const check = (items: readonly object[], as = 'ZZEXPRESS') =>
  call('POST', '/v1/blacklist-checks', { items }, { as });
const cause = async (id: string, fact: string): Promise<string> => {
  const started = await call('POST', '/v1/test-controls/actions', {
    action: 'CAUSE_FACT',
    input: { collection: 'blacklist-entries', resourceId: id, fact },
  });
  await mock.settled();
  return (await call('GET', `/v1/test-controls/actions/${started.body.actionId}`)).body.state;
};
const waitUntil = async (toAt: string) => {
  await call('POST', '/v1/test-controls/clock/advance', { toAt });
  await mock.settled();
};

describe('a proposal is refused that', () => {
  test.each<[string, object, string]>([
    ['never ends', { ...proposal, expiresAt: undefined }, 'SCHEMA_VIOLATION required'],
    [
      'lasts longer than two years',
      { ...proposal, expiresAt: '2028-12-01T00:00:01+08:00' },
      'RULE_VIOLATION /expiresAt CRD-001',
    ],
    [
      'takes effect while it may be appealed',
      { ...proposal, effectiveFromAt: '2026-11-30T00:00:00+08:00' },
      'RULE_VIOLATION /effectiveFromAt CRD-002',
    ],
    [
      'leaves no time for an appeal',
      { ...proposal, appealUntilAt: '2026-11-11T00:00:00+08:00' },
      'RULE_VIOLATION /appealUntilAt CRD-002',
    ],
    [
      'a machine made alone',
      { ...proposal, humanReviewed: false },
      'SCHEMA_VIOLATION /humanReviewed const',
    ],
    [
      'names a person by a telephone',
      { ...proposal, subjectToken: '+8619900000001' },
      'SCHEMA_VIOLATION /subjectToken pattern',
    ],
    [
      'names a person by a plain digest',
      { ...proposal, subjectToken: DIGEST },
      'SCHEMA_VIOLATION /subjectToken',
    ],
    ['names nobody', aboutNobody, 'RULE_VIOLATION DSC-023'],
    ['names two', { ...aboutShop, subjectToken: TOKEN }, 'RULE_VIOLATION DSC-023'],
    [
      'names an organisation by a wrong code',
      { ...aboutShop, subjectParty: { partyId: '91210200MA0000001N', role: 'merchant' } },
      'CHECK_DIGIT_INVALID /subjectParty/partyId check-digit',
    ],
  ])('%s', async (_title, body, want) => {
    const answer = await propose(body);
    expect(answer.status).toBe(422);
    expect(refusalOf(answer.body)).toContain(want);
    expect(await entries()).toEqual([]);
  });
});

test('a reason of a later list is kept as OTHER', async () => {
  expect((await propose({ ...proposal, reasonCode: 'DISLIKED' })).body.reasonCode).toBe('OTHER');
});

test('an entry takes effect after its appeal period, and ends in time', async () => {
  const id = await entryId();
  await cause(id, 'SUBJECT_INFORMED');
  await waitUntil('2026-11-30T23:59:59+08:00');
  expect((await read(id)).body.status).toBe('NOTIFIED');
  await waitUntil('2026-12-01T00:00:00+08:00');
  expect((await read(id)).body.status).toBe('EFFECTIVE');
  await waitUntil('2027-12-01T00:00:00+08:00');
  expect((await read(id)).body.status).toBe('EXPIRED');
});

test('an appeal that is dismissed early takes effect no sooner', async () => {
  const id = await entryId();
  await cause(id, 'SUBJECT_INFORMED');
  expect((await appeal(id)).body.status).toBe('APPEALED');
  expect(await cause(id, 'APPEAL_DISMISSED')).toBe('FAILED');
  expect((await read(id)).body.status).toBe('APPEALED');
  await waitUntil('2026-12-01T00:00:00+08:00');
  await cause(id, 'APPEAL_DISMISSED');
  expect((await read(id)).body.status).toBe('EFFECTIVE');
});

test('an entry is read by proposer, subject and regulator alone', async () => {
  const id = await entryId(aboutShop);
  const statuses = [];
  for (const as of ['SHOPONE', 'SEABREEZE', 'REG1', 'ZZEXPRESS'])
    statuses.push((await read(id, as)).status);
  expect(statuses).toEqual([200, 200, 200, 404]);
});

test('nobody but the organisation that is listed appeals for it', async () => {
  const id = await entryId(aboutShop);
  await cause(id, 'SUBJECT_INFORMED');
  expect((await appeal(id, 'ZZEXPRESS')).status).toBe(404);
  expect((await appeal(id, 'SEABREEZE')).status).toBe(200);
});

test('an organisation alone appeals an entry about it', async () => {
  const id = await entryId(aboutShop);
  expect(await cause(id, 'SUBJECT_INFORMED')).toBe('SUCCEEDED');
  for (const as of ['SHOPONE', 'ZZEXPRESS']) expect((await appeal(id, as)).status).toBe(404);
  expect((await appeal(id, 'SEABREEZE')).body.status).toBe('APPEALED');
});

test('nobody revokes what another member proposed', async () => {
  const id = await entryId();
  const before = (await read(id)).body;
  expect((await revoke(id, 'ZZEXPRESS')).status).toBe(404);
  expect((await read(id)).body).toEqual(before);
});

test('unlisted, revoked and unknown subjects get one answer', async () => {
  const id = await entryId();
  await cause(id, 'SUBJECT_INFORMED');
  await revoke(id);
  const answers = [];
  for (const token of [TOKEN, `ct_${'A'.repeat(43)}`])
    answers.push((await check([{ subjectToken: token }])).body);
  expect(answers[0]).toEqual(answers[1]);
});

test('checks are throttled by the member, and open again in the next minute', async () => {
  const items = Array.from({ length: 100 }, () => ({ subjectToken: TOKEN }));
  const statuses = [];
  for (let no = 0; no < 4; no++) statuses.push((await check(items)).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
  expect((await check(items, 'SHOPONE')).status).toBe(200);
  await call('POST', '/v1/test-controls/clock/advance', { by: 'PT1M' }, { as: 'ZZEXPRESS' });
  await mock.settled();
  expect((await check([{ subjectToken: TOKEN }])).status).toBe(200);
});

test('no event names the person that an entry is about', async () => {
  await call('POST', '/v1/event-subscriptions', {
    subscriptionId: '019398a0-0000-7000-8000-0000000000f1',
    callbackUrl: 'https://platform.test/v1/event-inbox',
    eventTypes: ['org.openwaybill.credit.blacklist.changed'],
    signing: 'V1A',
  });
  await mock.settled();
  await entryId();
  await mock.settled();
  const told = mock.sent.map(({ body }) => body).filter((body) => body.includes('blacklist'));
  expect(told).toHaveLength(1);
  expect(told.filter((body) => body.includes('ct_'))).toEqual([]);
});

describe('a command that the table does not name is refused', () => {
  const ways: Readonly<Record<BlacklistEntry['status'], readonly string[]>> = {
    PROPOSED: [],
    NOTIFIED: ['SUBJECT_INFORMED'],
    APPEALED: ['SUBJECT_INFORMED', 'appeal'],
    EFFECTIVE: ['SUBJECT_INFORMED', 'APPEAL_PERIOD_OVER'],
    EXPIRED: ['SUBJECT_INFORMED', 'APPEAL_PERIOD_OVER', 'TERM_OVER'],
    REVOKED: ['revoke'],
  };
  const commands = { 'appeal-blacklist-entry': appeal, 'revoke-blacklist-entry': revoke };
  const illegal = Object.keys(blacklistLifecycle.states).flatMap((state) =>
    Object.keys(commands)
      .filter(
        (on) =>
          !blacklistLifecycle.transitions.some(
            (row) => row.on === on && (row.from as readonly string[]).includes(state),
          ),
      )
      .map((on) => [state, on] as const),
  );

  test.each(illegal)('%s: %s', async (state, on) => {
    const id = await entryId();
    for (const step of ways[state as BlacklistEntry['status']])
      if (step === 'appeal') await appeal(id);
      else if (step === 'revoke') await revoke(id);
      else await cause(id, step);
    const before = (await read(id)).body;
    expect(before.status).toBe(state);
    const answer = await commands[on as keyof typeof commands](id);
    expect([answer.status, answer.body.code]).toEqual([409, 'STATE_ILLEGAL']);
    expect((await read(id)).body).toEqual(before);
  });
});

test('a score of an actor is shown to its maker alone', async () => {
  const example = registry.schemas.get('CreditEvaluationSubmission')?.examples.valid;
  for (const body of Object.values(example ?? {}))
    expect((await call('POST', '/v1/credit-evaluations', body)).status).toBe(201);
  const seen = async (as: string) =>
    (await call('GET', '/v1/credit-evaluations', undefined, { as })).body.items.length;
  expect([await seen('SHOPONE'), await seen('ZZEXPRESS')]).toEqual([2, 1]);
});

test('a party signs no pledge for another', async () => {
  const pledge = {
    party: { partyId: 'ZZEXPRESS', role: 'courier' },
    conventionName: '自律公约',
    signedOn: '2026-11-11',
    termsSha256: DIGEST,
  };
  expect((await call('POST', '/v1/pledges', pledge)).body.code).toBe('ROLE_NOT_PERMITTED');
  expect((await call('POST', '/v1/pledges', pledge, { as: 'ZZEXPRESS' })).status).toBe(201);
  expect((await call('GET', '/v1/pledges')).body.items).toHaveLength(1);
});
