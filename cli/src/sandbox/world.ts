import { join } from 'node:path';
import type { World } from '@openwaybill/mock';
import type { Location } from '@openwaybill/schemas';
import type { Io } from '../io.ts';
import { readSeed } from '../read-seed.ts';
import type { Caller, Played } from './parties.ts';

type Step = { readonly code: string; readonly with?: Readonly<Record<string, unknown>> };
type ScenarioFile = { readonly id: string; readonly steps: readonly Step[] };

type NamedParty = { readonly partyId: string; readonly name: string };

/** A file of `seeds/worlds`: a place, its parties, and what is ordered there. */
export type WorldFile = { readonly [role in Played | Caller]: NamedParty } & {
  readonly name: string;
  readonly startsAt: string;
  readonly courier: { readonly carrierCode: string };
  readonly facilities: Readonly<Record<string, Location>>;
  /** The facility at which a scan of a code is made; other codes are where the courier says. */
  readonly facilityOf: Readonly<Record<string, string>>;
  readonly orders: readonly { readonly orderNo: string; readonly consigneeSeed: string }[];
};

/** Scans of the way out are made at the facilities of the world. */
const placed = (world: WorldFile, scenario: ScenarioFile): ScenarioFile => ({
  ...scenario,
  steps: scenario.steps.map((step) => {
    const location = world.facilities[world.facilityOf[step.code] ?? ''];
    const isReturn = step.with?.leg === 'RETURN';
    return location === undefined || isReturn || step.with?.location !== undefined
      ? step
      : { ...step, with: { ...step.with, location } };
  }),
});

/** The worlds that came with the program. */
export const worldNames = async (io: Io): Promise<readonly string[]> =>
  (await io.filesBelow(join(io.seeds, 'worlds')))
    .filter((path) => path.endsWith('.json'))
    .map((path) => path.slice(0, -'.json'.length))
    .sort();

/** A world with the scenarios by which parcels move in it. */
export const loadWorld = async (
  io: Io,
  name: string,
): Promise<{ readonly file: WorldFile; readonly courier: World }> => {
  const file = await readSeed<WorldFile>(io, `worlds/${name}.json`);
  const paths = (await io.filesBelow(join(io.seeds, 'scenarios'))).filter((path) =>
    path.endsWith('.json'),
  );
  const scenarios = await Promise.all(
    paths.map((path) => readSeed<ScenarioFile>(io, `scenarios/${path}`)),
  );
  return {
    file,
    courier: {
      ...file.courier,
      scenarios: scenarios.map((scenario) => placed(file, scenario)),
    },
  };
};
