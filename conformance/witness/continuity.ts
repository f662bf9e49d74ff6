import { randomUUID } from 'node:crypto';
import { page, type Store } from './store.ts';
import { PAGES, type Route, refuse, route, SINCE, type World } from './wire.ts';

/** Health, notices and risk of a party that is never interrupted. */
export const openContinuity = (
  { partyId, now }: World,
  { table, made, today }: Store,
  modules: readonly string[],
): readonly Route[] => {
  made('risks', 'own', partyId, {
    assessmentId: randomUUID(),
    period: { fromOn: today(), toOn: today() },
    scenarios: [
      {
        scenarioId: 'S1',
        title: '断电',
        likelihood: 1,
        impact: 3,
        score: 3,
        dependency: '电力',
        mitigation: '备用电源',
        ownerDesk: '运维台',
        dueOn: today(),
      },
    ],
    singlePointsOfFailure: [],
    lastDrillOn: today(),
    recoveryTimeObjectiveSeconds: 3600,
    recoveryPointObjectiveSeconds: 0,
    riskLevel: 'LOW',
  });
  return [
    route(
      'getHealth',
      'GET',
      '/v1/health',
      () => ({
        status: 200,
        body: {
          status: 'OK',
          checkedAt: new Date(now()).toISOString(),
          modules: modules.map((module) => ({ module, status: 'OK' })),
          activeNoticeIds: [],
        },
      }),
      { isOpen: true },
    ),
    route(
      'listInterruptionNotices',
      'GET',
      '/v1/interruption-notices',
      () => ({ status: 200, body: { items: [] } }),
      { query: { ...PAGES, ...SINCE, active: /^(true|false)$/ } },
    ),
    route('getInterruptionNotice', 'GET', '/v1/interruption-notices/*', () => refuse('NOT_FOUND')),
    route(
      'listRiskAssessments',
      'GET',
      '/v1/risk-assessments',
      ({ query }) =>
        page(
          [...table('risks').values()].filter(({ owner }) => owner === partyId),
          query,
        ),
      { query: { ...PAGES, ...SINCE } },
    ),
    route(
      'submitRiskAssessment',
      'POST',
      '/v1/risk-assessments',
      ({ body }) => ({ status: 201, body, headers: { ETag: `"${body.revision}"` } }),
      { form: 'RiskAssessment' },
    ),
  ];
};
