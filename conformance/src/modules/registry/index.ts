import { type CaseJudge, checkOf, demand, refusal } from '../../checks/check.ts';
import { alterAnswers, withMember } from '../../faults/bend.ts';
import { answerOf, isAccepted, requestOf } from '../../transcript/body.ts';
import type { Fault } from '../../words.ts';
import type { ModuleSuite } from '../suite.ts';
import {
  own,
  registration,
  registryKeys,
  registryLicence,
  registryReports,
  someYear,
} from './scenarios.ts';
import { applicationWalk, licenceWalk, partyWalk } from './walk.ts';

const hub = { kind: 'hand', role: 'hub' } as const;
const regulator = { kind: 'hand', role: 'regulator' } as const;

/** A courier without a valid licence is not among those that may act. */
const notActive: CaseJudge = (seen) => {
  const licence = seen.one('registry-licence');
  const party = seen.one('registry-lapsed');
  if (licence === undefined || party === undefined || !isAccepted(licence)) return undefined;
  if (!isAccepted(party) || answerOf(licence)?.status === 'VALID') return undefined;
  return demand(
    answerOf(party)?.status !== 'REGISTERED',
    [party, licence],
    { en: 'a party that is not active', zh: '未启用的单位' },
    { en: 'an active one', zh: '已启用的单位' },
    { pointer: '/status', surface: 'body' },
  );
};

const CERTIFIED = ['software', 'claims', 'requirementSet', 'reportSha256', 'expiresOn'] as const;

const certificates: CaseJudge = (seen) =>
  seen
    .probe('registry-certificates')
    .filter(isAccepted)
    .flatMap((exchange) => {
      const items: unknown = answerOf(exchange)?.items;
      return (Array.isArray(items) ? items : []).map((item) =>
        demand(
          CERTIFIED.every((member) => item?.[member] !== undefined) &&
            typeof item?.software?.version === 'string',
          exchange,
          {
            en: 'software version, claims, requirement set, digest and end',
            zh: '软件版本、声明、要求集、摘要与终止日',
          },
          { en: 'a certificate without one of them', zh: '缺少其一的证书' },
          { pointer: '/items', surface: 'body' },
        ),
      );
    });

const isRaised: CaseJudge = (seen) => {
  const first = seen.one('registry-year');
  const corrected = seen.one('registry-corrected');
  if (first === undefined || corrected === undefined || !isAccepted(first)) return undefined;
  return demand(
    isAccepted(corrected) &&
      answerOf(corrected)?.revision === answerOf(first)?.revision + 1 &&
      answerOf(corrected)?.staffCount === requestOf(corrected)?.staffCount,
    [corrected, first],
    { en: 'the same report in its next revision', zh: '同一报告的下一版本' },
    { en: 'something else', zh: '其他内容' },
    { pointer: '/revision', surface: 'body' },
  );
};

/** A mobile number of mainland China, by itself or with its country. */
const PHONE = /(?<![0-9A-Za-z-])(\+?86)?1[3-9][0-9]{9}(?![0-9A-Za-z-])/;

const namesNobody: CaseJudge = (seen) =>
  ['registry-read', 'registry-put', 'registry-lapsed', 'registry-certificates']
    .flatMap((probe) => seen.probe(probe))
    .filter(isAccepted)
    .map((exchange) =>
      demand(
        !PHONE.test(JSON.stringify(answerOf(exchange))),
        exchange,
        { en: 'organisations alone', zh: '仅有单位' },
        { en: 'a number of a person', zh: '个人号码' },
        { surface: 'body' },
      ),
    );

const stored = (asked: object) => ({
  ...asked,
  revision: 1,
  createdAt: '2026-11-11T00:00:00+08:00',
  updatedAt: '2026-11-11T00:00:00+08:00',
});

/** Answers a refusal with this code as if it had been taken. */
const takenAnyway = (
  role: 'hub' | 'regulator',
  operation: string,
  code: string,
  made: (asked: Record<string, unknown>) => object,
) =>
  alterAnswers(
    role,
    ({ body, asked, headers }) => {
      if (body?.code !== code) return undefined;
      const plain = new Headers(headers);
      plain.set('Content-Type', 'application/json');
      plain.set('ETag', '"1"');
      return { status: 201, headers: plain, body: stored(made(asked)) };
    },
    [operation],
  );

