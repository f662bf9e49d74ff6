import { isInsured } from '@openwaybill/reference/vehicle';
import type {
  InsuranceCoverEntry,
  PassApplication,
  VehicleRegistration,
} from '@openwaybill/schemas';
import { hex } from '@openwaybill/validate';
import { DAY, instantOf } from '../../engine/clock.ts';
import { uuid7 } from '../../engine/invent.ts';
import type { OwnCall, OwnCaller } from '../../resources/own-call.ts';
import { recordRow } from '../../store/resource.ts';
import { localDate } from '../../waybills/local-date.ts';
import { courierWorld } from '../../world/courier-world.ts';

/** Rows of vehicles and drivers of this courier, with what the counterparty was told of them. */
const OWN_VEHICLES = 'own-vehicles';
const OWN_DRIVERS = 'own-drivers';

const REGION = { countryCode: 'CN', regionCode: '210202', regionCodeVersion: 'NBS-2023' } as const;

type OwnVehicle = {
  readonly vehicleId: string;
  readonly registration: VehicleRegistration;
  /** Absent until it is registered. */
  readonly revision?: number;
  readonly covers: readonly InsuranceCoverEntry[];
};

/** The vehicles of a small branch, of no make. */
const FLEET: readonly Omit<VehicleRegistration, 'fleetNo'>[] = [
  {
    kind: 'E_TRICYCLE',
    isStandardModel: true,
    energy: 'BEV',
    emissionStandard: 'ZERO',
    hasUnifiedMarking: true,
    payloadGrams: 200_000,
    status: 'IN_USE',
  },
  {
    kind: 'TRUCK',
    isStandardModel: true,
    energy: 'DIESEL',
    emissionStandard: 'CN_VIB',
    hasUnifiedMarking: true,
    payloadGrams: 18_000_000,
    status: 'IN_USE',
  },
  {
    kind: 'E_VAN',
    isStandardModel: true,
    energy: 'FCEV',
    emissionStandard: 'ZERO',
    hasUnifiedMarking: true,
    payloadGrams: 1_200_000,
    status: 'IN_USE',
  },
];

const dayIn = (now: string, days: number): string =>
  localDate(instantOf(Date.parse(now) + days * DAY));

const keep = async ({ system, tenant }: OwnCaller, vehicle: OwnVehicle): Promise<OwnVehicle> => {
  await system.transact(tenant, async (unit, now) =>
    unit.put(recordRow(OWN_VEHICLES, vehicle.vehicleId, tenant, now, vehicle)),
  );
  return vehicle;
};

/** The fleet as one counterparty knows it, or is to know it; it is there when it is asked for first. */
const fleetOf = ({ system, tenant }: OwnCaller): Promise<readonly OwnVehicle[]> =>
  system.transact(tenant, async (unit, now) => {
    const known = await unit.list({ collection: OWN_VEHICLES, owner: tenant });
    if (known.length > 0) return known.map(({ body }) => body as OwnVehicle);
    const { carrierCode } = courierWorld(system.options);
    return FLEET.map((vehicle, index): OwnVehicle => {
      const own = {
        vehicleId: uuid7(system.random, Date.parse(now)),
        registration: {
          fleetNo: `210200-${carrierCode}-${String(index + 1).padStart(5, '0')}`,
          ...vehicle,
        },
        covers: [],
      };
      unit.put(recordRow(OWN_VEHICLES, own.vehicleId, tenant, now, own));
      return own;
    });
  });

/** What moves the vehicles of this courier. */
export const ownEnergies = async (
  own: OwnCaller,
): Promise<readonly Pick<VehicleRegistration, 'energy'>[]> =>
  (await fleetOf(own)).map(({ registration }) => registration);

