import { alterAnswers, alterLifecycle, problemResponse, withMember } from '../../faults/bend.ts';
import { alterStored } from '../../faults/stored.ts';
import type { Bend, Fault } from '../../words.ts';

const hand = { kind: 'hand', role: 'courier' } as const;

const RAISED = 'org.openwaybill.claims.exception.raised';
const DAYS_60 = 60 * 86_400_000;

/** Takes every text as it is: an appeal is then refused for its path alone. */
const unscrubbed: Bend = {
  fetch: (next, switchOn) => async (request) => {
    const response = await next(request);
    if (response.status !== 422 || !new URL(request.url).pathname.endsWith('/appeal'))
      return response;
    const { code } = (await response.clone().json()) as { readonly code?: string };
    if (code !== 'PLAINTEXT_PERSONAL_DATA') return response;
    switchOn.fired();
    return problemResponse('NOT_FOUND');
  },
};

/** Faults of module `claims`. */
export const claimsFaults: readonly Fault[] = [
  {
    ...hand,
    id: 'exception-without-scan',
    title: { en: 'a loss is raised that no scan tells of', zh: '上报无轨迹的遗失' },
    violates: ['CLM-001'],
    bend: alterStored(['event', 'delivery'], (row, switchOn) => {
      const path = row.collection === 'event' ? [] : ['event'];
      const stored = row.body as { readonly type?: string; readonly event?: { type?: string } };
      if ((stored.type ?? stored.event?.type) !== RAISED) return row;
      switchOn.fired();
      return {
        ...row,
        body: withMember(row.body, [...path, 'data', 'kind'], (kind) =>
          kind === 'LOST' ? 'DAMAGED' : 'LOST',
        ),
      };
    }),
  },
  {
    ...hand,
    id: 'claim-decided-late',
    title: { en: 'decides after the agreed time', zh: '逾期作出理赔决定' },
    violates: ['CLM-002'],
    bend: alterAnswers(
      'courier',
      ({ body }) =>
        body?.decision === undefined
          ? undefined
          : {
              body: withMember(body, ['decision', 'decidedAt'], (at) =>
                new Date(Date.parse(at) + DAYS_60).toISOString(),
              ),
            },
      ['getClaim'],
    ),
  },
  {
    ...hand,
    id: 'claim-overpaid',
    title: { en: 'pays more than was declared', zh: '赔付超过保价金额' },
    violates: ['CLM-003', 'DSC-021'],
    bend: alterAnswers(
      'courier',
      ({ body }) =>
        body?.decision?.decision === 'PARTLY' && body.isInsured
          ? {
              body: withMember(
                body,
                ['decision', 'amount', 'minor'],
                () => body.declaredValue.minor + 1,
              ),
            }
          : undefined,
      ['getClaim'],
    ),
  },
  {
    ...hand,
    id: 'second-claim-taken',
    title: { en: 'takes a second live claim of one kind', zh: '接受同类第二件理赔' },
    violates: ['CLM-004'],
    bend: alterLifecycle('claim', (rows) =>
      rows.map((row) => {
        const { guard: _, ...rest } = row;
        return row.on === 'file-claim' ? rest : row;
      }),
    ),
  },
  {
    ...hand,
    id: 'claim-text-unscrubbed',
    title: { en: 'takes a text with a number or a name', zh: '接受含号码或姓名的文本' },
    violates: ['CLM-005'],
    bend: unscrubbed,
  },
  {
    ...hand,
    id: 'complaint-never-overdue',
    title: { en: 'an unanswered complaint cannot be escalated', zh: '逾期投诉无法升级' },
    violates: ['CLM-006'],
    bend: alterLifecycle('complaint', (rows) => rows.filter(({ on }) => on !== 'ANSWER_DUE')),
  },
];
