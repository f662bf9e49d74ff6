import { millisecondsOf } from '../engine/clock.ts';
import { placeOf, type Stop } from './network.ts';
import type { Scan, Step } from './scenario.ts';

/** A step that a route has added: at which of its hubs, counted from 0, and whether the parcel comes or goes. */
export type Added = { readonly stop: number; readonly isArrival: boolean };

const isAt = (step: Step | undefined, code: string): step is Scan =>
  step !== undefined && 'code' in step && step.code === code && step.with?.leg !== 'RETURN';

const durationOf = (milliseconds: number): string => `PT${Math.round(milliseconds / 1000)}S`;

/** On the way back a parcel comes to the hub first that it left last. */
const returning = (step: Step, last: Stop): Step =>
  'code' in step &&
  step.with?.leg === 'RETURN' &&
  step.with.location === undefined &&
  /^(ARRIVED|DEPARTED)_HUB$/.test(step.code)
    ? { ...step, with: { ...step.with, location: placeOf(last.hub) } }
    : step;

/**
 * The steps of a scenario along a route: between the hub that a parcel leaves and the branch that delivers it there are
 * the other hubs of its way, at ages evenly between the two, so that the moments of the scenario stay what they are.
 * Each step comes with what the route has added, where it has.
 */
export const alongRoute = (
  steps: readonly Step[],
  route: readonly Stop[],
): readonly { readonly step: Step; readonly added?: Added }[] => {
  const last = route.at(-1);
  if (last === undefined) return steps.map((step) => ({ step }));
  return steps.flatMap((given, at) => {
    const step = returning(given, last);
    const next = steps[at + 1];
    if (!isAt(given, 'DEPARTED_HUB') || !isAt(next, 'ARRIVED_DELIVERY_BRANCH')) return [{ step }];
    const from = millisecondsOf(given.after);
    const part = (millisecondsOf(next.after) - from) / (2 * route.length - 1);
    const between = route.slice(1).flatMap(({ hub }, index) =>
      [true, false].map((isArrival, place) => ({
        step: {
          after: durationOf(from + part * (2 * index + place + 1)),
          code: isArrival ? 'ARRIVED_HUB' : 'DEPARTED_HUB',
          with: { location: placeOf(hub) },
        },
        added: { stop: index + 1, isArrival },
      })),
    );
    return [{ step }, ...between];
  });
};
