import type { MemberKind } from './kinds.ts';
import { EVERY, type Place, type WireSchema } from './places.ts';

/** A change of one value; the value itself where there is nothing to change. */
export type Change = (value: unknown) => unknown;

/** What a kind does at a place, and whether the sender form refuses the outcome. */
export type MemberChange = {
  readonly kind: MemberKind;
  readonly isInvalid: boolean;
  /** Applied to the object that holds the member, where it is about the name. */
  readonly on: 'value' | 'holder';
  readonly change: (value: unknown, name: string) => unknown;
};

type Holder = Readonly<Record<string, unknown>>;

/** A member that no schema declares. */
const EXTRA = 'internalState';

/** The same words in the other habit of names: `createdAt` as `created_at`, `status` as `Status`. */
const otherName = (name: string): string => {
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return snake === name ? name.charAt(0).toUpperCase() + name.slice(1) : snake;
};

const retyped: Change = (value) => {
  if (typeof value === 'string') return 12_345;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? {} : [];
};

/** A bound, a length, a pattern or a format that is gone beyond. */
const widened = (schema: WireSchema): Change | undefined => {
  const { maximum, minimum, maxLength, pattern, format } = schema;
  if (maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER) return () => maximum + 1;
  if (minimum !== undefined && minimum > -Number.MAX_SAFE_INTEGER) return () => minimum - 1;
  // a line break is in no pattern of the standard
  if (pattern !== undefined || format !== undefined) return (value) => `${value}\n`;
  if (maxLength !== undefined)
    return (value) => `${value}${'a'.repeat(maxLength + 1 - [...String(value)].length)}`;
  return undefined;
};

const INSTANT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}):\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;

const otherOffset: Change = (value) => {
  const text = String(value);
  const [, , , offset] = INSTANT.exec(text) ?? [];
  if (offset === undefined) return value;
  const digits = text.slice(0, text.length - offset.length);
  return `${digits}${offset === 'Z' || offset === '+00:00' ? '+08:00' : 'Z'}`;
};

/** An instant at a full minute is the same instant without its seconds. */
const withoutSeconds: Change = (value) => {
  const cut = String(value).replace(INSTANT, '$1:00$3');
  return Date.parse(cut) === Date.parse(String(value)) ? value : cut;
};

/** Minor units as major ones, or a thousandth for every other measure; where that is too little, the reverse. */
const otherUnit =
  (schema: WireSchema, factor: number): Change =>
  (value) => {
    if (typeof value !== 'number') return value;
    const less = Math.trunc(value / factor);
    const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema;
    if (less !== 0 && less >= minimum) return less;
    return value * factor <= maximum ? value * factor : value;
  };

const rounded: Change = (value) =>
  typeof value === 'number' ? Math.round(value / 100) * 100 : value;

const neighbour =
  (codes: readonly unknown[]): Change =>
  (value) => {
    const at = codes.indexOf(value);
    return at < 0 ? value : codes[(at + 1) % codes.length];
  };

const isMoney = (schema: WireSchema): boolean => schema['x-privacy']?.kind === 'money';

/** Whether a member of this schema may be an empty text or an empty list. */
const mayBeEmpty = ({
  type,
  minItems = 0,
  minLength = 0,
  pattern,
  format,
  enum: codes,
}: WireSchema) =>
  type === 'array'
    ? minItems === 0
    : codes === undefined &&
      minLength === 0 &&
      format === undefined &&
      (pattern === undefined || new RegExp(pattern, 'u').test(''));

/** The kinds that fit a value of this schema. */
function* ofValue(schema: WireSchema): Generator<MemberChange> {
  const at = (
    kind: MemberKind,
    isInvalid: boolean,
    change: MemberChange['change'],
  ): MemberChange => ({ kind, isInvalid, on: 'value', change });
  yield at('retype', true, retyped);
  yield at('null', true, () => null);
  const codes = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (codes === undefined) {
    const wider = widened(schema);
    if (wider !== undefined) yield at('widen', true, wider);
  } else if (schema.type === 'string') {
    yield at('enum-shift-outside', true, () => 'NO_SUCH_CODE');
    if (codes.length > 1) yield at('enum-shift', false, neighbour(codes));
  }
  if (schema.type === 'array' || (schema.type === 'string' && codes === undefined))
    yield at('empty', !mayBeEmpty(schema), () => (schema.type === 'array' ? [] : ''));
  if (schema.format === 'date-time') {
    yield at('time-zone', false, otherOffset);
    yield at('precision', false, withoutSeconds);
  }
  if (schema.type === 'integer' && isMoney(schema)) {
    yield at('unit', false, otherUnit(schema, 100));
    yield at('precision', false, rounded);
  } else if (schema.type === 'integer' && schema['x-unit'] !== undefined)
    yield at('unit', false, otherUnit(schema, 1000));
}

/** Every kind that fits a place of a message. */
export function* changesOf(place: Place): Generator<MemberChange> {
  const { path, schema, isRequired } = place;
  const name = path.at(-1);
  if (schema.type === 'object' && schema.additionalProperties === false)
    yield {
      kind: 'extra-member',
      isInvalid: true,
      on: 'value',
      change: (value) => ({ ...(value as Holder), [EXTRA]: 'WAITING' }),
    };
  if (name === undefined) return;
  if (name !== EVERY) {
    if (isRequired)
      yield {
        kind: 'drop',
        isInvalid: true,
        on: 'holder',
        change: (holder, member) => {
          const { [member]: _dropped, ...others } = holder as Holder;
          return others;
        },
      };
    yield {
      kind: 'rename',
      isInvalid: true,
      on: 'holder',
      change: (holder, member) =>
        Object.fromEntries(
          Object.entries(holder as Holder).map(([one, value]) => [
            one === member ? otherName(one) : one,
            value,
          ]),
        ),
    };
  }
  yield* ofValue(schema);
}

/** The value itself where there is nothing to change below it, so that an unchanged message is the same one. */
const at = (value: unknown, path: readonly string[], change: MemberChange): unknown => {
  const [head, ...rest] = path;
  if (head === undefined) return change.change(value, '');
  if (typeof value !== 'object' || value === null) return value;
  if (head === EVERY) {
    if (!Array.isArray(value)) return value;
    const made = value.map((one) => at(one, rest, change));
    return made.some((one, index) => one !== value[index]) ? made : value;
  }
  if (Array.isArray(value) || !(head in value)) return value;
  if (change.on === 'holder' && rest.length === 0) return change.change(value, head);
  const member = (value as Holder)[head];
  const made = at(member, rest, change);
  return made === member ? value : { ...value, [head]: made };
};

/** A message with the change made wherever its place is; the same message where it is nowhere. */
export const changed = (message: unknown, path: readonly string[], change: MemberChange): unknown =>
  at(message, path, change);
