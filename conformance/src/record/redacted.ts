/** What a recording holds in place of a value that could be of a person. */
export type Redacted = {
  readonly $redacted: {
    /** Class of `x-privacy`; `unknown` where the standard knows no such member. */
    readonly class: string;
    readonly kind: string;
    /** Equal for equal values of one recording. */
    readonly n: number;
    /** Whether the value met its schema. */
    readonly valid: boolean;
  };
};

/** Whether a value of a message was taken out of it. */
export const isRedacted = (value: unknown): value is Redacted =>
  typeof value === 'object' && value !== null && '$redacted' in value;

/** Numbers of values; the table is in memory and never written. */
export type Numbering = (value: string) => number;

export const createNumbering = (): Numbering => {
  const numbers = new Map<string, number>();
  return (value) => {
    const known = numbers.get(value) ?? numbers.size + 1;
    numbers.set(value, known);
    return known;
  };
};
