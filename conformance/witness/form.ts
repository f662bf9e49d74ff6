/** What is wrong with a body, and where. */
export type Fault = {
  readonly code: string;
  readonly pointer: string;
  readonly rule: string;
  readonly message: string;
};
export type Bag = Record<string, unknown>;
export type Report = { readonly faults: Fault[]; readonly isStrict: boolean };
export type Form = (value: unknown, at: string, report: Report) => void;

export const say = (report: Report, code: string, at: string, rule: string, message: string) => {
  report.faults.push({ code, pointer: at, rule, message });
};
export const wrong = (report: Report, at: string, rule: string) =>
  say(report, 'SCHEMA_VIOLATION', at, rule, 'The value is not of the form that the message has.');
export const ruled = (report: Report, at: string, rule: string) =>
  say(report, 'RULE_VIOLATION', at, rule, 'The members do not fit each other.');

export const bag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const lengthOf = (value: string): number => [...value].length;

export const text =
  (max: number, pattern = /^.*$/s, min = 1): Form =>
  (value, at, report) => {
    if (typeof value !== 'string') wrong(report, at, 'type');
    else if (lengthOf(value) > max || lengthOf(value) < min) wrong(report, at, 'length');
    else if (!pattern.test(value)) wrong(report, at, 'pattern');
  };
/** A masked value: what does not fit the mask is taken for plaintext. */
export const masked =
  (max: number, pattern: RegExp): Form =>
  (value, at, report) => {
    if (typeof value !== 'string') wrong(report, at, 'type');
    else if (!pattern.test(value) || lengthOf(value) > max)
      say(report, 'PLAINTEXT_PERSONAL_DATA', at, 'mask', 'The value is not masked.');
  };
/** Free text, which may hold no run of seven digits. */
export const note =
  (max: number): Form =>
  (value, at, report) => {
    text(max)(value, at, report);
    if (typeof value === 'string' && /[0-9]{7}/.test(value.normalize('NFKC').replace(/[\s-]/g, '')))
      say(report, 'PLAINTEXT_PERSONAL_DATA', at, 'digit-run', 'The text holds a run of digits.');
  };
export const whole =
  (min: number, max: number): Form =>
  (value, at, report) => {
    if (!Number.isInteger(value)) wrong(report, at, 'type');
    else if ((value as number) < min || (value as number) > max) wrong(report, at, 'range');
  };
export const flag: Form = (value, at, report) => {
  if (typeof value !== 'boolean') wrong(report, at, 'type');
};
export const closed =
  (...codes: readonly string[]): Form =>
  (value, at, report) => {
    if (typeof value !== 'string') wrong(report, at, 'type');
    else if (!codes.includes(value))
      say(report, 'CODE_UNKNOWN', at, 'code', 'The list has no such code.');
  };
export const open = text(64, /^[A-Z][A-Z0-9_]*$/);
export const list =
  (of: Form, min: number, max: number, isUnique = false): Form =>
  (value, at, report) => {
    if (!Array.isArray(value)) return wrong(report, at, 'type');
    if (value.length < min || value.length > max) wrong(report, at, 'count');
    if (isUnique && new Set(value.map((one) => JSON.stringify(one))).size < value.length)
      wrong(report, at, 'unique');
    value.forEach((one, index) => {
      of(one, `${at}/${index}`, report);
    });
  };
/** A closed object; a name that ends in `?` may be missing. `plain` are members that give the person away. */
export const form =
  (members: Readonly<Record<string, Form>>, rules?: Form, plain: readonly string[] = []): Form =>
  (value, at, report) => {
    if (!bag(value)) return wrong(report, at, 'type');
    const known = new Set<string>();
    for (const [key, of] of Object.entries(members)) {
      const name = key.replace(/\?$/, '');
      known.add(name);
      const part = value[name];
      if (part !== undefined) of(part, `${at}/${name}`, report);
      else if (name === key) wrong(report, `${at}/${name}`, 'required');
    }
    for (const name of Object.keys(value).filter((one) => !known.has(one)))
      if (plain.includes(name))
        say(report, 'PLAINTEXT_PERSONAL_DATA', at, 'mask', 'A masked type has no such member.');
      else if (report.isStrict) wrong(report, at, 'unknown-member');
    rules?.(value, at, report);
  };
export const both =
  (...forms: readonly Form[]): Form =>
  (value, at, report) => {
    for (const one of forms) one(value, at, report);
  };

export const checked =
  (of: Form, isRight: (value: string) => boolean, name: string): Form =>
  (value, at, report) => {
    const before = report.faults.length;
    of(value, at, report);
    if (report.faults.length === before && !isRight(value as string))
      say(report, 'CHECK_DIGIT_INVALID', at, name, 'The check character is wrong.');
  };

export const DATE = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;
export const isDate = (value: string): boolean => {
  const [, year, month, day] = DATE.exec(value) ?? [];
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return at.getUTCMonth() + 1 === Number(month) && at.getUTCDate() === Number(day);
};
export const INSTANT =
  /^([0-9]{4}-[0-9]{2}-[0-9]{2})T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,3})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$/;
/** RFC 3339 with seconds and an offset, of a day that there is. */
export const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && INSTANT.test(value) && isDate(value.slice(0, 10));
export const instant: Form = (value, at, report) => {
  if (typeof value !== 'string') wrong(report, at, 'type');
  else if (!isInstant(value)) wrong(report, at, 'instant');
};
export const date: Form = (value, at, report) => {
  text(10, DATE)(value, at, report);
  if (typeof value === 'string' && DATE.test(value) && !isDate(value)) wrong(report, at, 'date');
};

const ORDER =
  'SCHEMA_VIOLATION CODE_UNKNOWN PLAINTEXT_PERSONAL_DATA MASKED_VALUE_AS_INPUT CHECK_DIGIT_INVALID CHARGE_SUM_MISMATCH RULE_VIOLATION'.split(
    ' ',
  );
/** What step 10 of the order of judgement answers: the first code, with every finding of it. */
export const judgeForm = (form: Form, body: unknown, isStrict: boolean): readonly Fault[] => {
  const report: Report = { faults: [], isStrict };
  form(body, '', report);
  const code = ORDER.find((one) => report.faults.some((fault) => fault.code === one));
  return report.faults.filter((fault) => fault.code === code).slice(0, 100);
};
