import { exampleBody } from '../../drive/example.ts';
import type { Stage } from '../../drive/stage.ts';
import { isAccepted } from '../../transcript/body.ts';

/** A number that no other run gives to a vehicle. */
export const inventFleetNo = (stage: Stage): string => {
  const word = stage.invent.uuid().replaceAll('-', '').slice(-8).toUpperCase();
  return `210200-${word}-${String(Math.floor(stage.invent.fresh() * 100_000)).padStart(5, '0')}`;
};

/** The day so many days from now in Shanghai, at the system. */
export const dayFromNow = async (stage: Stage, days: number): Promise<string> =>
  new Date((await stage.now()) + days * 86_400_000 + 28_800_000).toISOString().slice(0, 10);

/** A vehicle of the runner under a new id and number; nothing where it was not accepted. */
export const registered = async (stage: Stage): Promise<string | undefined> => {
  const vehicleId = stage.invent.uuid();
  const answer = await stage.call('putVehicle', {
    path: { vehicleId },
    body: { ...exampleBody('putVehicle'), fleetNo: inventFleetNo(stage) },
    intent: 'PREPARE',
  });
  return isAccepted(answer) ? vehicleId : undefined;
};

/** A cover from one day from now to another. */
export const coverFor = async (stage: Stage, from: number, to: number) => ({
  ...exampleBody('addInsuranceCover'),
  policyNo: stage.invent.uuid(),
  validFromOn: await dayFromNow(stage, from),
  validToOn: await dayFromNow(stage, to),
});

/** A vehicle that is insured on these days. */
export const insured = async (
  stage: Stage,
  from: number,
  to: number,
): Promise<string | undefined> => {
  const vehicleId = await registered(stage);
  if (vehicleId === undefined) return undefined;
  const answer = await stage.call('addInsuranceCover', {
    path: { vehicleId },
    body: await coverFor(stage, from, to),
    intent: 'PREPARE',
  });
  return isAccepted(answer) ? vehicleId : undefined;
};

/** An application for vehicles, from one day from now to another. */
export const applicationFor = async (
  stage: Stage,
  vehicleIds: readonly string[],
  from: number,
  to: number,
) => ({
  ...exampleBody('applyForPass'),
  vehicleIds,
  fromOn: await dayFromNow(stage, from),
  toOn: await dayFromNow(stage, to),
});
