import { cellOf, columnOf, holdsIn, lifeOfCell, viewerOf } from '@openwaybill/privacy';
import {
  type Agreement,
  type ProblemCode,
  PURPOSE_LIMITS,
  type PurposeLimit,
  type RevealRequest,
} from '@openwaybill/schemas';
import { effectiveAgreements } from '../engine/agreement.ts';
import type { Counterparty } from '../engine/options.ts';
import { ruleViolated } from '../engine/refusal.ts';
import type { Unit } from '../store/unit.ts';
import { letsAllGo, namesPurpose, wantsSeal } from './agreed.ts';
import { lacksConsent } from './objection.ts';
import { isAlarming, overQuota } from './quota.ts';
import { sealingKeyOf } from './show-reveal.ts';
import { type Standing, standingOf } from './standing.ts';
import { findReference, findVaultEntry, keptEntry, type VaultEntry } from './vault.ts';

/** What a reveal or a contact binding asks for. */
export type Asked = {
  readonly consigneeRef?: string;
  readonly consignorRef?: string;
  readonly waybillNo: string;
  readonly purpose: string;
  readonly fields: RevealRequest['fields'];
  readonly actorId?: string;
  readonly authentication?: string;
  readonly sealToKeyId?: string;
};

/** What is about to happen: a field is shown for the first time, once more, or a way to reach the person is bound. */
export type Wanted = 'REVEAL' | 'REVEAL_AGAIN' | 'CONTACT';

export type Passed = {
  readonly ok: true;
  readonly limit: PurposeLimit;
  readonly entry: VaultEntry;
  readonly standing: Standing;
  /** When the cell of the matrix that names the purpose ends before its stage does, in milliseconds. */
  readonly endsAt?: number;
};
/** A gate that failed; `NOT_FOUND` has none, so that nothing is told about the parcel. */
export type Denied = {
  readonly ok: false;
  readonly code: ProblemCode;
  readonly gate?: string;
  readonly retryAfter?: number;
};

const PROVEN = 'MFA';

/** The reference that a request names, whichever of the two it is. */
export const refOf = ({ consigneeRef, consignorRef }: Asked): string | undefined =>
  consigneeRef ?? consignorRef;

/** Who asks, as far as the table of purposes tells callers apart. */
type Kind = Pick<Counterparty, 'role' | 'facet'>;

const isFor =
  ({ role, facet = 'CORE' }: Kind, asked: Asked, wanted: Wanted) =>
  (limit: PurposeLimit): boolean =>
    limit.purpose === asked.purpose &&
    limit.about === (asked.consignorRef === undefined ? undefined : 'consignor') &&
    limit.roles.includes(role) &&
    (role !== 'courier' || limit.facets === undefined || limit.facets.includes(facet)) &&
    (wanted !== 'CONTACT' || limit.phone === 'VIRTUAL');

const isWithin = ({ fields: most }: PurposeLimit, fields: Asked['fields']): boolean =>
  most === 'AS_ORDERED' || fields.every((field) => most.includes(field));

/** Whether the actor of a request, or without one the caller itself, has the parcel at this moment. */
const isAssigned = (
  { stage, assignedTo, pickedUpBy }: Standing,
  { about }: PurposeLimit,
  { actorId }: Asked,
): boolean => {
  const holder = about === 'consignor' && stage === 'ACCEPTED' ? pickedUpBy : assignedTo;
  return actorId === undefined ? holder !== undefined : holder === actorId;
};

/** When a cell that names a purpose ends by the clock; nothing where its stage alone ends it. */
const endOfCell = (
  { role, facet }: Kind,
  agreements: readonly Agreement[],
  { purpose }: Asked,
  standing: Standing,
): number | undefined => {
  const purposes = agreements.flatMap((agreement) => agreement.purposes);
  const viewer = viewerOf({ role, purposes, ...(facet === undefined ? {} : { facet }) });
  const cell = cellOf(viewer, columnOf(standing));
  const life = lifeOfCell(cell);
  const isNamed = cell.released?.some((release) => release.purpose === purpose) === true;
  return !isNamed || life === undefined || standing.sinceAt === undefined
    ? undefined
    : Date.parse(standing.sinceAt) + life;
};

const needsTwo = ({ approval }: PurposeLimit): boolean =>
  approval !== undefined && approval !== 'QUOTA';

