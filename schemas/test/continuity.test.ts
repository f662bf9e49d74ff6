import { describe, expect, test } from 'vitest';
import {
  type InterruptionNotice,
  isInterrupted,
  isLeadTimeKept,
  isPreReportDue,
  leadSecondsOf,
  riskLevelOf,
} from '../src/index.ts';

const issuedAt = '2026-11-24T02:00:00+08:00';

describe('lead times', () => {
  test.each<[string, { given: Parameters<typeof isLeadTimeKept>[0]; want: boolean }]>([
    [
      '72 h before a plan',
      {
        given: { noticeClass: 'PLANNED', startsAt: '2026-11-27T02:00:00+08:00', issuedAt },
        want: true,
      },
    ],
    [
      'a second less than 72 h before a plan',
      {
        given: { noticeClass: 'PLANNED', startsAt: '2026-11-27T01:59:59+08:00', issuedAt },
        want: false,
      },
    ],
    [
      '72 h before a restriction, in another offset',
      {
        given: { noticeClass: 'RESTRICTION', startsAt: '2026-11-26T18:00:00Z', issuedAt },
        want: true,
      },
    ],
    [
      '30 days before a termination',
      {
        given: { noticeClass: 'TERMINATION', startsAt: '2026-12-24T02:00:00+08:00', issuedAt },
        want: true,
      },
    ],
    [
      '29 days before a termination',
      {
        given: { noticeClass: 'TERMINATION', startsAt: '2026-12-23T02:00:00+08:00', issuedAt },
        want: false,
      },
    ],
    [
      '15 minutes after a detection',
      {
        given: {
          noticeClass: 'UNPLANNED',
          startsAt: '2026-11-24T01:00:00+08:00',
          detectedAt: '2026-11-24T01:45:00+08:00',
          issuedAt,
        },
        want: true,
      },
    ],
    [
      'a second more than 15 minutes after it',
      {
        given: {
          noticeClass: 'UNPLANNED',
          startsAt: '2026-11-24T01:00:00+08:00',
          detectedAt: '2026-11-24T01:44:59+08:00',
          issuedAt,
        },
        want: false,
      },
    ],
    [
      'an unplanned one without a detection',
      { given: { noticeClass: 'UNPLANNED', startsAt: issuedAt, issuedAt }, want: false },
    ],
  ])('%s', (_title, { given, want }) => expect(isLeadTimeKept(given)).toBe(want));

  test('what started before the notice has a negative lead', () => {
    expect(leadSecondsOf('2026-11-24T01:50:00+08:00', issuedAt)).toBe(-600);
  });
});

describe('pre-report', () => {
  const impact = { parcelsInFlightCount: 10_001 };
  test.each<[string, { given: Parameters<typeof isPreReportDue>; want: boolean }]>([
    [
      'a plan of low risk needs none',
      { given: [{ noticeClass: 'PLANNED', riskLevel: 'LOW' }], want: false },
    ],
    [
      'a plan of high risk needs one',
      { given: [{ noticeClass: 'PLANNED', riskLevel: 'HIGH' }], want: true },
    ],
    [
      'a termination of critical risk needs one',
      { given: [{ noticeClass: 'TERMINATION', riskLevel: 'CRITICAL' }], want: true },
    ],
    [
      'many parcels need one at any risk',
      { given: [{ noticeClass: 'RESTRICTION', riskLevel: 'LOW', impact }], want: true },
    ],
    [
      'a threshold itself is not above it',
      { given: [{ noticeClass: 'PLANNED', riskLevel: 'LOW', impact }, 10_001], want: false },
    ],
    [
      'what nobody planned needs none',
      { given: [{ noticeClass: 'UNPLANNED', riskLevel: 'CRITICAL', impact }], want: false },
    ],
  ])('%s', (_title, { given, want }) => expect(isPreReportDue(...given)).toBe(want));
});

describe('risk level', () => {
  test.each([
    ['4 is low', { given: [[4, 1]], want: 'LOW' }],
    ['5 is medium', { given: [[5, 1]], want: 'MEDIUM' }],
    ['9 is medium', { given: [[3, 3]], want: 'MEDIUM' }],
    ['10 is high', { given: [[2, 5]], want: 'HIGH' }],
    ['16 is high', { given: [[4, 4]], want: 'HIGH' }],
    ['20 is critical', { given: [[4, 5]], want: 'CRITICAL' }],
    [
      'the highest score decides',
      {
        given: [
          [1, 1],
          [3, 4],
          [2, 2],
        ],
        want: 'HIGH',
      },
    ],
  ] as [string, { given: [number, number][]; want: string }][])('%s', (_title, { given, want }) =>
    expect(riskLevelOf(given.map(([likelihood, impact]) => ({ likelihood, impact })))).toBe(want),
  );
});

describe('effect of a notice', () => {
  type Notice = Parameters<typeof isInterrupted>[0];
  const scope: InterruptionNotice['scope'] = { modules: ['order'] };
  const submitOrder = { module: 'order', operationId: 'submitOrder' };
  test.each<[string, { given: Notice; operation?: typeof submitOrder; want: boolean }]>([
    [
      'a plan refuses while it is active',
      { given: { noticeClass: 'PLANNED', status: 'ACTIVE', scope }, want: true },
    ],
    [
      'an issued plan refuses nothing',
      { given: { noticeClass: 'PLANNED', status: 'ISSUED', scope }, want: false },
    ],
    [
      'a restored one refuses nothing',
      { given: { noticeClass: 'UNPLANNED', status: 'RESTORED', scope }, want: false },
    ],
    [
      'another module goes on',
      {
        given: { noticeClass: 'PLANNED', status: 'ACTIVE', scope: { modules: ['tracking'] } },
        want: false,
      },
    ],
    [
      'an operation that is not named goes on',
      {
        given: {
          noticeClass: 'PLANNED',
          status: 'ACTIVE',
          scope: { ...scope, operationIds: ['getOrder'] },
        },
        want: false,
      },
    ],
    [
      'another counterparty goes on',
      {
        given: {
          noticeClass: 'PLANNED',
          status: 'ACTIVE',
          scope: { ...scope, counterparties: ['YY'] },
        },
        want: false,
      },
    ],
    [
      'a restriction refuses what it names',
      {
        given: {
          noticeClass: 'RESTRICTION',
          status: 'ACTIVE',
          scope: { ...scope, operationIds: ['submitOrder'] },
        },
        want: true,
      },
    ],
    [
      'a restriction that names nothing refuses nothing',
      { given: { noticeClass: 'RESTRICTION', status: 'ACTIVE', scope }, want: false },
    ],
    [
      'a termination drains first',
      {
        given: {
          noticeClass: 'TERMINATION',
          status: 'ACTIVE',
          scope,
          drainUntilAt: '2026-11-24T02:00:01+08:00',
        },
        want: false,
      },
    ],
    [
      'a termination refuses once drained',
      {
        given: { noticeClass: 'TERMINATION', status: 'ACTIVE', scope, drainUntilAt: issuedAt },
        want: true,
      },
    ],
    [
      'notices can always be read',
      {
        given: { noticeClass: 'UNPLANNED', status: 'ACTIVE', scope: { modules: ['continuity'] } },
        operation: { module: 'continuity', operationId: 'listInterruptionNotices' },
        want: false,
      },
    ],
  ])('%s', (_title, { given, operation = submitOrder, want }) =>
    expect(isInterrupted(given, operation, 'ZZ', issuedAt)).toBe(want),
  );
});
