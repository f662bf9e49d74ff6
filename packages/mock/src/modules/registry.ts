import { mayBeActive } from '@openwaybill/reference/registry';
import type {
  AnnualReport,
  ConformanceCertificate,
  KeyRegistrationRequest,
  LicenceApplication,
  LicenceRecord,
  PartyRegistration,
} from '@openwaybill/schemas';
import { partyId } from '@openwaybill/validate';
import { compactVerify, importJWK, type JWK } from 'jose';
import { uuid7 } from '../engine/invent.ts';
import type { Counterparty } from '../engine/options.ts';
import { Refusal } from '../engine/refusal.ts';
import { isSameValue } from '../engine/same-value.ts';
import { changeResource, collectionNamed, findResource } from '../resources/change.ts';
import { causeFact } from '../resources/fact.ts';
import type { Happening, Hooks, ModuleBehaviours, Receiver } from '../resources/hooks.ts';
import { resourceRow } from '../store/resource.ts';
import type { Unit } from '../store/unit.ts';
import { nextCount } from '../world/counter.ts';

const PARTIES = 'parties';
const LICENCES = 'licences';
const APPLICATIONS = 'licence-applications';
const REPORTS = 'annual-reports';
const KEYS = 'key-registrations';
const CERTIFICATES = 'conformance-certificates';
/** States of an application that is still looked at. */
const OPEN: readonly string[] = ['SUBMITTED', 'RETURNED', 'ACCEPTED'];

const licencesOf = async (unit: Unit, party: string): Promise<readonly LicenceRecord[]> =>
  (await unit.list({ collection: LICENCES }))
    .map(({ body }) => body as LicenceRecord)
    .filter((licence) => licence.partyId === party);

/** Whether a courier may be listed as active; who never had a licence here is no business of this register. */
const isLapsed = async (unit: Unit, party: PartyRegistration, now: string): Promise<boolean> => {
  const licences = await licencesOf(unit, party.partyId);
  return licences.length > 0 && mayBeActive(party.roles, licences, now) === false;
};

const parties: Hooks = {
  isShared: true,
  guards: async ({ unit, now, on, caller, path }, before) => {
    const id = path.partyId ?? before?.partyId;
    if (on === 'put-party') {
      if (id.length === 18 && !partyId.isValid(id))
        throw new Refusal('CHECK_DIGIT_INVALID', {
          issues: [{ pointer: '/partyId', rule: 'check-digit', params: {} }],
        });
      if (caller?.partyId !== id) throw new Refusal('ROLE_NOT_PERMITTED');
    }
    const party = before as PartyRegistration | undefined;
    return { LICENCE_VALID: party === undefined || !(await isLapsed(unit, party, now)) };
  },
  draft: async ({ unit, now }, next) => {
    const party = next as PartyRegistration;
    return party.status === 'REGISTERED' && (await isLapsed(unit, party, now))
      ? { ...party, status: 'SUSPENDED' }
      : party;
  },
};

/** Lets the state of a party follow that of its licences. */
const follow = async (
  { system, unit, now }: Pick<Happening, 'system' | 'unit' | 'now'>,
  id: string,
  isActive: boolean,
): Promise<void> => {
  const found = await findResource(unit, collectionNamed(system, PARTIES), id, id);
  const party = found?.resource as PartyRegistration | undefined;
  const fact = isActive ? 'PARTY_REINSTATED' : 'PARTY_SUSPENDED';
  const from = isActive ? 'SUSPENDED' : 'REGISTERED';
  if (party?.status === from && party.roles.includes('courier'))
    await causeFact(system, unit, now, { collection: PARTIES, owner: id, id, fact });
};

const nextLicenceNo = async (unit: Unit, now: string): Promise<string> =>
  `辽邮${now.slice(0, 4)}${String(await nextCount(unit, 'licence-no')).padStart(4, '0')}`;

/** An express licence runs for so many years (measures on licences, article 19; unconfirmed). */
const LICENCE_YEARS = 5;

const yearsAfter = (day: string, years: number): string =>
  `${Number(day.slice(0, 4)) + years}${day.slice(4)}`.replace('-02-29', '-02-28');

type Grant = Pick<LicenceRecord, 'partyId'> & Partial<Omit<LicenceRecord, 'status'>>;

/** What a licence is made of where the regulator says no more than whose it is. */
const granted = async (
  unit: Unit,
  now: string,
  { partyId: party, licenceNo, scope, regionCodes, validFromOn, validToOn }: Grant,
): Promise<Omit<LicenceRecord, 'status' | 'revision' | 'createdAt' | 'updatedAt'>> => {
  const firstDay = validFromOn ?? now.slice(0, 10);
  return {
    licenceNo: licenceNo ?? (await nextLicenceNo(unit, now)),
    partyId: party,
    scope: scope ?? '国内快递',
    regionCodes: regionCodes ?? ['210200'],
    validFromOn: firstDay,
    validToOn: validToOn ?? yearsAfter(firstDay, LICENCE_YEARS),
  };
};

const licences: Hooks = {
  lifecycle: 'licence',
  isShared: true,
  invent: ({ unit, now, body }) => {
    if (typeof body.partyId !== 'string') throw new Refusal('NOT_FOUND');
    return granted(unit, now, body as Grant);
  },
  changed: async (happening, next) => {
    const { unit, now } = happening;
    const { partyId: party } = next as LicenceRecord;
    const active = mayBeActive(['courier'], await licencesOf(unit, party), now) === true;
    await follow(happening, party, active);
  },
};

