import { nameIn } from '@openwaybill/schemas';
import type { Place } from './finding.ts';
import type { PlaceRule } from './shape-rules.ts';

const refOf = (place: Place): string | undefined =>
  typeof place.schema.$ref === 'string' ? nameIn(place.schema.$ref) : undefined;

/** Keywords of TypeScript, Java, Python and Go that a generated member cannot be called by. */
const RESERVED = new Set(
  'abstract as assert async await bool boolean break byte case catch chan char class const continue def default defer del delete do double elif else enum except export extends false final finally float for from func function global go goto if implements import in instanceof int interface is lambda let long map native new nonlocal not null or package pass private protected public raise range return select short static strictfp struct super switch synchronized this throw throws transient true try type typeof var void volatile while with yield'.split(
    ' ',
  ),
);

/** Two names that differ by case alone, which a language without case takes for one. */
const alikeBut = (names: readonly string[]): string | undefined => {
  const seen = new Map<string, string>();
  for (const name of names) {
    const other = seen.get(name.toLowerCase());
    if (other !== undefined) return `${other} and ${name}`;
    seen.set(name.toLowerCase(), name);
  }
  return undefined;
};

const YAML_UNSAFE = /^(y|n|yes|no|on|off|true|false|null|[0-9].*)$/i;

const UNIT_WORDS: readonly (readonly [RegExp, RegExp])[] = [
  [/\bin grams\b|单位为克/, /Grams$/],
  [/\bin millimetres\b|单位为毫米/, /Millimetres$/],
  [/\bin seconds\b|单位为秒/, /Seconds$/],
  [/\bin watt-hours\b/, /WattHours$/],
];

/** What a name has to say about its value. */
export const NAME_RULES: readonly PlaceRule[] = [
  {
    id: 'names',
    judge: (place) => {
      const { member, schema } = place;
      if (member === undefined) return undefined;
      if (!/^[a-z][a-zA-Z0-9]*$/.test(member)) return `${member} is not in lowerCamelCase`;
      const target = refOf(place);
      if (target === 'Instant' && !/At$|^(now|time)$/.test(member))
        return `${member} is an instant; let its name end in At`;
      if (target === 'CivilDate' && !/On$/.test(member))
        return `${member} is a date; let its name end in On`;
      const description = String(schema.description ?? '');
      if (schema.type === 'integer' && /^Number of /.test(description) && !/Count$/.test(member))
        return `${member} is a count; let its name end in Count`;
      const wrong = UNIT_WORDS.find(
        ([unit, ending]) => unit.test(description) && !ending.test(member),
      );
      return wrong === undefined || schema.type !== 'integer'
        ? undefined
        : `${member} has a unit that its name does not say`;
    },
  },
  {
    id: 'reserved-names',
    judge: ({ member, schema }) => {
      if ('x-codegen-name' in schema) return undefined;
      if (member !== undefined && RESERVED.has(member))
        return `${member} is a keyword of a target language; give it an x-codegen-name`;
      const twins = alikeBut(Object.keys(schema.properties ?? {}));
      return twins === undefined ? undefined : `${twins} differ by case alone; rename one of them`;
    },
  },
  {
    id: 'yaml-unsafe',
    judge: ({ member, schema }) =>
      member !== undefined && YAML_UNSAFE.test(member) && !('x-codegen-name' in schema)
        ? `${member} is read as something else by YAML 1.1; choose another name`
        : undefined,
  },
];

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** Titles and descriptions in both languages, on everything that no reference describes. */
export const WORD_RULES: readonly PlaceRule[] = [
  {
    id: 'bilingual',
    judge: (place) => {
      const { schema, member, pointer } = place;
      if (refOf(place) !== undefined) {
        const own = ['title', 'description'].filter((key) => isText(schema[key]));
        return own.every((key) => isText(schema[`x-${key}-zh`]))
          ? undefined
          : 'a text beside a reference is in one language only';
      }
      const isNamed = pointer === '' || (member !== undefined && schema.type !== 'object');
      if (!isNamed) return undefined;
      const missing = ['title', 'x-title-zh', 'description', 'x-description-zh'].filter(
        (key) => !isText(schema[key]),
      );
      return missing.length > 0 ? `${missing.join(', ')} is missing` : undefined;
    },
  },
];
