import type { JsonSchema } from '@openwaybill/validate/light';
import type { Change } from './change.ts';
import { comparePatterns, type PatternRelation } from './pattern/compare-patterns.ts';
import type { RuleId } from './rules.ts';
import { fromTo, isSame } from './words.ts';

type Place = Pick<Change, 'subject' | 'pointer'>;
type Compare = (before: JsonSchema, now: JsonSchema, place: Place) => readonly Change[];

const MINIMA = ['minLength', 'minimum', 'exclusiveMinimum', 'minItems', 'minProperties'];
const MAXIMA = ['maxLength', 'maximum', 'exclusiveMaximum', 'maxItems', 'maxProperties'];
/** Rules of the rule layer that a keyword names: what they refuse is refused as by a constraint. */
const RULE_LAYER = ['x-check', 'x-region'];
const EXACT = ['const', 'format'];

const change = (
  rule: RuleId,
  keyword: string,
  before: JsonSchema,
  now: JsonSchema,
  place: Place,
  more: Partial<Change> = {},
): Change => ({
  rule,
  ...place,
  at: keyword,
  what: fromTo(keyword, before[keyword], now[keyword]),
  ...more,
});

/** The lists whose length is a limit that parties declare: items of a page, a batch and its results. */
const isLimit = ({ subject, pointer }: Place): boolean =>
  (/(Page|Batch)$/.test(subject.name) && pointer === '/items') ||
  (subject.name.endsWith('BatchResult') && pointer === '/results') ||
  (subject.name === 'Limit' && pointer === '');

const bounds: Compare = (before, now, place) =>
  [...MINIMA, ...MAXIMA].flatMap((keyword) => {
    const isMinimum = MINIMA.includes(keyword);
    const none = isMinimum ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    const [old, young] = [Number(before[keyword] ?? none), Number(now[keyword] ?? none)];
    if (old === young) return [];
    const isTighter = isMinimum ? young > old : young < old;
    const isDeclared = !isMinimum && isLimit(place);
    const rule = isDeclared
      ? isTighter
        ? 'CMP-091'
        : 'CMP-092'
      : isTighter
        ? 'CMP-013'
        : 'CMP-014';
    return [change(rule, keyword, before, now, place)];
  });

const PATTERNS: Readonly<Record<PatternRelation, Pick<Change, 'rule' | 'isMild' | 'passages'>>> = {
  same: { rule: 'CMP-015', isMild: true, passages: { oldToNew: 'ok', newToOld: 'ok' } },
  narrower: { rule: 'CMP-013' },
  wider: { rule: 'CMP-014' },
  apart: { rule: 'CMP-015', passages: { oldToNew: 'refused', newToOld: 'refused' } },
  unproven: { rule: 'CMP-015' },
};

/** What a text without a pattern may be. */
const ANY_TEXT = '^([^a]|a)*$';

const pattern: Compare = (before, now, place) => {
  if (isSame(before.pattern, now.pattern)) return [];
  const relation = comparePatterns(
    String(before.pattern ?? ANY_TEXT),
    String(now.pattern ?? ANY_TEXT),
  );
  const { rule, ...proven } = PATTERNS[relation];
  return [change(rule, 'pattern', before, now, place, proven)];
};

/** Whether texts are a closed set that the bounds and the pattern of a schema all take. */
const areWithin = (texts: unknown, { minLength, maxLength, pattern }: JsonSchema): boolean =>
  Array.isArray(texts) &&
  texts.every(
    (text) =>
      typeof text === 'string' &&
      [...text].length >= Number(minLength ?? 0) &&
      [...text].length <= Number(maxLength ?? Number.POSITIVE_INFINITY) &&
      new RegExp(String(pattern ?? ''), 'u').test(text),
  );

/**
 * Bounds and pattern of a text. Where one side has a closed set of texts that the other takes, the set alone is the
 * difference, and it is told as one (of `enum`): the other side's bounds bind none of its members.
 */
const textual: Compare = (before, now, place) =>
  (now.enum === undefined && areWithin(before.enum, now)) ||
  (before.enum === undefined && areWithin(now.enum, before))
    ? []
    : [...bounds(before, now, place), ...pattern(before, now, place)];

const uniqueness: Compare = (before, now, place) => {
  const [old, young] = [before.uniqueItems === true, now.uniqueItems === true];
  return old === young
    ? []
    : [change(young ? 'CMP-013' : 'CMP-014', 'uniqueItems', before, now, place)];
};

const ruleLayer: Compare = (before, now, place) =>
  RULE_LAYER.filter((keyword) => !isSame(before[keyword], now[keyword])).map((keyword) =>
    change(
      before[keyword] === undefined
        ? 'CMP-013'
        : now[keyword] === undefined
          ? 'CMP-014'
          : 'CMP-015',
      keyword,
      before,
      now,
      place,
    ),
  );

const exact: Compare = (before, now, place) =>
  EXACT.filter((keyword) => !isSame(before[keyword], now[keyword])).map((keyword) =>
    change('CMP-011', keyword, before, now, place),
  );

const meaning: Compare = (before, now, place) => [
  ...(isSame(before.default, now.default)
    ? []
    : [change('CMP-016', 'default', before, now, place)]),
  ...(isSame(before['x-unit'], now['x-unit'])
    ? []
    : [change('CMP-018', 'x-unit', before, now, place)]),
  ...(isSame(before['x-codegen-name'], now['x-codegen-name'])
    ? []
    : [change('CMP-055', 'x-codegen-name', before, now, place)]),
  ...(before.deprecated !== true && now.deprecated === true
    ? [change('CMP-023', 'deprecated', before, now, place)]
    : []),
];

/** What binds and is compared elsewhere or here; any other keyword that differs cannot be judged. */
const KNOWN: ReadonlySet<string> = new Set([
  ...MINIMA,
  ...MAXIMA,
  ...RULE_LAYER,
  ...EXACT,
  ...['pattern', 'uniqueItems', 'default', 'x-unit', 'x-codegen-name', 'deprecated'],
  ...['$id', '$schema', '$ref', 'type', 'nullable', 'enum', 'x-extensible', 'x-fallback'],
  ...['properties', 'required', 'additionalProperties', 'propertyNames', 'items'],
  ...['oneOf', 'discriminator', 'x-privacy'],
  ...['title', 'description', 'examples', 'x-title-zh', 'x-description-zh', 'x-source'],
  ...['x-enum-descriptions', 'x-enum-varnames', 'x-since', 'x-sunset', 'x-replaced-by', 'x-clause'],
]);

const unknown: Compare = (before, now, place) =>
  [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((keyword) => !KNOWN.has(keyword) && !isSame(before[keyword], now[keyword]))
    .map((keyword) => change('CMP-015', keyword, before, now, place));

/** What differs in the constraints and marks of one value, whatever its type. */
export const compareConstraints: Compare = (before, now, place) =>
  [textual, uniqueness, ruleLayer, exact, meaning, unknown].flatMap((compare) =>
    compare(before, now, place),
  );
