import type { JsonSchema } from '@openwaybill/validate/light';
import type { Change } from './change.ts';
import { added, fromTo, isSame, removed } from './words.ts';

type Place = Pick<Change, 'subject' | 'pointer'>;

const valuesOf = (schema: JsonSchema): readonly string[] =>
  Array.isArray(schema.enum) ? schema.enum.map(String) : [];

/** Whether a list of values may grow, and what an unknown one is taken for. */
const growthOf = (schema: JsonSchema): unknown =>
  schema['x-extensible'] === true ? schema['x-fallback'] : undefined;

/** A list that was closed and is open, the reverse, or falls back to another code. */
export const compareGrowth = (before: unknown, now: unknown, place: Place): readonly Change[] => {
  if (isSame(before, now)) return [];
  const rule =
    before === undefined ? 'CMP-025' : now === undefined ? 'CMP-026' : ('CMP-027' as const);
  return [
    {
      rule,
      ...place,
      at: 'enum',
      what: fromTo(
        'growth',
        before === undefined ? 'closed' : `→${before}`,
        now === undefined ? 'closed' : `→${now}`,
      ),
    },
  ];
};

/** What differs between the values of two lists that are no code lists by one name. */
export const compareValues = (
  before: JsonSchema,
  now: JsonSchema,
  place: Place,
): readonly Change[] => {
  if (before.enum === undefined && now.enum === undefined) return [];
  if (before.enum === undefined || now.enum === undefined)
    return [
      {
        rule: now.enum === undefined ? 'CMP-014' : 'CMP-013',
        ...place,
        at: 'enum',
        what: fromTo('enum', before.enum, now.enum),
      },
    ];
  const [old, young] = [valuesOf(before), valuesOf(now)];
  const isOpen = growthOf(before) !== undefined && growthOf(now) !== undefined;
  return [
    ...compareGrowth(growthOf(before), growthOf(now), place),
    ...young
      .filter((value) => !old.includes(value))
      .map(
        (value): Change => ({
          rule: isOpen ? 'CMP-020' : 'CMP-021',
          ...place,
          at: `enum:${value}`,
          what: added(value),
        }),
      ),
    ...old
      .filter((value) => !young.includes(value))
      .map(
        (value): Change => ({
          rule: 'CMP-022',
          ...place,
          at: `enum:${value}`,
          what: removed(value),
        }),
      ),
  ];
};
