import type { Issue } from '../issue.ts';
import { memberNamesAt } from '../known-members.ts';
import { valueAt } from '../pointer.ts';
import { describe, type Language } from './describe.ts';
import { nearest } from './nearest.ts';

/** Where an explanation may look. With `showValue` it is the user's own file, and what was written is repeated. */
export type ExplainOptions = {
  readonly language: Language;
  /** The name of the schema and the value that was judged: then a mistyped code or name is met with the nearest. */
  readonly judged?: { readonly name: string; readonly value: unknown };
  readonly showValue?: boolean;
};

const SEEN_LENGTH = 60;

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? '';
  return text.length > SEEN_LENGTH ? `${text.slice(0, SEEN_LENGTH)}…` : text;
};

const PHRASES = {
  en: {
    is: (pointer: string, value: string) => `${pointer} is ${value}`,
    member: (pointer: string, name: string) => `${pointer} has ${name}`,
    meant: (name: string) => `Did you mean ${name}?`,
    whole: 'the message itself',
    stop: '; ',
    end: '. ',
  },
  zh: {
    is: (pointer: string, value: string) => `${pointer} 为 ${value}`,
    member: (pointer: string, name: string) => `${pointer} 含有 ${name}`,
    meant: (name: string) => `是否应为 ${name}？`,
    whole: '整条消息',
    stop: '；',
    end: '。',
  },
} as const;

/** Something close to what was written, among published codes and declared members only. */
const suggestionFor = (
  issue: Issue,
  judged: NonNullable<ExplainOptions['judged']>,
): string | undefined => {
  const { allowedValues, additionalProperty } = issue.params;
  if (issue.rule === 'enum' && Array.isArray(allowedValues)) {
    const written = valueAt(judged.value, issue.pointer);
    return typeof written === 'string' ? nearest(written, allowedValues.map(String)) : undefined;
  }
  return typeof additionalProperty === 'string'
    ? nearest(additionalProperty, memberNamesAt(judged.name, judged.value, issue.pointer))
    : undefined;
};

/** One issue as a message of three parts: what was seen, what was wanted, what to do. */
export const explain = (issue: Issue, options: ExplainOptions): string => {
  const { language, judged, showValue = false } = options;
  const phrases = PHRASES[language];
  const { message, hint } = describe(issue, language);
  const at = issue.pointer === '' ? phrases.whole : issue.pointer;
  const { additionalProperty } = issue.params;
  const value = judged === undefined ? undefined : valueAt(judged.value, issue.pointer);
  const isScalar = typeof value === 'string' || typeof value === 'number' || value === null;
  const seen = !showValue
    ? at
    : typeof additionalProperty === 'string'
      ? phrases.member(at, shown(additionalProperty))
      : isScalar
        ? phrases.is(at, shown(value))
        : at;
  const meant = judged === undefined ? undefined : suggestionFor(issue, judged);
  return [
    `${seen}${phrases.stop}${message}${phrases.end}`,
    ...(meant === undefined ? [] : [phrases.meant(meant), ' ']),
    hint ?? '',
  ]
    .join('')
    .trim();
};
