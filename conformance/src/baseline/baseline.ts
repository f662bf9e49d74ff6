import { ROLES, type Role } from '@openwaybill/schemas';
import { type Static, Type } from '@sinclair/typebox';
import { type Misfit, misfitsOf, wanted } from '../config/misfits.ts';
import { closed, oneOf } from '../result/form.ts';

const text = (en: string, zh: string) => Type.String({ pattern: '\\S', ...wanted(en, zh) });

/** One failure that is known, has a reason, and is put up with until a day. */
const EntryForm = closed({
  requirement: text('a requirement id', '要求编号'),
  /** Absent: every case of the requirement. */
  case: Type.Optional(text('a case id', '判例编号')),
  outcome: oneOf(['failed', 'inconclusive']),
  reason: text('a reason', '理由'),
  /** Where the repair is planned. */
  issue: Type.Optional(text('a text', '文字')),
  /** The last day on which it is expected. */
  until: Type.String({
    pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$',
    ...wanted('a day as 2027-03-31', '形如 2027-03-31 的日期'),
  }),
});
export type BaselineEntry = Static<typeof EntryForm>;

/** The file of expected failures that a user keeps beside the system. */
export const BaselineForm = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    version: Type.Literal(1),
    role: oneOf(Object.keys(ROLES) as Role[]),
    set: text('a requirement set', '要求集'),
    entries: Type.Array(EntryForm),
  },
  { $id: 'https://openwaybill.org/schemas/baseline/1.json', additionalProperties: false },
);
export type Baseline = Static<typeof BaselineForm>;

export type ReadBaseline =
  | { readonly ok: true; readonly baseline: Baseline }
  | { readonly ok: false; readonly issues: readonly Misfit[] };

/** The most days that a failure may be put up with. */
const LONGEST_DAYS = 366;
const DAY = 86_400_000;

/** The last day until which a failure may be put up with; days are `YYYY-MM-DD`. */
export const latestDay = (today: string): string =>
  new Date(Date.parse(today) + LONGEST_DAYS * DAY).toISOString().slice(0, 10);

/** Reads a baseline; `today` is `YYYY-MM-DD`. */
export const readBaseline = (value: unknown, today: string): ReadBaseline => {
  const misfits = misfitsOf(BaselineForm, value);
  if (misfits.length > 0) return { ok: false, issues: misfits };
  const baseline = value as Baseline;
  const latest = latestDay(today);
  const tooLong = baseline.entries.flatMap(({ until }, index) =>
    until <= latest
      ? []
      : [
          {
            pointer: `/entries/${index}/until`,
            text: {
              en: `until is at most ${LONGEST_DAYS} days ahead`,
              zh: `until 最多在 ${LONGEST_DAYS} 天之后`,
            },
          },
        ],
  );
  return tooLong.length === 0 ? { ok: true, baseline } : { ok: false, issues: tooLong };
};
