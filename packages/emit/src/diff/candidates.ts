import { nameIn } from '@openwaybill/schemas';
import type { JsonSchema } from '@openwaybill/validate/light';
import type { Change } from './change.ts';
import { resolved } from './contract.ts';
import { textBetween } from './pattern/containment.ts';
import type { Expression } from './pattern/expression.ts';
import { readPattern } from './pattern/read-pattern.ts';
import { type Side, smallest } from './side.ts';

/** A code that nobody has yet. */
const LATER_CODE = 'CODE_OF_A_LATER_MINOR';
const SAMPLES = 200;

type Sent = { readonly side: Side; readonly node: JsonSchema; readonly seed: number };
/** Values of the sending side that the other side's schema may refuse for the sake of one change. */
type Candidates = (sent: Sent, other: JsonSchema, change: Change) => readonly unknown[];

/** What takes any text: nothing is known of it but its length. */
const ANY = '^([^a]|a)*$';

const expressionOf = (node: JsonSchema): Expression | undefined =>
  readPattern(String(node.pattern ?? ANY));

const lengthOf = (value: unknown, none: number): number => Number(value ?? none);

/** A text of the sender whose length the other side refuses, or of a pattern that it refuses. */
const texts: Candidates = ({ side, node, seed }, other, { at }) => {
  const [own, their] = [expressionOf(node), expressionOf(other)];
  const min = lengthOf(node.minLength, 0);
  const max = lengthOf(node.maxLength, Number.POSITIVE_INFINITY);
  const bounds =
    at === 'maxLength'
      ? { min: lengthOf(other.maxLength, 0) + 1, max }
      : at === 'minLength'
        ? { min, max: lengthOf(other.minLength, 0) - 1 }
        : { min, max };
  const isComparable = own !== undefined && (at !== 'pattern' || their !== undefined);
  const found = isComparable
    ? textBetween(own, at === 'pattern' ? their : undefined, bounds)
    : 'unproven';
  const regexp = new RegExp(String(other.pattern ?? ''), 'u');
  const isRefused = (text: string): boolean =>
    at === 'pattern'
      ? !regexp.test(text)
      : [...text].length >= bounds.min && [...text].length <= bounds.max;
  // the shortest text is plain to see, but may be no date or no address, where the schema has a format
  return [
    ...(typeof found === 'object' ? [found.text] : []),
    ...side
      .values(node, { count: SAMPLES, seed })
      .filter((text) => isRefused(String(text)))
      .slice(0, 1),
  ];
};

const numbers: Candidates = (_, other, { at }) => {
  const bound = Number(other[at ?? '']);
  if (Number.isNaN(bound)) return [];
  const beyond: Readonly<Record<string, number>> = {
    maximum: bound + 1,
    minimum: bound - 1,
    exclusiveMaximum: bound,
    exclusiveMinimum: bound,
  };
  return [beyond[at ?? '']];
};

const lists: Candidates = ({ side, node, seed }, other, { at }) => {
  const items = node.items as JsonSchema;
  const count =
    at === 'maxItems'
      ? Number(other.maxItems) + 1
      : at === 'minItems'
        ? Number(other.minItems) - 1
        : 2;
  if (at === 'uniqueItems') {
    const item = smallest(side, items, seed);
    return [[item, item]];
  }
  return [Array.from({ length: count }, (_, place) => smallest(side, items, seed + place))];
};

const tables: Candidates = (_, other, { at }) => {
  const bound = Number(other[at ?? '']);
  const count = at === 'maxProperties' ? bound + 1 : bound - 1;
  return Number.isNaN(bound)
    ? []
    : [
        Object.fromEntries(
          Array.from({ length: count }, (_each, place) => [`example.shop${place}`, { note: 1 }]),
        ),
      ];
};

const BY_KEYWORD: Readonly<Record<string, Candidates>> = {
  minLength: texts,
  maxLength: texts,
  pattern: texts,
  minimum: numbers,
  maximum: numbers,
  exclusiveMinimum: numbers,
  exclusiveMaximum: numbers,
  minItems: lists,
  maxItems: lists,
  uniqueItems: lists,
  minProperties: tables,
  maxProperties: tables,
  null: () => [null],
};

/** A member is missing: the object is as small as may be, and without it. */
const ABSENT: readonly string[] = [
  'CMP-002',
  'CMP-003',
  'CMP-004',
  'CMP-006',
  'CMP-007',
  'CMP-008',
];

/** Whether a change is of an object, of which its pointer names a member. */
export const isOfObject = ({ rule }: Change): boolean => ABSENT.includes(rule);

const without = (value: unknown, member: string | undefined): unknown =>
  Object.fromEntries(
    Object.entries(value as Readonly<Record<string, unknown>>).filter(([name]) => name !== member),
  );

/** Values for a change; whether one of them shows it is for the judges to say. */
export const candidatesFor = (
  sent: Sent,
  other: JsonSchema | undefined,
  change: Change,
  direction: 'old-to-new' | 'new-to-old',
): readonly unknown[] => {
  const { side, node, seed } = sent;
  const { at = '', rule } = change;
  if (isOfObject(change)) {
    const whole = smallest(side, node, seed);
    // of what was renamed or removed the old side has what the new one does not ask for
    return direction === 'new-to-old' || rule === 'CMP-002' || rule === 'CMP-004'
      ? [without(whole, at)]
      : [whole];
  }
  if (rule === 'CMP-025' || rule === 'CMP-026') return [LATER_CODE];
  if (at.startsWith('enum:')) return [at.slice('enum:'.length)];
  if (at.startsWith('oneOf:')) {
    const key = at.slice('oneOf:'.length);
    const branches = (node.oneOf ?? []) as readonly JsonSchema[];
    return branches
      .filter((branch) => typeof branch.$ref === 'string' && nameIn(branch.$ref) === key)
      .map((branch) => smallest(side, branch, seed));
  }
  const make = BY_KEYWORD[at];
  if (make !== undefined && other !== undefined)
    return make({ ...sent, node: resolved(node, side.contract) }, other, change);
  return side.values(node, { count: 5, seed });
};
