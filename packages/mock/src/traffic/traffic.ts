import { idOf, type Order, type TrackingEventRecorded, type Waybill } from '@openwaybill/schemas';
import { sequenceText } from '../events/outbox.ts';
import { type Network, routeOf, type Stop } from '../world/network.ts';
import type { Scenario } from '../world/scenario.ts';
import { type Course, courseAlong } from './course.ts';
import { type DivisionTable, districtsOf } from './division.ts';
import { drawOf } from './draw.ts';
import { drawnParcel, type Goods, type Merchant, type Stock, wayOf } from './drawn-parcel.ts';
import { dueHeap } from './due-heap.ts';
import { instantText } from './instant-text.ts';
import { journeyOf, type WorkingHours } from './journey.ts';
import { type Journey, scanOf } from './scan.ts';

/** What is sent in a world, by whom, where to, when, and how it goes. */
export type TrafficPlan = {
  /** Divisions in which consignees live, as leading digits of their codes. */
  readonly regions: readonly string[];
  readonly merchants: readonly Merchant[];
  readonly goods: readonly Goods[];
  /** How much is ordered in each hour of the day, against the others. */
  readonly ordersByHour: readonly number[];
  readonly workingHours: WorkingHours;
  /** How long a further hub has a parcel. */
  readonly hubHours: number;
  /** How many parcels go each way, against the others, by the id of a scenario. */
  readonly scenarios: Readonly<Record<string, number>>;
};

/** What a traffic is made of. */
export type TrafficOptions = {
  readonly plan: TrafficPlan;
  readonly courier: {
    readonly partyId: string;
    readonly carrierCode: Waybill['carrierCode'];
  };
  readonly divisions: DivisionTable;
  /** By which hubs parcels go; absent: each district has one of its own. */
  readonly network?: Network;
  readonly scenarios: readonly Scenario[];
  readonly seed: number;
  readonly parcels: number;
  /** The first instant, in milliseconds since 1970: midnight in China. */
  readonly from: number;
  /** Days over which the parcels are ordered. */
  readonly days: number;
};

/** The event of a scan, in its envelope. */
export type ScanEvent = {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: 'org.openwaybill.tracking.event.recorded';
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly dataschema: string;
  readonly sequence: string;
  readonly data: TrackingEventRecorded;
};

/** One thing of a traffic, in the order in which it came to be. */
export type TrafficLine =
  | { readonly resource: 'Order'; readonly value: Order }
  | { readonly resource: 'Waybill'; readonly value: Waybill }
  | ScanEvent;

/** Thrown for a plan that names what is not there. */
export class UnknownInPlan extends Error {
  override readonly name = 'UnknownInPlan';
}

const HOUR = 3_600_000;
const NOWHERE: readonly Stop[] = [];
const ARRIVAL = 5;
const EVENT_SCHEMA = idOf('TrackingEventRecorded');

const some = <T>(all: readonly T[], what: string): readonly [T, ...T[]] => {
  const [first, ...rest] = all;
  if (first === undefined) throw new UnknownInPlan(`the traffic names no ${what}`);
  return [first, ...rest];
};

/** The courses of a plan: each is made once for a scenario and a route. */
const coursesOf = ({ plan, network, scenarios }: TrafficOptions): Stock['courseOf'] => {
  const named = new Map(
    Object.keys(plan.scenarios).map((id) => {
      const scenario = scenarios.find((one) => one.id === id);
      if (scenario === undefined) throw new UnknownInPlan(`there is no scenario ${id}`);
      return [id, { scenario, byRoute: new Map<readonly Stop[], Course>() }];
    }),
  );
  return (id, from, to) => {
    const route = network === undefined ? NOWHERE : routeOf(network, from, to);
    const { scenario, byRoute } = named.get(id) as NonNullable<ReturnType<typeof named.get>>;
    const course = byRoute.get(route) ?? courseAlong(scenario, route, plan.hubHours);
    byRoute.set(route, course);
    return { course, hubCount: route.length };
  };
};