/** The first vehicle of which something is not yet true; the first of all where it is true of everyone. */
const firstWithout = async (
  own: OwnCaller,
  isTrue: (vehicle: OwnVehicle) => boolean,
): Promise<OwnVehicle> => {
  const fleet = await fleetOf(own);
  const found = fleet.find((vehicle) => !isTrue(vehicle)) ?? fleet[0];
  if (found === undefined) throw new Error('the fleet has no vehicle');
  return found;
};

const isRegistered = ({ revision }: OwnVehicle): boolean => revision !== undefined;

const register = async (own: OwnCaller, vehicle: OwnVehicle): Promise<OwnVehicle> => {
  const { vehicleId, registration, revision } = vehicle;
  const registered = await own.call('put-vehicle', {
    path: { vehicleId },
    body: registration,
    ...(revision === undefined ? {} : { revision }),
  });
  return keep(own, { ...vehicle, revision: registered.revision });
};

/** A year of insurance from today, which the register is told of. */
const insure = async (own: OwnCaller, vehicle: OwnVehicle): Promise<OwnVehicle> => {
  const { system, tenant } = own;
  const cover = await system.transact(
    tenant,
    async (_, now): Promise<InsuranceCoverEntry> => ({
      policyNo: `PL-${hex(system.random(6))}`,
      kind: 'COMPULSORY',
      validFromOn: dayIn(now, 0),
      validToOn: dayIn(now, 364),
    }),
  );
  const registered = isRegistered(vehicle) ? vehicle : await register(own, vehicle);
  await own.call('add-insurance-cover', {
    path: { vehicleId: registered.vehicleId },
    body: cover,
  });
  return keep(own, { ...registered, covers: [...registered.covers, cover] });
};

const putVehicle: OwnCall = async (own) => {
  await register(own, await firstWithout(own, isRegistered));
};

const addInsuranceCover: OwnCall = async (own) => {
  await insure(own, await firstWithout(own, ({ covers }) => covers.length > 0));
};

/** Four weeks of mornings from tomorrow, for a vehicle that is insured on all of them. */
const applyForPass: OwnCall = async (own) => {
  const { system, tenant } = own;
  const period = await system.transact(tenant, async (_, now) => ({
    fromOn: dayIn(now, 1),
    toOn: dayIn(now, 28),
  }));
  const insured = (await fleetOf(own)).find(({ covers }) => isInsured(period, covers));
  const { vehicleId } =
    insured ?? (await insure(own, await firstWithout(own, ({ covers }) => covers.length > 0)));
  const body: PassApplication = {
    vehicleIds: [vehicleId],
    zones: [REGION],
    windows: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '06:00', to: '09:30' })),
    ...period,
  };
  await own.call('apply-for-pass', { body });
};

type OwnDriver = { readonly driverId: string; readonly revision: number };

/** A driver, under a name that only this courier can tell whose it is. */
const putDriverQualification: OwnCall = async ({ system, tenant, call }) => {
  const { driver, lastSafetyTrainingOn } = await system.transact(tenant, async (unit, now) => ({
    driver: (await unit.list({ collection: OWN_DRIVERS, owner: tenant }))[0]?.body as
      | OwnDriver
      | undefined,
    lastSafetyTrainingOn: dayIn(now, -30),
  }));
  const driverId = driver?.driverId ?? `drv-${hex(system.random(8))}`;
  const { revision } = await call('put-driver-qualification', {
    path: { driverId },
    body: { trainingHourCount: 24, lastSafetyTrainingOn, licenceClass: 'C1' },
    ...(driver === undefined ? {} : { revision: driver.revision }),
  });
  await system.transact(tenant, async (unit, now) =>
    unit.put(recordRow(OWN_DRIVERS, driverId, tenant, now, { driverId, revision })),
  );
};

/** What a courier says of its fleet to a register, of its own accord. */
export const fleetCalls: Readonly<Record<string, OwnCall>> = {
  'put-vehicle': putVehicle,
  'add-insurance-cover': addInsuranceCover,
  'apply-for-pass': applyForPass,
  'put-driver-qualification': putDriverQualification,
};