const faults: readonly Fault[] = [
  {
    ...regulator,
    id: 'party-code-unchecked',
    title: { en: 'takes a credit code with a wrong check character', zh: '不校验统一社会信用代码' },
    violates: ['REG-001'],
    bend: takenAnyway('regulator', 'submitAnnualReport', 'CHECK_DIGIT_INVALID', (asked) => ({
      reportId: '019398a0-0000-7000-8000-0000000000fe',
      ...asked,
      partyId: 'ZZEXPRESS',
    })),
  },
  {
    ...hub,
    id: 'unsigned-keys-taken',
    title: { en: 'takes keys without a signature', zh: '接受未签名的换钥' },
    violates: ['REG-002'],
    bend: takenAnyway('hub', 'registerKeys', 'SIGNATURE_INVALID', ({ signature: _, ...asked }) => ({
      registrationId: '019398a0-0000-7000-8000-0000000000ff',
      ...asked,
    })),
  },
  {
    ...regulator,
    id: 'lapsed-courier-listed',
    title: { en: 'lists a courier without a licence as active', zh: '许可失效仍列为有效' },
    violates: ['REG-003'],
    bend: alterAnswers(
      'regulator',
      ({ body }) =>
        body?.status === 'SUSPENDED' && body?.roles !== undefined
          ? { body: { ...body, status: 'REGISTERED' } }
          : undefined,
      ['getParty'],
    ),
  },
  {
    ...hub,
    id: 'certificate-without-end',
    title: { en: 'certificates never end', zh: '证书无期限' },
    violates: ['REG-004', 'DSC-021'],
    bend: alterAnswers(
      'hub',
      ({ body }) =>
        body?.items?.length > 0
          ? {
              body: {
                ...body,
                items: body.items.map(({ expiresOn: _, ...one }: Record<string, unknown>) => one),
              },
            }
          : undefined,
      ['listCertificates'],
    ),
  },
  {
    ...regulator,
    id: 'two-reports-of-a-year',
    title: { en: 'takes a second annual report', zh: '接受同年第二份年报' },
    violates: ['REG-005'],
    bend: takenAnyway('regulator', 'submitAnnualReport', 'DUPLICATE', (asked) => ({
      reportId: '019398a0-0000-7000-8000-0000000000fd',
      ...asked,
    })),
  },
  {
    ...hub,
    id: 'register-names-a-person',
    title: { en: 'a public entry tells a mobile number', zh: '公开登记含手机号' },
    violates: ['REG-006', 'DSC-026'],
    bend: alterAnswers(
      'hub',
      ({ body }) =>
        body?.items?.[0]?.contactDesk === undefined
          ? undefined
          : {
              body: withMember(body, ['items', 0, 'contactDesk', 'phone'], () => '19900000001'),
            },
      ['listParties'],
    ),
  },
];

/** A register that lets nobody act for another and lists nobody who may not. */
export const registrySuite: ModuleSuite = {
  scenarios: [registryKeys, registryReports, registryLicence],
  checks: [
    checkOf('REG-001', {
      'registry-wrong-code': refusal('registry-wrong-code', 422, 'CHECK_DIGIT_INVALID', {
        pointer: '/partyId',
      }),
    }),
    checkOf('REG-002', {
      'registry-unsigned': refusal('registry-unsigned', 401, 'SIGNATURE_INVALID'),
    }),
    checkOf('REG-003', { 'registry-lapsed': notActive }),
    checkOf('REG-004', { 'registry-certificate': certificates }),
    checkOf('REG-005', {
      'registry-year-again': refusal('registry-year-again', 409, 'DUPLICATE'),
      'registry-corrected': isRaised,
    }),
    checkOf('REG-006', { 'registry-scan': namesNobody }),
  ],
  faults,
  walks: [applicationWalk, licenceWalk, partyWalk],
  twins: {
    putParty: async (stage) => {
      const made = await registration(stage);
      return { ...made, read: { operation: 'getParty', path: made.path } };
    },
    registerKeys: async (stage) => {
      const request = { ...own(stage, 'registerKeys'), keyIds: [`key-${stage.invent.uuid()}`] };
      const { signature } = await stage.sign(request);
      return { body: { ...request, signature } };
    },
    submitAnnualReport: async (stage) => ({
      body: { ...own(stage, 'submitAnnualReport'), year: someYear(stage) },
    }),
    correctAnnualReport: async (stage) => {
      const report = { ...own(stage, 'submitAnnualReport'), year: someYear(stage) };
      const made = await stage.call('submitAnnualReport', { body: report, intent: 'PREPARE' });
      const { reportId, revision } = answerOf(made) ?? {};
      if (!isAccepted(made) || typeof reportId !== 'string') return undefined;
      return {
        path: { reportId },
        body: { staffCount: report.staffCount + 1 },
        ifMatch: revision,
        read: { operation: 'getAnnualReport', path: { reportId } },
      };
    },
  },
};