/** What a granted application makes of the licences of its party. */
const grant = async (happening: Happening, application: LicenceApplication): Promise<void> => {
  const { system, unit, now, owner } = happening;
  const { kind, partyId: party, licenceNo, regionCodes } = application;
  if (kind === 'NEW' || kind === 'RENEWAL') {
    const body = { partyId: party, licenceNo, regionCodes };
    await causeFact(system, unit, now, {
      collection: LICENCES,
      owner,
      fact: 'LICENCE_GRANTED',
      body,
    });
    return;
  }
  const collection = collectionNamed(system, LICENCES);
  for (const licence of await licencesOf(unit, party)) {
    if (licence.status !== 'VALID') continue;
    const about = { collection: LICENCES, owner, id: licence.licenceNo };
    if (kind === 'CANCEL')
      await causeFact(system, unit, now, { ...about, fact: 'LICENCE_REVOKED' });
    else await changeResource(happening, collection, { ...licence, regionCodes }, licence);
  }
};

const applications: Hooks = {
  draft: async ({ unit, on, owner, now }, next, before) => {
    const application = next as LicenceApplication;
    if (before === undefined) {
      if (application.partyId !== owner) throw new Refusal('ROLE_NOT_PERMITTED');
      const isRunning = (await unit.list({ collection: APPLICATIONS }))
        .map(({ body }) => body as LicenceApplication)
        .some(
          ({ partyId: party, kind, status }) =>
            party === owner && kind === application.kind && OPEN.includes(status),
        );
      if (isRunning) throw new Refusal('DUPLICATE');
    }
    if (on !== 'APPLICATION_GRANTED') return application;
    const [known] = await licencesOf(unit, application.partyId);
    const isNew = application.kind === 'NEW' || application.kind === 'RENEWAL';
    const licenceNo =
      isNew || known === undefined ? await nextLicenceNo(unit, now) : known.licenceNo;
    return { ...application, licenceNo };
  },
  changed: async (happening, next) => {
    if (happening.on === 'APPLICATION_GRANTED') await grant(happening, next as LicenceApplication);
  },
};

const annualReports: Hooks = {
  draft: async ({ unit, owner }, next, before) => {
    const report = next as AnnualReport;
    if (before !== undefined) return report;
    if (report.partyId !== owner) throw new Refusal('ROLE_NOT_PERMITTED');
    const isKnown = (await unit.list({ collection: REPORTS, owner })).some(
      ({ body }) => (body as AnnualReport).year === report.year,
    );
    if (isKnown) throw new Refusal('DUPLICATE');
    return report;
  },
};

/** Whether a request is signed by one of the keys that its party already has, and over exactly what it says. */
const isSignedBy = async (
  { signature, ...request }: KeyRegistrationRequest,
  party: Counterparty,
): Promise<boolean> => {
  if (signature === undefined) return false;
  for (const jwk of party.keys) {
    if (jwk.kty !== 'OKP' || jwk.crv !== 'Ed25519') continue;
    try {
      const key = await importJWK(jwk as JWK, 'EdDSA');
      const { payload } = await compactVerify(signature, key, { algorithms: ['EdDSA'] });
      if (isSameValue(JSON.parse(new TextDecoder().decode(payload)), request)) return true;
    } catch {
      // a signature by another key of the party, or none at all: the next key is tried
    }
  }
  return false;
};

const keyRegistrations: Hooks = {
  draft: async ({ unit, owner, caller, body }, next) => {
    if (next.partyId !== owner) throw new Refusal('ROLE_NOT_PERMITTED');
    const isFirst = (await unit.list({ collection: KEYS, owner })).length === 0;
    const request = body as KeyRegistrationRequest;
    // the operator of the sandbox vouches for the first of a party; one that is signed is judged all the same
    const isTaken =
      (isFirst && request.signature === undefined) ||
      (caller !== undefined && (await isSignedBy(request, caller)));
    if (!isTaken) throw new Refusal('SIGNATURE_INVALID');
    return next;
  },
};

/** A hub has no licences of its own and follows those of the regulator. */
const licenceChanged: Receiver = async (system, unit, now, _from, data) => {
  if (system.options.role === 'hub')
    await follow({ system, unit, now }, String(data.partyId), data.toStatus === 'VALID');
};

/** A register in which nobody acts for another, and in which a lapsed licence shows at once. */
export const registry: ModuleBehaviours = {
  resources: {
    [PARTIES]: parties,
    [LICENCES]: licences,
    [APPLICATIONS]: applications,
    [REPORTS]: annualReports,
    [KEYS]: keyRegistrations,
  },
  receives: { 'org.openwaybill.registry.licence.changed': licenceChanged },
  // a hub has examined the system of everybody whom it knows
  seed: async ({ options, random }, unit, now) => {
    if (options.role !== 'hub') return;
    const issuedOn = now.slice(0, 10);
    for (const { partyId: party, role } of options.counterparties) {
      const certificateId = uuid7(random, Date.parse(now));
      const certificate: ConformanceCertificate = {
        certificateId,
        partyId: party,
        software: { name: 'parcel-core', version: '1.0.0' },
        claims: [{ role, conformanceClass: 'core' }],
        requirementSet: '1.0.0',
        reportSha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
        issuedOn,
        expiresOn: yearsAfter(issuedOn, 1),
        revision: 1,
        createdAt: now,
        updatedAt: now,
      };
      unit.put(resourceRow(CERTIFICATES, certificateId, options.partyId, certificate));
    }
  },
};
