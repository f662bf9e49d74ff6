import { inspect } from 'node:util';
import { PURPOSE_LIMITS, registry } from '@openwaybill/schemas';
import { CompactEncrypt, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { expect, test } from 'vitest';
import { waysOut } from '../../privacy/test/ways-out.ts';
import { connect } from '../src/index.ts';
import { createRevealer, openSealedConsignee, type Purpose, REVEALABLE } from '../src/reveal.ts';
import { localServer, type Reply } from './local-server.ts';
import { problem } from './messages.ts';
import { virtualTime } from './virtual-time.ts';

const NOW = Date.parse('2026-11-22T08:00:00Z');
const NAME = '张三丰';
const use = {
  issuer: 'SHOPONE',
  recipient: 'ZZEXPRESS',
  waybillNo: 'ZZ0000000001',
  purpose: 'SERVICE_NAME_CHECK',
  revealId: 'rv_2Jx8mQ4tVb7LkD0sYw9cRA',
} as const;

const pair = await generateKeyPair('ECDH-ES+A256KW', { crv: 'P-256', extractable: true });
const privateKey = { ...(await exportJWK(pair.privateKey)), kid: 'enc-1' };
const publicKey: JWK = { ...(await exportJWK(pair.publicKey)), kid: 'enc-1' };

const seal = async (
  claims: Readonly<Record<string, unknown>> = {},
  payload: unknown = { name: NAME },
): Promise<string> => {
  const bound = {
    aud: use.recipient,
    waybillNo: use.waybillNo,
    purpose: use.purpose,
    revealId: use.revealId,
    exp: NOW / 1000 + 60,
    ...claims,
  };
  const crit = ['aud', 'waybillNo', 'purpose', 'revealId', 'exp'];
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({
      alg: 'ECDH-ES+A256KW',
      enc: 'A256GCM',
      typ: 'consignee+jwe',
      kid: 'enc-1',
      iss: use.issuer,
      iat: NOW / 1000,
      ...bound,
      crit,
    })
    .encrypt(await importJWK(publicKey, 'ECDH-ES+A256KW'), {
      crit: Object.fromEntries(crit.map((name) => [name, true])),
    });
};

const own = { keys: [privateKey], now: () => NOW };

test.each([
  ['another parcel', { waybillNo: 'ZZ0000000002' }, 'WAYBILL'],
  ['another recipient', { aud: 'YYEXPRESS' }, 'AUDIENCE'],
  ['another purpose', { purpose: 'SERVICE_CLAIM' }, 'PURPOSE'],
  ['another reveal', { revealId: 'rv_AAAAAAAAAAAAAAAAAAAAAA' }, 'REVEAL'],
  ['another platform', { iss: 'SHOPTWO' }, 'ISSUER'],
  ['a time that is over', { exp: NOW / 1000 }, 'EXPIRED'],
  ['a key of somebody else', { kid: 'enc-2' }, 'KEY'],
  ['another type', { typ: 'JWT' }, 'FORM'],
])('fields that were sealed for %s are refused', async (_, claims, fault) => {
  const opened = await openSealedConsignee(await seal(claims), use, own);
  expect(opened.ok ? undefined : opened.refused.fault).toBe(fault);
  expect(inspect(opened, { depth: 9 })).not.toContain(NAME);
});

test('text that is no sealed payload is refused', async () => {
  for (const text of ['', 'a.b.c', `${await seal()}x`]) {
    const opened = await openSealedConsignee(text, use, own);
    expect(opened.ok).toBe(false);
  }
});

test('what is opened shows itself on demand alone', async () => {
  const opened = await openSealedConsignee(await seal(), use, own);
  if (!opened.ok) throw opened.refused;
  expect(opened.fields.name?.expose()).toBe(NAME);
});

const WHOLE = {
  name: NAME,
  phone: '+8619900000001',
  phoneKind: 'REAL',
  address: {
    region: { countryCode: 'CN', regionCode: '210202', regionCodeVersion: 'NBS-2023' },
    road: '虚构路 12 号',
    unitRoom: '2 单元 501',
    structured: true,
  },
  deliveryNote: '放在门口',
  idNumber: '990101199001010017',
};
const WORDS = [NAME, '19900000001', '虚构路', '501', '门口', '990101'];

test('a result of a reveal tells nothing by any way into a log', async () => {
  const sealedFields = await seal({}, WHOLE);
  const { revealer } = await asking({ status: 201, json: { ...bare, sealedFields } });
  const result = await revealer.reveal(question);
  expect(result.ok && Object.keys(result.reveal.fields ?? {}).sort()).toEqual(
    Object.keys(WHOLE).sort(),
  );
  const told = waysOut(result).filter(([, shown]) => WORDS.some((word) => shown.includes(word)));
  expect(told).toEqual([]);
  expect(inspect(result, { depth: 9 })).not.toContain(sealedFields);
});

test('a reveal that fails tells nothing of what was sealed', async () => {
  const sealedFields = await seal({ aud: 'YYEXPRESS' }, WHOLE);
  const { revealer } = await asking({ status: 201, json: { ...bare, sealedFields } });
  const result = await revealer.reveal(question);
  const told = waysOut(result).filter(([, shown]) => shown.includes(sealedFields));
  expect([result.ok, told]).toEqual([false, []]);
});

const [grant] = Object.values(
  registry.schemas.get('RevealGrant')?.examples.valid ?? {},
) as object[];
const { fields: _, ...bare } = grant as { readonly fields?: unknown };

const asking = async (...replies: readonly Reply[]) => {
  const { url, arrived } = await localServer(...replies);
  const platform = connect({ baseUrl: url, role: 'courier', token: 'abc', ...virtualTime() });
  const revealer = createRevealer({
    platform,
    issuer: use.issuer,
    recipient: use.recipient,
    keys: [privateKey],
    now: () => NOW,
  });
  return { revealer, arrived };
};

const question = {
  consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4',
  waybillNo: use.waybillNo,
  purpose: 'SERVICE_NAME_CHECK',
  fields: ['NAME'],
  actor: { actorId: 'emp_9f3k2m', kind: 'SYSTEM' },
  authentication: 'MFA',
} as const;

test('a reveal is sealed unless it is asked for in clear', async () => {
  const sealedFields = await seal();
  const { revealer, arrived } = await asking(
    { status: 201, json: { ...bare, sealedFields } },
    { status: 201, json: grant },
  );
  const results = [
    await revealer.reveal(question),
    await revealer.reveal({ ...question, inClear: true }),
  ];
  expect(arrived.map(({ body }) => JSON.parse(body).sealToKeyId)).toEqual(['enc-1', undefined]);
  for (const result of results)
    expect(result.ok && result.reveal.fields?.name?.expose()).toBe(NAME);
});

test('a refusal and a seal that does not fit are results', async () => {
  const { revealer } = await asking(
    { status: 403, json: problem('STAGE_NOT_PERMITTED', { status: 403 }) },
    { status: 201, json: { ...bare, sealedFields: await seal({ aud: 'YYEXPRESS' }) } },
  );
  expect(await revealer.reveal(question)).toMatchObject({
    ok: false,
    problem: { code: 'STAGE_NOT_PERMITTED' },
  });
  expect(await revealer.reveal(question)).toMatchObject({
    ok: false,
    refused: { fault: 'AUDIENCE' },
  });
});

test('the fields of each purpose are those of the policy', () => {
  for (const [purpose, { fields, isSealed }] of Object.entries(REVEALABLE)) {
    const rows = PURPOSE_LIMITS.filter((one) => one.purpose === purpose);
    const most = new Set(rows.flatMap((one) => (one.fields === 'AS_ORDERED' ? [] : one.fields)));
    expect([purpose, [...most].sort()]).toEqual([purpose, [...fields].sort()]);
    expect([purpose, rows.some(({ sealed }) => sealed === true)]).toEqual([purpose, isSealed]);
  }
  const known: readonly string[] = Object.keys(REVEALABLE) as Purpose[];
  const others = PURPOSE_LIMITS.filter(({ purpose }) => !known.includes(purpose));
  expect(others.every(({ fields }) => fields === 'AS_ORDERED' || fields.length === 0)).toBe(true);
});