const stockOf = (options: TrafficOptions): Stock => {
  const { plan, courier, divisions, network, seed } = options;
  return {
    seed,
    ...(network === undefined ? {} : { network }),
    courseOf: coursesOf(options),
    shares: Object.entries(plan.scenarios).map(([id, share]) => ({ id, share })),
    carrierCode: courier.carrierCode,
    districts: some(districtsOf(divisions, plan.regions), 'district'),
    merchants: some(
      plan.merchants.map((merchant) => ({
        ...merchant,
        district: some(districtsOf(divisions, [merchant.regionCode]), merchant.regionCode)[0],
      })),
      'merchant',
    ),
    goods: some(plan.goods, 'goods'),
  };
};

/** When the n-th parcel is made: one after the other, by the hours of the days. */
const arrivalsOf = ({ plan, parcels, seed, from, days }: TrafficOptions) => {
  const sums: number[] = [];
  let sum = 0;
  for (const weight of plan.ordersByHour) {
    sum += weight;
    sums.push(sum);
  }
  return (parcel: number): number => {
    const place = (parcel + drawOf(seed, ARRIVAL, parcel).below(1000) / 1000) / parcels;
    const day = Math.min(days - 1, Math.floor(place * days));
    const left = (place * days - day) * sum;
    const hour = Math.max(
      0,
      sums.findIndex((upTo) => left < upTo),
    );
    const weight = plan.ordersByHour[hour] ?? 1;
    const part = (left - ((sums[hour] ?? 0) - weight)) / weight;
    return from + Math.floor(((day * 24 + hour + part) * HOUR) / 1000) * 1000;
  };
};

/**
 * Orders, waybills and scans of any number of parcels in the order of time, each drawn from the seed and its own
 * number: the same options give the same lines. Held in memory is one entry for every parcel that is on its way.
 * Throws UnknownInPlan where the plan names what is not there.
 */
export function* traffic(options: TrafficOptions): Generator<TrafficLine> {
  const stock = stockOf(options);
  const { courier, network, parcels, plan, seed } = options;
  const arrivalOf = arrivalsOf(options);
  const journeyFor = (parcel: number): Journey => {
    const way = wayOf(stock, parcel);
    const begin = arrivalOf(parcel);
    const times = journeyOf(way, begin, plan.workingHours);
    return {
      seed,
      carrierCode: courier.carrierCode,
      ...(network === undefined ? {} : { network }),
      parcel,
      begin,
      way,
      times,
    };
  };
  const due = dueHeap();
  let sequence = 0;
  let made = 0;
  const eventOf = (journey: Journey, step: number): ScanEvent => {
    sequence += 1;
    const data = scanOf(journey, step);
    return {
      specversion: '1.0',
      id: `msg_${sequenceText(sequence)}`,
      source: `urn:openwaybill:party:${courier.partyId}`,
      type: 'org.openwaybill.tracking.event.recorded',
      subject: data.waybillNo,
      time: instantText(journey.times[step] ?? journey.begin),
      datacontenttype: 'application/json',
      dataschema: EVENT_SCHEMA,
      sequence: sequenceText(sequence),
      data,
    };
  };
  const lay = (journey: Journey, step: number): void => {
    const at = journey.times[step];
    if (at !== undefined) due.push({ at, parcel: journey.parcel, step });
  };
  while (made < parcels || due.size > 0) {
    const arrival = made < parcels ? arrivalOf(made) : Number.POSITIVE_INFINITY;
    const next = due.next;
    if (next === undefined || arrival <= next.at) {
      const { order, waybill } = drawnParcel(stock, made, arrival);
      yield { resource: 'Order', value: order };
      yield { resource: 'Waybill', value: waybill };
      lay(journeyFor(made), 0);
      made += 1;
      continue;
    }
    due.pop();
    const journey = journeyFor(next.parcel);
    yield eventOf(journey, next.step);
    lay(journey, next.step + 1);
  }
}
