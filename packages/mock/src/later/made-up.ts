import { idOf, NEXT_MINOR, type ProblemCode, problemType } from '@openwaybill/schemas';
import { seededRandom, seedOf } from '../engine/invent.ts';
import type { Later, Schema } from './later.ts';

const MEMBERS = ['handlingGrade', 'routeHint', 'sealLabel', 'shelfMark', 'laneNote'];
const CODES = ['DRONE_RELAY', 'NIGHT_WINDOW', 'CARBON_NEUTRAL', 'RAIL_SHUTTLE', 'SMART_SEAL'];

/** One of several, by a seed and what it is for. */
const drawn = <T>(seed: number, of: string, values: readonly T[]): T => {
  const [byte = 0] = seededRandom(seed + seedOf(of))(1);
  return values[byte % values.length] as T;
};

/** A name that is not among those that are known. */
const unknownName = (seed: number, of: string, names: readonly string[], known: object): string => {
  const name = drawn(seed, of, names);
  return Object.hasOwn(known, name) ? `${name}${name === name.toUpperCase() ? '_2' : 'Too'}` : name;
};

const laterValue = (seed: number, of: string): unknown =>
  drawn(seed, `${of}=`, ['B', 7, true, { level: 2 }, ['north', 'pier']]);

/** The next minor as a seed invents it: one of everything that the rules of tolerance let it have. */
export const madeUpLater = (seed: number): Later => {
  const code = drawn(seed, 'problem', ['QUOTA_SHARED', 'LANE_CLOSED', 'PEAK_HELD', 'ZONE_SEALED']);
  const noun = drawn(seed, 'event', ['weather', 'queue', 'corridor', 'berth']);
  const schema = `${noun.charAt(0).toUpperCase()}${noun.slice(1)}Advisory`;
  return {
    version: NEXT_MINOR,
    schemaOf: () => undefined,
    membersOf: ({ $id, properties = {} }: Schema) => {
      const of = $id ?? Object.keys(properties).join();
      return { [unknownName(seed, of, MEMBERS, properties)]: laterValue(seed, of) };
    },
    codeOf: (list) => {
      const known = Object.fromEntries((list.enum ?? []).map((one) => [one, true]));
      return unknownName(seed, String(list.$id ?? list.enum?.[0]), CODES, known);
    },
    problemOf: () => ({
      type: problemType(code as ProblemCode),
      code,
      title: 'A problem of a later minor',
    }),
    replaces: (one) => drawn(seed, one, [true, false, false, false]),
    headers: { 'OpenWaybill-Lane-Hint': drawn(seed, 'header', ['north-pier', 'inner-ring']) },
    eventOf: () => ({
      type: `org.openwaybill.${noun}.advisory.issued`,
      dataschema: idOf(schema, `${NEXT_MINOR}.0`),
      data: { [`${noun}Level`]: 2, note: 'later minor' },
    }),
  };
};
