import type { Carrier } from '../carriers.ts';
import { type Adapter, type Context, type Conversion, joined, nothing } from '../conversion.ts';
import { observe } from '../observe.ts';
import { listOf, memberOf, textOf } from '../read.ts';
import type { Fact, Table } from '../row.ts';
import { sfRoute } from '../tables/sf-route.ts';
import { sfRoute2 } from '../tables/sf-route-2.ts';

const SF: Carrier = { code: 'SF', key: 'SF' };

/** The scans that say that a courier has set out with the parcel. */
const OUT = ['44', '204'];

/** What the other routes of a parcel tell about the one at a place. They are in the order of time. */
const factsOf = (
  routes: readonly unknown[],
  place: number,
  relation: 'RETURN' | 'FORWARD' | undefined,
  context: Context,
): ReadonlySet<Fact> => {
  const facts = new Set<Fact>();
  const codeAt = (route: unknown) => textOf(route, 'opCode') ?? '';
  const here = textOf(routes[place], 'acceptAddress');
  const [before, after] = [routes.slice(0, place), routes.slice(place + 1)];
  if (
    here !== undefined &&
    after.some((route) => OUT.includes(codeAt(route)) && textOf(route, 'acceptAddress') === here)
  )
    facts.add('AT_DELIVERY_BRANCH');
  if (!before.some((route) => codeAt(route) === '36')) facts.add('FIRST_DEPARTURE');
  if (!before.some((route) => codeAt(route) === '44')) facts.add('NOT_YET_OUT');
  if (relation !== undefined) facts.add(`${relation}_RELATION`);
  if (context.direction !== undefined) facts.add(context.direction);
  return facts;
};

const ofRoutes = (
  table: Table,
  response: unknown,
  pointer: string,
  context: Context,
): Conversion => {
  const waybillNo = textOf(response, 'mailNo');
  const listed = (listOf(response, 'routes') ?? []).map(
    (route, place) => [`${pointer}/routes/${place}`, route] as const,
  );
  const timeOf = (route: unknown) => textOf(route, 'acceptTime') ?? '';
  const ordered = listed.toSorted(([, a], [, b]) => (timeOf(a) < timeOf(b) ? -1 : 1));
  const routes = ordered.map(([, route]) => route);
  const relation = waybillNo === undefined ? undefined : context.relationOf?.(waybillNo);
  return joined(
    ordered.map(([at, route], place) => {
      const scan = {
        pointer: at,
        carrier: SF,
        waybillNo,
        code: textOf(route, 'opCode'),
        subCode: textOf(route, 'secondaryStatusCode'),
        subName: textOf(route, 'secondaryStatusName'),
        time: textOf(route, 'acceptTime'),
        text: textOf(route, 'remark'),
        place: { words: textOf(route, 'acceptAddress') },
        facts: factsOf(routes, place, relation, context),
      };
      return observe(table, scan, context);
    }),
  );
};

/** SF's gateway wraps its answer in a text; both forms occur. */
const unwrapped = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
};

const adapterOf =
  (table: Table): Adapter =>
  (document, context = {}) => {
    const wrapped = memberOf(document, 'apiResultData');
    const result = wrapped === undefined ? document : unwrapped(wrapped);
    const inner = memberOf(result, 'msgData');
    const responses = listOf(inner ?? result, 'routeResps');
    if (responses === undefined) return nothing('', 'NO_TRACE');
    // Where the answer came as a text, the pointer goes on into what the text says.
    const base = `${wrapped === undefined ? '' : '/apiResultData'}${inner === undefined ? '' : '/msgData'}`;
    return joined(
      responses.map((each, place) => ofRoutes(table, each, `${base}/routeResps/${place}`, context)),
    );
  };

/** SF Express: the answer to a query of routes, opcodes of 2017 to 2020. */
export const fromSfRoute: Adapter = adapterOf(sfRoute);

/** SF Express: the answer to a query of routes, after the meaning of opcode 44 changed. */
export const fromSfRoute2: Adapter = adapterOf(sfRoute2);
