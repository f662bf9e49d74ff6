import type { Text } from '@openwaybill/schemas';
import type { Finding } from './change.ts';

/** A recorded, approved exception for one release. It changes no verdict, only the exit code. */
export type Waiver = {
  readonly rule: string;
  /** The subject, a space, and the pointer inside of it: `OrderSubmission /payMode`. */
  readonly pointer: string;
  /** The version that it is for. */
  readonly release: string;
  readonly reason: Text;
  /** The file of its record in `schemas/decisions/`. */
  readonly decision: string;
  readonly approvedBy: readonly string[];
  /** Last day of its life, `YYYY-MM-DD`. */
  readonly until: string;
};

/** Why a waiver is no help. */
export type WaiverFault = {
  readonly waiver: Waiver;
  readonly why: 'STALE' | 'EXPIRED' | 'FORBIDDEN';
};

const isText = (value: unknown): boolean => {
  const { en, zh } = (value ?? {}) as Partial<Text>;
  return typeof en === 'string' && en !== '' && typeof zh === 'string' && zh !== '';
};

const isWaiver = (value: unknown): value is Waiver => {
  const one = (value ?? {}) as Partial<Waiver>;
  return (
    /^CMP-\d{3}$/.test(String(one.rule)) &&
    typeof one.pointer === 'string' &&
    typeof one.release === 'string' &&
    isText(one.reason) &&
    /^\d{3}-[a-z0-9-]+\.md$/.test(String(one.decision)) &&
    Array.isArray(one.approvedBy) &&
    new Set(one.approvedBy).size >= 2 &&
    /^\d{4}-\d{2}-\d{2}$/.test(String(one.until))
  );
};

/** The waivers of a file that are of this policy; lint has rules of its own in the same file. `at` is the first wrong one. */
export const waiversIn = (
  value: unknown,
):
  | { readonly ok: true; readonly waivers: readonly Waiver[] }
  | { readonly ok: false; readonly at: string } => {
  if (!Array.isArray(value)) return { ok: false, at: '' };
  const own = value
    .map((one: unknown, place) => ({ one, place }))
    .filter(({ one }) => String((one as Waiver | null)?.rule).startsWith('CMP-'));
  const wrong = own.find(({ one }) => !isWaiver(one));
  return wrong === undefined
    ? { ok: true, waivers: own.map(({ one }) => one as Waiver) }
    : { ok: false, at: `/${wrong.place}` };
};

/** What a waiver names a finding by. */
export const placeOf = ({ subject, pointer, at }: Finding): string =>
  pointer === '' && at !== undefined && subject.kind !== 'schema'
    ? `${subject.name} ${at}`
    : `${subject.name} ${pointer}`.trim();

/** The findings with their waivers, and the waivers of this release that are no help. `today` is `YYYY-MM-DD`. */
export const applyWaivers = (
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  release: string,
  today: string,
): { readonly findings: readonly Finding[]; readonly faults: readonly WaiverFault[] } => {
  const own = waivers.filter((one) => one.release === release);
  const covers = (waiver: Waiver, finding: Finding): boolean =>
    waiver.rule === finding.rule && waiver.pointer === placeOf(finding);
  const faults = own.flatMap((waiver): readonly WaiverFault[] => {
    const covered = findings.filter((finding) => covers(waiver, finding));
    if (covered.length === 0) return [{ waiver, why: 'STALE' }];
    if (covered.some(({ verdict }) => verdict === 'forbidden'))
      return [{ waiver, why: 'FORBIDDEN' }];
    return waiver.until < today ? [{ waiver, why: 'EXPIRED' }] : [];
  });
  const useful = own.filter((waiver) => faults.every((fault) => fault.waiver !== waiver));
  return {
    findings: findings.map((finding) => {
      const waiver = useful.find((one) => covers(one, finding));
      return waiver === undefined ? finding : { ...finding, waiver: waiver.decision };
    }),
    faults,
  };
};
