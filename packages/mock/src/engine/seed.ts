import { POLICY, PURPOSE_LIMITS, type Role, type ViewerEntry } from '@openwaybill/schemas';
import { firstGrants } from '../agreements/first-grants.ts';
import { resourceRow } from '../store/resource.ts';
import type { Unit } from '../store/unit.ts';
import { instantOf } from './clock.ts';
import { randomId } from './invent.ts';
import type { Counterparty } from './options.ts';
import type { System } from './system.ts';

/** The legal text is not exchanged; a sandbox has none, so this is the digest of nothing. */
const NO_TERMS = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const DAYS_3 = 259_200;
const DAYS_30 = 2_592_000;

/** Purposes that make of a role another viewer: a merchant that delivers by itself agrees on that of its own. */
const MADE_BY_PURPOSE = Object.values(POLICY.viewers).map(
  ({ withPurpose }: ViewerEntry) => withPurpose,
);

/** Every purpose that one of the two may have: what the vault of a sandbox can be asked for. */
const purposesBetween = (...roles: readonly Role[]) => [
  ...new Set(
    PURPOSE_LIMITS.filter((limit) => roles.some((role) => limit.roles.includes(role)))
      .map(({ purpose }) => purpose)
      .filter((purpose) => !MADE_BY_PURPOSE.includes(purpose)),
  ),
];

/** The first effective agreement with a counterparty, which a sandbox hands out with the credentials. */
export const firstAgreement = (system: System, to: Counterparty, now: string) => {
  const { options, random } = system;
  const from = { partyId: options.partyId, role: options.role, name: options.name };
  const other = { partyId: to.partyId, role: to.role, name: to.name };
  return {
    agreementId: randomId(random, 'agr_'),
    status: 'EFFECTIVE',
    revision: 1,
    createdAt: now,
    updatedAt: now,
    parties: [
      { party: from, capacity: 'CONTROLLER', signedAt: now },
      { party: other, capacity: 'CONTROLLER', signedAt: now },
    ],
    modules: options.registry.modules.map(({ name }) => name),
    purposes: purposesBetween(options.role, to.role),
    grants: firstGrants(options.registry, options.role, to.role),
    impactAssessment: {
      reference: 'PIA-SANDBOX-1',
      assessedOn: instantOf(Date.parse(now)).slice(0, 10),
    },
    retentions: [{ privacyClass: 'pseudonymous', retentionClass: 'CLAIM' }],
    measures: ['Transport encryption, access control by role, audit of every reveal'],
    interruptionTerms: {
      plannedLeadSeconds: DAYS_3,
      terminationLeadSeconds: DAYS_30,
      parcelThresholdCount: 10_000,
    },
    options: { rawTextRetention: false, podAttachments: false, sealedRevealsOnly: false },
    effectiveFromOn: instantOf(Date.parse(now)).slice(0, 10),
    termsSha256: NO_TERMS,
    signatures: [],
  };
};

/** Hands out a first agreement; a reset hands out the same one again. */
export const seedAgreement = (
  system: System,
  unit: Unit,
  now: string,
  to: Counterparty,
  agreementId?: string,
): void => {
  if (to.role === 'consignee') return;
  const made = firstAgreement(system, to, now);
  const body = { ...made, agreementId: agreementId ?? made.agreementId };
  unit.put(resourceRow('agreement', body.agreementId, to.partyId, body));
};

/** Gives every counterparty that has none its first agreement. */
export const seedAgreements = async (system: System, unit: Unit, now: string): Promise<void> => {
  for (const to of system.options.counterparties) {
    const known = await unit.list({ collection: 'agreement', owner: to.partyId, limit: 1 });
    if (known.length === 0) seedAgreement(system, unit, now, to);
  }
};
