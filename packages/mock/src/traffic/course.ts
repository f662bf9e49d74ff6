import { millisecondsOf } from '../engine/clock.ts';
import { type Added, alongRoute } from '../world/along-route.ts';
import type { Stop } from '../world/network.ts';
import type { Scan, Scenario } from '../world/scenario.ts';

/** The scans of a scenario along a route, in order: all of it that a log shows. */
export type Course = {
  readonly id: string;
  readonly scans: readonly Scan[];
  /** The ages of a parcel at its scans as the scenario has them, in milliseconds. */
  readonly ages: readonly number[];
  /** What passes before each scan, in milliseconds, by the lines of the route. */
  readonly gaps: readonly number[];
};

const HOUR = 3_600_000;

/** What passes before a scan at a hub that the route has added: a line, or the sorting. */
const gapAt = (added: Added, route: readonly Stop[], hubHours: number): number =>
  HOUR * (added.isArrival ? (route[added.stop]?.hours ?? 0) : hubHours);

/** The course of a scenario along a route; `hubHours` is how long a hub has a parcel. */
export const courseAlong = (
  { id, steps }: Scenario,
  route: readonly Stop[],
  hubHours: number,
): Course => {
  const taken = alongRoute(
    steps.filter((step) => 'code' in step),
    route,
  );
  const scans = taken.map(({ step }) => step as Scan);
  const ages = scans.map(({ after }) => millisecondsOf(after));
  /** The age at the last scan of the scenario itself. */
  let before = 0;
  let last = 0;
  const gaps = taken.map(({ added }, at) => {
    if (added !== undefined) return gapAt(added, route, hubHours);
    [before, last] = [last, ages[at] ?? last];
    return last - before;
  });
  return { id, scans, ages, gaps };
};
