import { join } from 'node:path';
import type { World } from '@openwaybill/mock';
import type { TrafficOptions, TrafficPlan } from '@openwaybill/mock/traffic';
import type { Io } from '../io.ts';
import { readSeed } from '../read-seed.ts';
import type { Caller, Played } from './parties.ts';

type ScenarioFile = TrafficOptions['scenarios'][number];
type Network = NonNullable<TrafficOptions['network']>;

type NamedParty = { readonly partyId: string; readonly name: string };

/** A file of `seeds/worlds`: a place, its parties, and what is ordered there. */
export type WorldFile = { readonly [role in Played | Caller]: NamedParty } & {
  readonly name: string;
  readonly startsAt: string;
  readonly courier: {
    readonly partyId: string;
    readonly name: string;
    readonly carrierCode: TrafficOptions['courier']['carrierCode'];
  };
  /** The hubs and lines by which the courier's parcels go. */
  readonly network: Network;
  readonly orders: readonly { readonly orderNo: string; readonly consigneeSeed: string }[];
  /** What is sent there when nobody asks for one order in particular. */
  readonly traffic: TrafficPlan;
};

/** As it is written: a world may be like another in all that it does not say. */
type WrittenWorld = Partial<Omit<WorldFile, 'traffic' | 'network'>> & {
  readonly like?: string;
  /** A file of `seeds/networks`. */
  readonly network?: string;
  readonly traffic?: Partial<TrafficPlan>;
};

/** A world as it stands in its file and in those that it is like. */
export const readWorld = async (io: Io, name: string): Promise<WorldFile> => {
  const { like, network, ...said } = await readSeed<WrittenWorld>(io, `worlds/${name}.json`);
  const own = {
    ...said,
    ...(network === undefined
      ? {}
      : { network: await readSeed<Network>(io, `networks/${network}.json`) }),
  };
  if (like === undefined) return own as WorldFile;
  const base = await readWorld(io, like);
  return { ...base, ...own, traffic: { ...base.traffic, ...own.traffic } };
};

/** The worlds that came with the program. */
export const worldNames = async (io: Io): Promise<readonly string[]> =>
  (await io.filesBelow(join(io.seeds, 'worlds')))
    .filter((path) => path.endsWith('.json'))
    .map((path) => path.slice(0, -'.json'.length))
    .sort();

/** The scenarios that came with the program, as they are written. */
export const readScenarios = async (io: Io): Promise<readonly ScenarioFile[]> => {
  const paths = (await io.filesBelow(join(io.seeds, 'scenarios'))).filter((path) =>
    path.endsWith('.json'),
  );
  return Promise.all(paths.map((path) => readSeed<ScenarioFile>(io, `scenarios/${path}`)));
};

/** A world with the scenarios by which parcels move in it; `own` are those that did not come with the program. */
export const loadWorld = async (
  io: Io,
  name: string,
  own: readonly ScenarioFile[] = [],
): Promise<{ readonly file: WorldFile; readonly courier: World }> => {
  const file = await readWorld(io, name);
  const scenarios = [...(await readScenarios(io)), ...own];
  return {
    file,
    courier: {
      ...file.courier,
      network: file.network,
      scenarios,
    },
  };
};
