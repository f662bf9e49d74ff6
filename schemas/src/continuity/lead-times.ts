import type { Static } from '@sinclair/typebox';
import { epochMillis } from '../vocabulary/epoch-millis.ts';
import type { NoticeClass } from '../vocabulary/notice-class-codes.ts';
import type { RiskLevel } from '../vocabulary/risk-level-codes.ts';

type ClassOfNotice = Static<typeof NoticeClass>;
type LevelOfRisk = Static<typeof RiskLevel>;

/** How long before its start a notice is issued, or how soon after the detection. */
export type LeadTime =
  | { readonly beforeStartSeconds: number }
  | { readonly afterDetectionSeconds: number };

/** The shortest lead time of each class. Longer ones may be agreed, shorter ones not. */
export const LEAD_TIMES: Readonly<Record<ClassOfNotice, LeadTime>> = {
  PLANNED: { beforeStartSeconds: 259_200 }, // 72 h
  RESTRICTION: { beforeStartSeconds: 259_200 },
  TERMINATION: { beforeStartSeconds: 2_592_000 }, // 30 days
  UNPLANNED: { afterDetectionSeconds: 900 },
};

/** What makes a pre-report to the regulator due before a notice is issued. */
export const PRE_REPORT = {
  classes: ['PLANNED', 'RESTRICTION', 'TERMINATION'],
  levels: ['HIGH', 'CRITICAL'],
  /** More parcels in flight make it due at any risk; an agreement may name another threshold. */
  parcelThresholdCount: 10_000,
} as const satisfies {
  readonly classes: readonly ClassOfNotice[];
  readonly levels: readonly LevelOfRisk[];
  readonly parcelThresholdCount: number;
};

/** From the latest promised delivery to the earliest end of the drain of a TERMINATION: 7 days. */
export const DRAIN_SECONDS = 604_800;

/** `leadSeconds` of a notice: negative where it starts before it is issued. */
export const leadSecondsOf = (startsAt: string, issuedAt: string): number =>
  Math.floor((epochMillis(startsAt) - epochMillis(issuedAt)) / 1000);

/** Whether a notice was issued in time. An unplanned one that names no detection was not. */
export const isLeadTimeKept = (notice: {
  readonly noticeClass: ClassOfNotice;
  readonly startsAt: string;
  readonly issuedAt: string;
  readonly detectedAt?: string;
}): boolean => {
  const leadTime = LEAD_TIMES[notice.noticeClass];
  if ('beforeStartSeconds' in leadTime)
    return leadSecondsOf(notice.startsAt, notice.issuedAt) >= leadTime.beforeStartSeconds;
  return (
    notice.detectedAt !== undefined &&
    leadSecondsOf(notice.issuedAt, notice.detectedAt) <= leadTime.afterDetectionSeconds
  );
};

/** Whether a notice may be issued only after a pre-report. */
export const isPreReportDue = (
  notice: {
    readonly noticeClass: ClassOfNotice;
    readonly riskLevel: LevelOfRisk;
    readonly impact?: { readonly parcelsInFlightCount: number };
  },
  parcelThresholdCount: number = PRE_REPORT.parcelThresholdCount,
): boolean =>
  PRE_REPORT.classes.some((noticeClass) => noticeClass === notice.noticeClass) &&
  (PRE_REPORT.levels.some((level) => level === notice.riskLevel) ||
    (notice.impact?.parcelsInFlightCount ?? 0) > parcelThresholdCount);
