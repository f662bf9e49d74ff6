import { ROLES, type Text } from '@openwaybill/schemas';
import { numberFor } from './version.ts';

/** A recorded, approved exception for one release. It changes no verdict, only the exit code. */
export type Waiver = {
  /** A row of the compatibility policy (`CMP-002`) or a rule of the lint (`names`). */
  readonly rule: string;
  /** The subject and the place inside of it, as `diff` and `lint` name them. */
  readonly pointer: string;
  /** The version that it is for; its drafts and ballots have it too. */
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
    /^(?:CMP-\d{3}|[a-z]+(?:-[a-z]+)*)$/.test(String(one.rule)) &&
    typeof one.pointer === 'string' &&
    one.pointer !== '' &&
    /^\d+\.\d+\.\d+$/.test(String(one.release)) &&
    isText(one.reason) &&
    /^\d{3}-[a-z0-9-]+\.md$/.test(String(one.decision)) &&
    Array.isArray(one.approvedBy) &&
    one.approvedBy.every((role) => Object.hasOwn(ROLES, role)) &&
    new Set(one.approvedBy).size >= 2 &&
    /^\d{4}-\d{2}-\d{2}$/.test(String(one.until))
  );
};

/** The waivers of a file. `at` is the first wrong one. */
export const waiversIn = (
  value: unknown,
):
  | { readonly ok: true; readonly waivers: readonly Waiver[] }
  | { readonly ok: false; readonly at: string } => {
  if (!Array.isArray(value)) return { ok: false, at: '' };
  const wrong = value.findIndex((one) => !isWaiver(one));
  return wrong < 0 ? { ok: true, waivers: value } : { ok: false, at: `/${wrong}` };
};

/** Whether a waiver is of the compatibility policy; all others are of the lint. */
export const isOfPolicy = ({ rule }: Pick<Waiver, 'rule'>): boolean => rule.startsWith('CMP-');

/** What a judge of waivers has to know of findings. */
export type Waivable<F> = {
  readonly placeOf: (finding: F) => string;
  readonly isForbidden: (finding: F) => boolean;
};

/** The findings with their waivers, and the waivers of this release that are no help. `today` is `YYYY-MM-DD`. */
export const withWaivers = <F extends { readonly rule: string }>(
  findings: readonly F[],
  waivers: readonly Waiver[],
  { release, today }: { readonly release: string; readonly today: string },
  { placeOf, isForbidden }: Waivable<F>,
): {
  readonly findings: readonly (F & { readonly waiver?: string })[];
  readonly faults: readonly WaiverFault[];
} => {
  const own = waivers.filter((one) => one.release === numberFor(release));
  const covers = (waiver: Waiver, finding: F): boolean =>
    waiver.rule === finding.rule && waiver.pointer === placeOf(finding);
  const faults = own.flatMap((waiver): readonly WaiverFault[] => {
    const covered = findings.filter((finding) => covers(waiver, finding));
    if (covered.length === 0) return [{ waiver, why: 'STALE' }];
    if (covered.some(isForbidden)) return [{ waiver, why: 'FORBIDDEN' }];
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
