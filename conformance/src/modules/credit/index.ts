import { blocked, type CaseJudge, checkOf, demand, endingOf, refusal } from '../../checks/check.ts';
import { SAID } from '../../checks/sayings.ts';
import { exampleBody } from '../../drive/example.ts';
import { alterAnswers, alterRequests, requestWith, withMember } from '../../faults/bend.ts';
import { alterStored } from '../../faults/stored.ts';
import { answerOf, codeOfAnswer, headerOf, isAccepted } from '../../transcript/body.ts';
import type { Fault, Text } from '../../words.ts';
import type { ModuleSuite } from '../suite.ts';
import {
  blacklistWalk,
  creditAppealPeriod,
  creditProposals,
  MOST_A_MINUTE,
  proposalOf,
} from './blacklist.ts';

const hub = { kind: 'hand', role: 'hub' } as const;

/** Every entry that is shown ends. */
const ends: CaseJudge = (seen) =>
  [...seen.probe('credit-proposed'), ...seen.probe('credit-within-appeal')]
    .filter(isAccepted)
    .map((exchange) =>
      demand(
        Date.parse(answerOf(exchange)?.expiresAt) > Date.parse(answerOf(exchange)?.effectiveFromAt),
        exchange,
        { en: 'an entry that ends after it begins', zh: '终止晚于起始的条目' },
        { en: 'another entry', zh: '其他条目' },
        { pointer: '/expiresAt', surface: 'body' },
      ),
    );

const isStatus =
  (probe: string, isRight: (status: unknown) => boolean, wanted: Text): CaseJudge =>
  (seen) =>
    seen
      .probe(probe)
      .filter(isAccepted)
      .map((exchange) =>
        demand(isRight(answerOf(exchange)?.status), exchange, wanted, SAID.anotherStatus, {
          pointer: '/status',
          surface: 'body',
        }),
      );

/** Who was listed once and who never was get the same answer, byte for byte. */
const alike: CaseJudge = (seen) => {
  const revoked = seen.one('credit-check-revoked');
  const unknown = seen.one('credit-check-unknown');
  if (revoked === undefined || unknown === undefined) return undefined;
  if (!isAccepted(revoked) || !isAccepted(unknown)) return undefined;
  return demand(
    JSON.stringify(answerOf(revoked)) === JSON.stringify(answerOf(unknown)),
    [revoked, unknown],
    { en: 'one answer for both', zh: '两者应答相同' },
    SAID.twoAnswers,
    { pointer: '/results/0', surface: 'body' },
  );
};

/** Before the minute is over, a member that asks and asks is told to wait, and for how long. */
const throttled: CaseJudge = (seen) => {
  const first = seen.one('credit-check-some');
  const last = seen.one('credit-check-many');
  if (first === undefined || last === undefined) return undefined;
  if (!isAccepted(first)) return blocked(first, 'STATE_NOT_REACHED');
  return demand(
    codeOfAnswer(last) === 'RATE_LIMITED' &&
      headerOf(last.response?.headers, 'Retry-After') !== undefined,
    [last, first],
    {
      en: `429 RATE_LIMITED with Retry-After before ${MOST_A_MINUTE} subjects`,
      zh: `查询满 ${MOST_A_MINUTE} 个对象之前 429 RATE_LIMITED，且有 Retry-After`,
    },
    endingOf(last),
    { surface: 'status' },
  );
};

const grounded: CaseJudge = (seen) =>
  seen
    .probe('credit-score')
    .filter(isAccepted)
    .map((exchange) => {
      const { period, evidenceRefs, methodVersion } = answerOf(exchange) ?? {};
      return demand(
        typeof period?.fromOn === 'string' &&
          Array.isArray(evidenceRefs) &&
          evidenceRefs.length > 0 &&
          typeof methodVersion === 'string',
        exchange,
        { en: 'a period, evidence and a version of the method', zh: '期间、依据与方法版本' },
        { en: 'a score without one of them', zh: '缺少其一的评分' },
        { surface: 'body' },
      );
    });

