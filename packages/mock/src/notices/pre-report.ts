import type { InterruptionNotice } from '@openwaybill/schemas';
import { callWithRetries } from '../actions/call-with-retries.ts';
import type { Counterparty } from '../engine/options.ts';
import type { System } from '../engine/system.ts';
import { changeNotice, issue } from './change-notice.ts';

/** Tells the regulator first. The notice is issued once the report was taken, and stays a draft otherwise. */
export const preReport = (
  system: System,
  tenant: string,
  regulator: Counterparty,
  notice: InterruptionNotice,
): void =>
  system.background(async () => {
    const answer = await callWithRetries(system, regulator, {
      method: 'POST',
      path: '/v1/interruption-pre-reports',
      body: {
        noticeId: notice.noticeId,
        noticeClass: notice.noticeClass,
        scope: notice.scope,
        startsAt: notice.startsAt,
        riskLevel: notice.riskLevel,
        impact: { ordersPerHourCount: 0, parcelsInFlightCount: 0, counterpartyCount: 1 },
        reason: notice.reason,
        measures: '轨迹与通知查询保持可用，事件在恢复后补发。',
      },
    });
    if (answer.status !== 201) return;
    const at = await system.transact(tenant, async (unit, now) => {
      const draft = await unit.get<InterruptionNotice>('notice', notice.noticeId);
      const reported =
        draft && (await changeNotice(system, unit, now, tenant, draft, 'PRE_REPORT_ACCEPTED'));
      if (reported !== undefined) await issue(system, unit, now, tenant, reported);
      return Date.parse(now);
    });
    // the counterparty hears of it at once, whoever called last
    await system.advance(tenant, at);
  });