/** Sealing is no gate: what cannot be sealed is a wrong request, and no denial. */
const demandSealable = (
  caller: Counterparty,
  asked: Asked,
  limit: PurposeLimit,
  agreements: readonly Agreement[],
): void => {
  const mustSeal = limit.sealed === true || wantsSeal(agreements);
  if (!mustSeal && asked.sealToKeyId === undefined) return;
  if (sealingKeyOf(caller, asked.sealToKeyId) === undefined)
    throw ruleViolated('/sealToKeyId', 'DSC-023');
};

/** The gates of a reveal in their order; the first that fails decides, and nothing is trimmed. */
export const passGates = async (
  unit: Unit,
  caller: Counterparty,
  asked: Asked,
  now: string,
  { wanted, mayReveal = true }: { readonly wanted: Wanted; readonly mayReveal?: boolean },
): Promise<Passed | Denied> => {
  const denied = (code: ProblemCode, gate?: string): Denied => ({
    ok: false,
    code,
    ...(gate === undefined ? {} : { gate }),
  });
  const effective = await effectiveAgreements(unit, caller.partyId);
  if (effective.length === 0) return denied('AGREEMENT_MISSING', 'AGREEMENT');
  if (!mayReveal) return denied('ROLE_NOT_PERMITTED', 'ROLE');
  const limits = PURPOSE_LIMITS.filter(isFor(caller, asked, wanted));
  const agreements = effective.filter((one) => limits.some((limit) => namesPurpose(limit)(one)));
  if (limits.length === 0 || agreements.length === 0) return denied('PURPOSE_NOT_GRANTED', 'ROLE');

  const ref = refOf(asked);
  const reference = ref === undefined ? undefined : await findReference(unit, ref);
  // an authority is answered as long as anything is kept
  const find = asked.purpose === 'COMPLIANCE_AUTHORITY' ? keptEntry : findVaultEntry;
  const entry = reference && (await find(unit, reference.orderNo));
  const standing = reference && (await standingOf(unit, reference.orderNo, now, asked.waybillNo));
  if (
    reference === undefined ||
    entry === undefined ||
    standing?.waybillNo === undefined ||
    reference.partyId !== caller.partyId ||
    (reference.about === 'consignor') !== (asked.consignorRef !== undefined) ||
    (caller.role === 'courier' && standing.carrier !== caller.partyId) ||
    (standing.stage === 'CLOSED' &&
      !standing.isAfterSales &&
      asked.purpose !== 'COMPLIANCE_AUTHORITY')
  )
    return denied('NOT_FOUND');

  const limit = limits.find((one) => holdsIn(one, columnOf(standing)));
  const endsAt = endOfCell(caller, effective, asked, standing);
  if (limit === undefined || (endsAt !== undefined && Date.parse(now) > endsAt))
    return denied('STAGE_NOT_PERMITTED', 'STAGE');
  if (limit.assigned === true && !isAssigned(standing, limit, asked))
    return denied('ASSIGNMENT_REQUIRED', 'ASSIGNMENT');
  if (!isWithin(limit, asked.fields) || !letsAllGo(agreements, caller, asked.fields))
    return denied('PURPOSE_FIELD_MISMATCH', 'PURPOSE');
  if (wanted !== 'CONTACT') demandSealable(caller, asked, limit, agreements);
  if (await lacksConsent(unit, caller.partyId, entry, limit))
    return denied('CONSENT_MISSING', 'CONSENT');
  const passed = {
    ok: true,
    limit,
    entry,
    standing,
    ...(endsAt === undefined ? {} : { endsAt }),
  } as const;
  if (wanted === 'CONTACT') return passed;
  const retryAfter = wanted === 'REVEAL' ? await overQuota(unit, caller, asked, now) : undefined;
  if (retryAfter !== undefined) return { ...denied('REVEAL_QUOTA_EXCEEDED', 'QUOTA'), retryAfter };
  const mustProve = needsTwo(limit) || (await isAlarming(unit, caller, now));
  if (mustProve && asked.authentication !== PROVEN) return denied('STEP_UP_REQUIRED', 'STEP_UP');
  return passed;
};

/** The row of the table that a reveal has at a stage; nothing where it has none that allows what was granted. */
export const limitAt = (reveal: Asked & Kind, standing: Standing): PurposeLimit | undefined =>
  PURPOSE_LIMITS.filter(isFor(reveal, reveal, 'REVEAL_AGAIN')).find(
    (limit) => holdsIn(limit, columnOf(standing)) && isWithin(limit, reveal.fields),
  );