const faults: readonly Fault[] = [
  {
    ...hub,
    id: 'entry-for-ever',
    title: { en: 'takes an entry of more than two years', zh: '接受超过两年的条目' },
    violates: ['CRD-001'],
    bend: alterRequests(
      'hub',
      async (request, body) => {
        const longest = Date.parse(body?.effectiveFromAt) + 700 * 86_400_000;
        return Date.parse(body?.expiresAt) > longest
          ? requestWith(request, {
              body: withMember(body, ['expiresAt'], () => new Date(longest).toISOString()),
            })
          : undefined;
      },
      ['proposeBlacklistEntry'],
    ),
  },
  {
    ...hub,
    id: 'effective-unheard',
    title: { en: 'an entry takes effect at once', zh: '条目即刻生效' },
    violates: ['CRD-002'],
    bend: alterAnswers(
      'hub',
      ({ body }) =>
        body?.status === 'NOTIFIED' ? { body: { ...body, status: 'EFFECTIVE' } } : undefined,
      ['getBlacklistEntry'],
    ),
  },
  {
    ...hub,
    id: 'person-by-phone',
    title: { en: 'takes a telephone number for a person', zh: '以电话指代个人' },
    violates: ['CRD-003'],
    bend: alterRequests(
      'hub',
      async (request, body) =>
        typeof body?.subjectToken === 'string' && !body.subjectToken.startsWith('ct_')
          ? requestWith(request, {
              body: withMember(body, ['subjectToken'], () => `ct_${'p'.repeat(43)}`),
            })
          : undefined,
      ['proposeBlacklistEntry'],
    ),
  },
  {
    ...hub,
    id: 'check-tells-former-entries',
    title: { en: 'a check tells of entries that are over', zh: '查询透露已失效的条目' },
    violates: ['CRD-004'],
    bend: {
      fetch: (next, switchOn) => {
        const known = new Set<string>();
        return async (request: Request) => {
          const { pathname } = new URL(request.url);
          const text = request.method === 'POST' ? await request.clone().text() : '';
          const response = await next(request);
          if (pathname.endsWith('/blacklist-entries') && response.status === 201)
            known.add(String(JSON.parse(text).subjectToken));
          if (!pathname.endsWith('/blacklist-checks') || response.status !== 200) return response;
          const { items } = JSON.parse(text) as { items: readonly { subjectToken?: string }[] };
          if (!items.some(({ subjectToken }) => known.has(subjectToken ?? ''))) return response;
          switchOn.fired();
          const body = (await response.json()) as { readonly results: readonly object[] };
          const results = body.results.map((result) => ({
            ...result,
            listed: true,
            reasonCode: 'OTHER',
          }));
          return new Response(JSON.stringify({ results }), {
            status: 200,
            headers: response.headers,
          });
        };
      },
    },
  },
  {
    ...hub,
    id: 'checks-unthrottled',
    title: { en: 'answers as many checks as are asked', zh: '查询不限速' },
    violates: ['CRD-004'],
    bend: alterStored(['blacklist-checked'], (_row, switchOn) => {
      switchOn.fired();
      return undefined;
    }),
  },
  {
    ...hub,
    id: 'score-without-method',
    title: { en: 'a score does not say how it was made', zh: '评分未注明方法' },
    violates: ['CRD-006', 'DSC-021', 'DSC-026'],
    bend: alterAnswers(
      'hub',
      ({ status, body }) =>
        status === 201 ? { body: withMember(body, ['methodVersion'], () => undefined) } : undefined,
      ['evaluateCredit'],
    ),
  },
];

/** A list on which nobody stands unheard, for ever, or by name. */
export const creditSuite: ModuleSuite = {
  scenarios: [creditProposals, creditAppealPeriod],
  checks: [
    checkOf('CRD-001', {
      'credit-too-long': refusal('credit-too-long', 422, 'RULE_VIOLATION', {
        pointer: '/expiresAt',
      }),
      'credit-ends': ends,
    }),
    checkOf('CRD-002', {
      'credit-not-yet': isStatus('credit-within-appeal', (status) => status !== 'EFFECTIVE', {
        en: 'an entry that is not in effect',
        zh: '未生效的条目',
      }),
      'credit-then': isStatus('credit-after-appeal', (status) => status === 'EFFECTIVE', {
        en: 'an entry in effect',
        zh: '已生效的条目',
      }),
    }),
    checkOf('CRD-003', {
      'credit-by-phone': refusal('credit-by-phone', 422, 'SCHEMA_VIOLATION', {
        pointer: '/subjectToken',
      }),
    }),
    checkOf('CRD-004', { 'credit-alike': alike, 'credit-throttled': throttled }),
    checkOf('CRD-006', { 'credit-grounded': grounded }),
  ],
  faults,
  walks: [blacklistWalk],
  twins: {
    proposeBlacklistEntry: async (stage) => ({ body: await proposalOf(stage) }),
    evaluateCredit: async () => ({ body: exampleBody('evaluateCredit') }),
    checkBlacklist: async () => ({ body: exampleBody('checkBlacklist') }),
  },
};
