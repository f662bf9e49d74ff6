import {
  DEFAULT_FACTORS_VERSION,
  defaultEmissionOf,
  fleetShareOf,
  footprintOf,
  type SharedLeg,
} from '@openwaybill/reference/emission';
import { periodAround } from '@openwaybill/reference/statistics';
import type { FleetEnergyReport } from '@openwaybill/schemas';
import { startOfDay } from '../agreements/civil-day.ts';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { instantOf } from '../engine/clock.ts';
import { uuid7 } from '../engine/invent.ts';
import { command } from '../engine/lifecycle.ts';
import { Refusal } from '../engine/refusal.ts';
import { isSameValue } from '../engine/same-value.ts';
import { parcelNamed } from '../parcels/parcel-named.ts';
import {
  changeResource,
  collectionNamed,
  findResource,
  listResources,
} from '../resources/change.ts';
import type { Happening, Hooks, ModuleBehaviours, Resource } from '../resources/hooks.ts';
import type { OwnCall } from '../resources/own-call.ts';
import { performPlainly } from '../resources/plain-behaviour.ts';
import { localDate } from '../waybills/local-date.ts';
import { waybillsOf } from '../waybills/stored-waybill.ts';
import { ownEnergies } from './vehicle/own-fleet.ts';

const LEGS = 'transport-legs';

/** The first report of a leg is a plain creation; a later one replaces it or changes nothing. */
const reportTransportLeg: Behaviour = async (call) => {
  const { system, unit, now, operation, path, body } = call;
  const { partyId: owner } = callerOf(call);
  const legs = collectionNamed(system, LEGS);
  const known = await findResource(unit, legs, owner, body.legId);
  if (known === undefined) return performPlainly(call);
  const { resource: stored } = known;
  const { status, revision, createdAt, updatedAt, ...former } = stored;
  const isNewer = body.reportRevision > stored.reportRevision;
  if (body.reportRevision === stored.reportRevision && !isSameValue(former, body))
    throw new Refusal('DUPLICATE');
  const { to, outcome } = command(system.lifecycle('transport-leg'), status, operation.name, {
    NEWER_REPORT: isNewer,
    OLDER_REPORT: !isNewer,
  });
  if (outcome === 'UNCHANGED') return { status: 200, body: stored };
  const happening: Happening = { system, unit, now, owner, on: operation.name, path, body };
  return {
    status: 200,
    body: await changeResource(happening, legs, { ...body, status: to }, stored),
  };
};

/** What the caller's parcel has of the legs that carried it. */
const getParcelFootprint: Behaviour = async (call) => {
  await parcelNamed(call);
  const { partyId } = callerOf(call);
  const legs = await listResources(call.unit, collectionNamed(call.system, LEGS), partyId);
  return { status: 200, body: footprintOf(call.path.waybillNo ?? '', legs as SharedLeg[]) };
};

/** A van of no make: a kilowatt-hour and a tenth a kilometre, 1.2 t, 72 km/h. */
const VAN = { wattHoursPerKilometre: 1100, gramsPerPercent: 12_000, metresPerSecond: 20 } as const;
/** Counted for a parcel that nobody weighed. */
const UNWEIGHED_GRAMS = 500;

/** A leg of this courier ends, with all parcels of the organisation that are on their way. */
const drive = async ({ system, unit, now, owner }: Happening): Promise<Resource> => {
  const parcels = (await waybillsOf(unit, owner))
    .filter(({ waybill }) => waybill.status === 'ACTIVE')
    .map(({ waybill: { waybillNo, weightGrams = UNWEIGHED_GRAMS } }) => ({
      waybillNo,
      weightGrams,
    }));
  const [high = 0, low = 0] = system.random(2);
  const distanceMetres = 100_000 + 6 * (256 * high + low);
  const payloadGrams = parcels.reduce((sum, { weightGrams }) => sum + weightGrams, 0);
  const energyWattHours = Math.ceil((distanceMetres * VAN.wattHoursPerKilometre) / 1000);
  const arrived = Date.parse(now);
  return {
    legId: uuid7(system.random, arrived),
    reportRevision: 1,
    mode: 'ROAD',
    energy: 'BEV',
    distanceMetres,
    payloadGrams,
    loadFactorPercent: Math.min(100, Math.ceil(payloadGrams / VAN.gramsPerPercent)),
    emptyMetres: parcels.length === 0 ? distanceMetres : Math.floor(distanceMetres / 50),
    energyWattHours,
    co2eGrams: defaultEmissionOf('BEV', energyWattHours),
    method: { code: 'DEFAULT_FACTORS', version: DEFAULT_FACTORS_VERSION },
    parcels,
    departedAt: instantOf(arrived - Math.ceil(distanceMetres / VAN.metresPerSecond) * 1000),
    arrivedAt: now,
  };
};

const legs: Hooks = {
  invent: (happening) => {
    if (happening.system.options.role !== 'courier') throw new Refusal('STATE_ILLEGAL');
    return drive(happening);
  },
  changed: async ({ system, unit, now }, { legId, reportRevision, co2eGrams }) => {
    if (system.options.role !== 'courier') return;
    for (const { partyId, role } of system.options.counterparties)
      if (role === 'hub')
        await system.emit(unit, now, {
          type: 'org.openwaybill.emission.leg.reported',
          to: partyId,
          data: { legId, reportRevision, co2eGrams },
        });
  },
};

const lastDayBefore = (day: string): string =>
  localDate(instantOf(Date.parse(startOfDay(day)) - 1));

/** The fleet as it stands at the end of the month before. */
const reportFleetEnergy: OwnCall = async (own) => {
  const { system, tenant } = own;
  const { fromOn, toOn } = await system.transact(tenant, async (_, now) =>
    periodAround('MONTH', lastDayBefore(`${localDate(now).slice(0, 7)}-01`)),
  );
  const body: FleetEnergyReport = {
    period: { fromOn, toOn },
    regionCode: '210200',
    regionCodeVersion: 'NBS-2023',
    ...fleetShareOf(await ownEnergies(own)),
  };
  await own.call('report-fleet-energy', { body });
};

/** Reports that a newer one replaces, and footprints that add up to the legs of the courier. */
export const emission: ModuleBehaviours = {
  operations: {
    'get-parcel-footprint': getParcelFootprint,
    'report-transport-leg': reportTransportLeg,
  },
  resources: { [LEGS]: legs },
  calls: { 'report-fleet-energy': reportFleetEnergy },
};
