import { type ProblemCode, PURPOSE_LIMITS, type PurposeLimit } from '@openwaybill/schemas';
import { hasAgreement } from '../engine/agreement.ts';
import type { Counterparty } from '../engine/options.ts';
import type { Unit } from '../store/unit.ts';
import { BY_PARCEL, revealQuota } from './quota.ts';
import { type Standing, standingOf } from './standing.ts';
import type { StoredReveal } from './stored-reveal.ts';
import { findReference, findVaultEntry, type VaultEntry } from './vault.ts';

/** What a reveal or a contact binding asks for. */
export type Asked = {
  readonly consigneeRef?: string;
  readonly waybillNo: string;
  readonly purpose: string;
  readonly fields: readonly string[];
  readonly actorId?: string;
  readonly authentication?: string;
  readonly sealToKeyId?: string;
};

export type Passed = {
  readonly ok: true;
  readonly limit: PurposeLimit;
  readonly entry: VaultEntry;
  readonly standing: Standing;
};
/** A gate that failed; `NOT_FOUND` has none, so that nothing is told about the parcel. */
export type Denied = {
  readonly ok: false;
  readonly code: ProblemCode;
  readonly gate?: string;
  readonly retryAfter?: number;
};

const HOUR = 3_600_000;

type Terms = { readonly status: string; readonly purposes: readonly string[] };

const grantsPurpose = async (unit: Unit, partyId: string, purpose: string): Promise<boolean> =>
  (await unit.list({ collection: 'agreement', owner: partyId }))
    .map((row) => row.body as Terms)
    .some(({ status, purposes }) => status === 'EFFECTIVE' && purposes.includes(purpose));

const isFor =
  ({ role, facet = 'CORE' }: Counterparty, purpose: string) =>
  (limit: PurposeLimit): boolean =>
    limit.purpose === purpose &&
    limit.about === undefined &&
    limit.roles.includes(role) &&
    (role !== 'courier' || limit.facets === undefined || limit.facets.includes(facet));

const holdsNow = ({ stage, isAfterSales }: Standing, limit: PurposeLimit): boolean =>
  limit.stages.includes(stage) || (limit.afterSales === true && isAfterSales);

const isOverQuota = async (
  unit: Unit,
  caller: Counterparty,
  asked: Asked,
  now: string,
): Promise<boolean> => {
  const all = (await unit.list({ collection: 'reveal', owner: caller.partyId })).map(
    (row) => row.body as StoredReveal,
  );
  const { limits } = revealQuota;
  if (BY_PARCEL.includes(asked.purpose))
    return (
      all.filter(
        ({ purpose, waybillNo }) => purpose === asked.purpose && waybillNo === asked.waybillNo,
      ).length >= limits.parcelGrantCount
    );
  const recent = all.filter(
    ({ purpose, grantedAt }) =>
      !BY_PARCEL.includes(purpose) && Date.parse(now) - Date.parse(grantedAt) < HOUR,
  );
  return (
    recent.length >= limits.organisationHourlyCount ||
    recent.filter(({ actorId }) => actorId === asked.actorId).length >= limits.actorHourlyCount
  );
};

/** The gates of a reveal in their order; the first that fails decides, and nothing is trimmed. */
export const passGates = async (
  unit: Unit,
  caller: Counterparty,
  asked: Asked,
  now: string,
  counts: { readonly isNew: boolean; readonly mayReveal: boolean },
): Promise<Passed | Denied> => {
  const denied = (code: ProblemCode, gate?: string): Denied => ({
    ok: false,
    code,
    ...(gate === undefined ? {} : { gate }),
  });
  if (!(await hasAgreement(unit, caller.partyId))) return denied('AGREEMENT_MISSING', 'AGREEMENT');
  if (!counts.mayReveal) return denied('ROLE_NOT_PERMITTED', 'ROLE');
  const limits = PURPOSE_LIMITS.filter(isFor(caller, asked.purpose));
  if (limits.length === 0 || !(await grantsPurpose(unit, caller.partyId, asked.purpose)))
    return denied('PURPOSE_NOT_GRANTED', 'ROLE');
  const reference =
    asked.consigneeRef === undefined ? undefined : await findReference(unit, asked.consigneeRef);
  const entry = reference && (await findVaultEntry(unit, reference.orderNo));
  const standing = reference && (await standingOf(unit, reference.orderNo, now, asked.waybillNo));
  if (
    reference === undefined ||
    entry === undefined ||
    standing?.waybillNo === undefined ||
    reference.partyId !== caller.partyId ||
    (caller.role === 'courier' && standing.carrier !== caller.partyId) ||
    (standing.stage === 'CLOSED' &&
      !standing.isAfterSales &&
      asked.purpose !== 'COMPLIANCE_AUTHORITY')
  )
    return denied('NOT_FOUND');
  const inStage = limits.filter((limit) => holdsNow(standing, limit));
  const [limit] = inStage;
  if (limit === undefined) return denied('STAGE_NOT_PERMITTED', 'STAGE');
  if (limit.assigned === true && standing.assignedTo !== asked.actorId)
    return denied('ASSIGNMENT_REQUIRED', 'ASSIGNMENT');
  const most: readonly string[] | 'AS_ORDERED' = limit.fields;
  if (most !== 'AS_ORDERED' && !asked.fields.every((field) => most.includes(field)))
    return denied('PURPOSE_FIELD_MISMATCH', 'PURPOSE');
  if (limit.approval === 'CONSENT_AND_TWO_PERSONS') return denied('CONSENT_MISSING', 'CONSENT');
  if (counts.isNew && (await isOverQuota(unit, caller, asked, now)))
    return { ...denied('REVEAL_QUOTA_EXCEEDED', 'QUOTA'), retryAfter: HOUR / 1000 };
  if (limit.approval === 'TWO_PERSONS' && asked.authentication !== 'MFA')
    return denied('STEP_UP_REQUIRED', 'STEP_UP');
  return { ok: true, limit, entry, standing };
};
