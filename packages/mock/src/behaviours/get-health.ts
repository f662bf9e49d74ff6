import type { Health, InterruptionNotice } from '@openwaybill/schemas';
import type { Behaviour } from '../engine/call.ts';
import { servedModules } from '../engine/capabilities.ts';

type Status = Health['status'];

const GREATEST = 1000;

/** A planned or unplanned interruption of a whole module stops it; everything else makes it less. */
const effectOf = ({ noticeClass, scope }: InterruptionNotice): Status =>
  (noticeClass === 'PLANNED' || noticeClass === 'UNPLANNED') && scope.operationIds === undefined
    ? 'INTERRUPTED'
    : 'DEGRADED';

const worst = (statuses: readonly Status[]): Status =>
  statuses.includes('INTERRUPTED')
    ? 'INTERRUPTED'
    : statuses.includes('DEGRADED')
      ? 'DEGRADED'
      : 'OK';

/** Read before anybody trusts anybody: ids of notices and nothing about them. */
export const getHealth: Behaviour = async ({ system, unit, now }) => {
  const active = (await unit.list({ collection: 'notice' }))
    .map((row) => row.body as InterruptionNotice)
    .filter(({ status }) => status === 'ACTIVE');
  const modules = servedModules(system.options).map((module) => ({
    module,
    status: worst(
      active
        .filter(({ scope }) => scope.modules.some((one) => one === module))
        .map((notice) => effectOf(notice)),
    ),
  }));
  const overall = worst(modules.map(({ status }) => status));
  return {
    status: 200,
    headers: { 'Cache-Control': 'no-store' },
    body: {
      status:
        overall === 'OK' && active.length === 0 ? 'OK' : overall === 'OK' ? 'DEGRADED' : overall,
      checkedAt: now,
      modules,
      activeNoticeIds: active.slice(0, GREATEST).map(({ noticeId }) => noticeId),
    },
  };
};
