import { idOf, nameIn, type Registry } from '@openwaybill/schemas';
import { seededRandom, seedOf } from '../engine/invent.ts';

/** As much of a schema as says where members and codes stand. */
type Schema = {
  readonly [keyword: string]: unknown;
  readonly $id?: string;
  readonly $ref?: string;
  readonly enum?: readonly string[];
  readonly 'x-extensible'?: boolean;
  readonly 'x-fallback'?: string;
  readonly items?: Schema;
  readonly maxItems?: number;
  readonly maxProperties?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
};

/** What a later minor adds, all of it allowed by the rules of tolerance. */
export type Growth = {
  /** One optional member in every object. */
  readonly members: boolean;
  /** Codes that no published list has: in lists of codes beside the others, or in place of one code. */
  readonly codes: 'NONE' | 'BESIDE' | 'INSTEAD';
};

/** The version that a mock of the next minor speaks. */
export const LATER_VERSION = '1.1';

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

/** What is signed, hashed or verified whole is left as it is: a later minor would sign it with its members. */
const VIEW = idOf('ConsigneeView');
const SEALED = /signature|hash|digest|sha256|receipt|^keys$|^jws$/i;
/** Of a person exactly the members of a view are shown, and a choice has one member: neither can have another one. */
const isSealed = ({ $id, maxProperties, properties = {} }: Schema): boolean =>
  maxProperties !== undefined ||
  $id === VIEW ||
  Object.keys(properties).some((name) => SEALED.test(name));

const laterCode = (seed: number, list: Schema): string => {
  const known = Object.fromEntries((list.enum ?? []).map((code) => [code, true]));
  return unknownName(seed, String(list.$id ?? list.enum?.[0]), CODES, known);
};

/** The same message as a system of a later minor would write it. */
export const laterForm = (
  registry: Pick<Registry, 'schemas'>,
  schema: object,
  value: unknown,
  seed: number,
  growth: Growth,
): unknown => {
  let isReplaced = false;
  const resolved = (one: Schema): Schema =>
    one.$ref === undefined
      ? one
      : ((registry.schemas.get(nameIn(one.$ref))?.schema as Schema | undefined) ?? {});

  const walked = (given: Schema, here: unknown): unknown => {
    const at = resolved(given);
    if (typeof here === 'string') {
      if (growth.codes !== 'INSTEAD' || isReplaced || at['x-extensible'] !== true) return here;
      isReplaced = true;
      return laterCode(seed, at);
    }
    if (Array.isArray(here)) {
      if (at.items === undefined) return here;
      const { items } = at;
      const list = resolved(items);
      const grown = here.map((item) => walked(items, item));
      const hasRoom = here.length > 0 && here.length < (at.maxItems ?? 0);
      return growth.codes === 'BESIDE' && list['x-extensible'] === true && hasRoom
        ? [...grown, laterCode(seed, list)]
        : grown;
    }
    const { properties } = at;
    if (typeof here !== 'object' || here === null || properties === undefined || isSealed(at))
      return here;
    const members = Object.entries(here).map(([name, member]) => {
      const property = properties[name];
      return [name, property === undefined ? member : walked(property, member)];
    });
    const of = at.$id ?? Object.keys(properties).join();
    return Object.fromEntries([
      ...members,
      ...(growth.members
        ? [[unknownName(seed, of, MEMBERS, properties), laterValue(seed, of)]]
        : []),
    ]);
  };
  return walked(schema as Schema, value);
};

/** Whether a schema has anywhere a code of a list that may grow, as far as a value shows it. */
export const hasLaterCode = (
  registry: Pick<Registry, 'schemas'>,
  schema: object,
  value: unknown,
): boolean => {
  const growth: Growth = { members: false, codes: 'INSTEAD' };
  return JSON.stringify(laterForm(registry, schema, value, 0, growth)) !== JSON.stringify(value);
};

/** Whether a later minor has a code of its own for what this one tells by a code. */
export const hasLaterProblem = (seed: number, code: string): boolean =>
  drawn(seed, code, [true, false, false, false]);

/** A problem of no published table: the members that name it. */
export const laterProblem = (seed: number) => {
  const code = drawn(seed, 'problem', ['QUOTA_SHARED', 'LANE_CLOSED', 'PEAK_HELD', 'ZONE_SEALED']);
  return {
    type: `https://openwaybill.org/problems/${code}`,
    code,
    title: 'A problem of a later minor',
  };
};

/** A type of events of no published table, with the name of what it carries. */
export const laterEvent = (seed: number) => {
  const noun = drawn(seed, 'event', ['weather', 'queue', 'corridor', 'berth']);
  const schema = `${noun.charAt(0).toUpperCase()}${noun.slice(1)}Advisory`;
  return {
    type: `org.openwaybill.${noun}.advisory.issued`,
    dataschema: idOf(schema).replace('/1.0.0/', '/1.1.0/'),
    data: { [`${noun}Level`]: 2, note: 'later minor' },
  };
};
