import { MASK_CHARACTERS, NUMERALS, namesPerson, residentId } from '@openwaybill/validate/light';
import { unescaped } from './unescape.ts';

/** What a text seems to tell of a person. */
export type PersonalKind =
  | 'mobile'
  | 'landline'
  | 'id-number'
  | 'e-mail'
  | 'name'
  | 'address'
  | 'weak-mask';

/** A place in a text that seems to tell of a person. */
export type Sighting = {
  readonly kind: PersonalKind;
  /** How it is written; never the value. */
  readonly form: string;
  readonly offset: number;
  readonly length: number;
  /** It is the text as a whole that tells: no part of it is the value as it stands. */
  readonly isWhole?: true;
};

const NO_DIGIT_BEFORE = '(?<![0-9A-Za-z])';
/** Groups of digits inside of a longer row of groups, such as a UUID, are no number of their own. */
const NO_GROUP_BEFORE = '(?<![0-9A-Za-z]|[0-9A-Za-z]-)';
const NO_DIGIT_AFTER = '(?![0-9A-Za-z])';
const CHINA = '(?:\\+86|0086|86)';
const WIDE = '[０-９]';
const NUMERAL = `[${NUMERALS}]`;
const MASK = '[*＊●○×]';
/** Between digits squares and blocks hide something, too; beside words they need not. */
const MASKED_DIGIT = `[${MASK_CHARACTERS}\u2022]`;
const AREA = '0(?:10|2[0-9]|[3-9][0-9]{2})';
const ROAD = '(?:路|街|巷|道|弄|里|胡同)';
const LEVEL = '[\\p{Script=Han}A-Za-z0-9]';

type Pattern = {
  readonly kind: PersonalKind;
  readonly form: string;
  readonly pattern: RegExp;
  readonly isIt?: (text: string) => boolean;
};

const pattern = (
  kind: PersonalKind,
  form: string,
  source: string,
  isIt?: (text: string) => boolean,
): Pattern => ({
  kind,
  form,
  pattern: new RegExp(source, 'gu'),
  ...(isIt === undefined ? {} : { isIt }),
});

/** In the order in which they claim a place: what one has found, no later one finds again. */
const PATTERNS: readonly Pattern[] = [
  pattern(
    'id-number',
    'plain',
    `${NO_DIGIT_BEFORE}[1-9][0-9]{16}[0-9Xx]${NO_DIGIT_AFTER}`,
    (text) => residentId.isValid(text.toUpperCase()),
  ),
  pattern(
    'weak-mask',
    'a number with less than six digits hidden',
    `${NO_DIGIT_BEFORE}(?:\\+?86[ -]?)?1[3-9][0-9]{1,5}(?:${MASKED_DIGIT}{2,5}|[xX]{3,5})[0-9]{2,6}${NO_DIGIT_AFTER}`,
  ),
  pattern(
    'weak-mask',
    'the head of a number',
    `${NO_DIGIT_BEFORE}1[3-9][0-9]{5,8}${MASK}{1,4}(?![0-9*＊])`,
  ),
  pattern(
    'weak-mask',
    'the ends of an id number',
    `${NO_DIGIT_BEFORE}[1-9][0-9]{2,9}${MASKED_DIGIT}{6,14}[0-9]{2,4}[0-9Xx]${NO_DIGIT_AFTER}`,
  ),
  pattern(
    'weak-mask',
    'two letters of a name',
    `(?<!${LEVEL})\\p{Script=Han}{1,2}${MASK}\\p{Script=Han}(?!${LEVEL})|(?<!${LEVEL})\\p{Script=Han}{2}${MASK}(?![\\p{L}*＊])`,
  ),
  pattern(
    'mobile',
    'with a country code',
    `${NO_DIGIT_BEFORE}${CHINA}[ -]?1[3-9][0-9]{9}${NO_DIGIT_AFTER}`,
  ),
  pattern('mobile', 'plain', `${NO_DIGIT_BEFORE}1[3-9][0-9]{9}${NO_DIGIT_AFTER}`),
  pattern(
    'mobile',
    'in groups',
    `${NO_GROUP_BEFORE}(?:${CHINA}[ -]?)?1[3-9][0-9]([ .·-])[0-9]{4}\\1[0-9]{4}${NO_DIGIT_AFTER}`,
  ),
  pattern('mobile', 'full width', `(?<!${WIDE})１[３-９]${WIDE}{9}(?!${WIDE})`),
  pattern('mobile', 'Chinese numerals', `(?<!${NUMERAL})[一幺壹]${NUMERAL}{10}(?!${NUMERAL})`),
  pattern(
    'landline',
    'with a country code',
    `${NO_DIGIT_BEFORE}(?:\\+86|0086)[ -]?0?(?:10|2[0-9]|[3-9][0-9]{2})[ -]?[0-9]{7,8}${NO_DIGIT_AFTER}`,
  ),
  pattern(
    'landline',
    'with an area code',
    `${NO_GROUP_BEFORE}(?:${AREA}[ -]|[(（]${AREA}[)）] ?)[0-9]{4}[ -]?[0-9]{3,4}${NO_DIGIT_AFTER}`,
  ),
  pattern(
    'e-mail',
    'plain',
    '(?<![\\p{L}\\p{Nd}._%+@-])[\\p{L}\\p{Nd}._%+-]{1,64}@(?:[\\p{L}\\p{Nd}-]{1,63}\\.){1,4}\\p{L}{2,24}(?![\\p{L}@])',
  ),
  pattern(
    'address',
    'with a unit',
    `${ROAD}${LEVEL}{0,24}(?:[0-9]{1,4}|${NUMERAL}{1,5})(?:单元|室)|${ROAD}[0-9]{1,5}号${LEVEL}{0,16}[0-9]{1,4}-[0-9]{1,4}-[0-9]{1,4}`,
  ),
];

