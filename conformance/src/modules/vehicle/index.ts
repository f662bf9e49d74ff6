import { exampleBody, freshBody } from '../../drive/example.ts';
import type { ModuleSuite } from '../suite.ts';
import { vehicleChecks } from './checks.ts';
import { vehicleFaults } from './faults.ts';
import { applicationFor, coverFor, insured, inventFleetNo, registered } from './invent.ts';
import { vehicleFleet } from './vehicle-fleet.ts';
import { vehicleNumber } from './vehicle-number.ts';
import { vehiclePass } from './vehicle-pass.ts';
import { vehiclePassEnd } from './vehicle-pass-end.ts';
import { passWalk } from './walk.ts';

/** Numbers of vehicles, passes that need insurance and come to an end, and what a courier says of its fleet. */
export const vehicleSuite: ModuleSuite = {
  scenarios: [vehicleFleet, vehicleNumber, vehiclePass, vehiclePassEnd],
  checks: vehicleChecks,
  faults: vehicleFaults,
  walks: [passWalk],
  twins: {
    putVehicle: async (stage) => ({
      ...(stage.roleOf('runner') === 'courier' ? {} : { as: 'courier' as const }),
      path: { vehicleId: stage.invent.uuid() },
      body: { ...exampleBody('putVehicle'), fleetNo: inventFleetNo(stage) },
    }),
    putDriverQualification: async (stage) => ({
      path: { driverId: `drv-${stage.invent.uuid().slice(-12)}` },
      body: exampleBody('putDriverQualification'),
    }),
    addInsuranceCover: async (stage) => {
      const vehicleId = await registered(stage);
      return vehicleId === undefined
        ? undefined
        : { path: { vehicleId }, body: await coverFor(stage, 3, 9) };
    },
    applyForPass: async (stage) => {
      const vehicleId = await insured(stage, 0, 9);
      return vehicleId === undefined
        ? undefined
        : { body: await applicationFor(stage, [vehicleId], 1, 2) };
    },
    reportAccident: async (stage) => {
      const vehicleId =
        stage.claim.role === 'regulator' ? await registered(stage) : stage.invent.uuid();
      return vehicleId === undefined
        ? undefined
        : { body: { ...freshBody(stage, 'reportAccident', 'accidentId'), vehicleId } };
    },
  },
};
