import type { Role, Text } from '../words.ts';

/** One failure that is known, has a reason, and is put up with until a day. */
export type BaselineEntry = {
  readonly requirement: string;
  /** Absent: every case of the requirement. */
  readonly case?: string;
  readonly outcome: 'failed' | 'inconclusive';
  readonly reason: string;
  /** Where the repair is planned. */
  readonly issue?: string;
  /** The last day on which it is expected, `YYYY-MM-DD`. */
  readonly until: string;
};

/** The file of expected failures that a user keeps beside the system. */
export type Baseline = {
  readonly version: 1;
  readonly role: Role;
  readonly set: string;
  readonly entries: readonly BaselineEntry[];
};

/** What is wrong with a baseline, and where (RFC 6901). */
export type BaselineIssue = { readonly pointer: string; readonly text: Text };

export type ReadBaseline =
  | { readonly ok: true; readonly baseline: Baseline }
  | { readonly ok: false; readonly issues: readonly BaselineIssue[] };

/** The most days that a failure may be put up with. */
const LONGEST_DAYS = 366;
const DAY = 86_400_000;

const DATE = /^\d{4}-\d{2}-\d{2}$/;

const isDate = (value: unknown): boolean =>
  typeof value === 'string' && DATE.test(value) && !Number.isNaN(Date.parse(value));

/** Whole days from one day to another; both as `YYYY-MM-DD`. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY);

const isFilled = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

type Form = {
  readonly [member: string]: { readonly is: (value: unknown) => boolean; readonly wanted: Text };
};

const oneOf = (...words: readonly string[]) => ({
  is: (value: unknown) => words.some((word) => word === value),
  wanted: { en: words.join(' or '), zh: words.join(' 或 ') },
});
const text = { is: isFilled, wanted: { en: 'a text', zh: '文字' } };
const absentOr = (one: Form[string]): Form[string] => ({
  ...one,
  is: (value) => value === undefined || one.is(value),
});

const FILE: Form = {
  version: { is: (value) => value === 1, wanted: { en: '1', zh: '1' } },
  role: text,
  set: text,
  entries: { is: Array.isArray, wanted: { en: 'a list', zh: '数组' } },
};

const ENTRY: Form = {
  requirement: text,
  case: absentOr(text),
  outcome: oneOf('failed', 'inconclusive'),
  reason: text,
  issue: absentOr(text),
  until: { is: isDate, wanted: { en: 'a day as 2027-03-31', zh: '形如 2027-03-31 的日期' } },
};

/** What of an object is not in its form: members that are wrong, and members that nobody knows. */
const misfits = (value: unknown, form: Form, at: string): readonly BaselineIssue[] => {
  if (typeof value !== 'object' || value === null)
    return [{ pointer: at, text: { en: 'an object is wanted', zh: '应为对象' } }];
  const given = value as Readonly<Record<string, unknown>>;
  return [
    ...Object.entries(form).flatMap(([name, { is, wanted }]) =>
      is(given[name])
        ? []
        : [
            {
              pointer: `${at}/${name}`,
              text: { en: `${name} is ${wanted.en}`, zh: `${name} 应为${wanted.zh}` },
            },
          ],
    ),
    ...Object.keys(given).flatMap((name) =>
      name in form
        ? []
        : [
            {
              pointer: `${at}/${name}`,
              text: {
                en: `there is no member ${name}; there is ${Object.keys(form).join(', ')}`,
                zh: `没有成员 ${name}；现有 ${Object.keys(form).join('、')}`,
              },
            },
          ],
    ),
  ];
};

/** Reads a baseline; `today` is `YYYY-MM-DD`. */
export const readBaseline = (value: unknown, today: string): ReadBaseline => {
  const issues = [...misfits(value, FILE, '')];
  const { entries } = (value ?? {}) as { readonly entries?: unknown };
  if (Array.isArray(entries))
    for (const [index, entry] of entries.entries()) {
      const at = `/entries/${index}`;
      const wrong = misfits(entry, ENTRY, at);
      issues.push(...wrong);
      if (wrong.length === 0 && daysBetween(today, entry.until) > LONGEST_DAYS)
        issues.push({
          pointer: `${at}/until`,
          text: {
            en: `until is at most ${LONGEST_DAYS} days ahead`,
            zh: `until 最多在 ${LONGEST_DAYS} 天之后`,
          },
        });
    }
  return issues.length === 0 ? { ok: true, baseline: value as Baseline } : { ok: false, issues };
};