const whole = ({ length }: string) => ({ offset: 0, length, isWhole: true }) as const;

/** English that announces a name and nothing else: `signed by Ed25519` is no person. */
const MAY_NAME =
  /\p{Script=Han}|\b(?:(?:signed(?: for)? by|received by|left with) \p{Lu}\p{Ll}+\b(?![0-9])|(?:M[rs]s?|Miss)\.? \p{Lu})/u;

/** Names that a text itself announces; a bare name is not told from other words. */
const announcedName = (text: string): readonly Sighting[] =>
  MAY_NAME.test(text) && namesPerson(text)
    ? [{ ...whole(text), kind: 'name', form: 'announced by its sentence' }]
    : [];

/** A text without any of what the patterns look for is left alone: most are. */
const MAY = /[0-9０-９〇零一幺壹*＊●○×@]|单元|室/u;

/** What only somebody sees who undoes the escapes of a text. */
const escapedSightings = (text: string, seen: readonly Sighting[]): readonly Sighting[] => {
  const undone = unescaped(text);
  if (undone === undefined) return [];
  const rest = seen.map(({ kind }) => kind);
  return sightingsAsWritten(undone).flatMap(({ kind, form }) => {
    const known = rest.indexOf(kind);
    if (known < 0) return [{ ...whole(text), kind, form: `${form}, escaped` }];
    rest.splice(known, 1);
    return [];
  });
};

/** Everything in a text that seems to tell of a person, without knowing any person. */
export const sightingsIn = (text: string): readonly Sighting[] => {
  const seen = sightingsAsWritten(text);
  return [...seen, ...escapedSightings(text, seen)];
};

const sightingsAsWritten = (text: string): readonly Sighting[] => {
  const found: Sighting[] = [];
  if (MAY.test(text))
    for (const { kind, form, pattern: one, isIt } of PATTERNS)
      for (const { 0: match, index } of text.matchAll(one)) {
        const isTaken = found.some(
          ({ offset, length }) => index < offset + length && offset < index + match.length,
        );
        if (!isTaken && (isIt === undefined || isIt(match)))
          found.push({ kind, form, offset: index, length: match.length });
      }
  return [...found, ...announcedName(text)].sort((a, b) => a.offset - b.offset);
};
