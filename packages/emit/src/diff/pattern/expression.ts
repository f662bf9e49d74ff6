/** Code points from one to another, both of them in it. */
export type Range = readonly [from: number, to: number];

/** A regular expression as a tree. `key` is equal for equal trees, whatever they were made of. */
export type Expression = { readonly key: string; readonly isNullable: boolean } & (
  | { readonly kind: 'nothing' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'set'; readonly ranges: readonly Range[] }
  | { readonly kind: 'sequence'; readonly first: Expression; readonly rest: Expression }
  | { readonly kind: 'choice'; readonly of: readonly Expression[] }
  | {
      readonly kind: 'repeat';
      readonly of: Expression;
      readonly min: number;
      readonly max: number;
    }
);

/** Takes no text at all. */
export const NOTHING: Expression = { kind: 'nothing', key: '∅', isNullable: false };
/** Takes the empty text. */
export const EMPTY: Expression = { kind: 'empty', key: 'ε', isNullable: true };

/** One character of a set of ranges. */
export const setOf = (ranges: readonly Range[]): Expression =>
  ranges.length === 0
    ? NOTHING
    : {
        kind: 'set',
        ranges,
        key: `[${ranges.map((range) => range.join('-')).join()}]`,
        isNullable: false,
      };

/** One after the other. */
export const sequenceOf = (first: Expression, rest: Expression): Expression => {
  if (first.kind === 'nothing' || rest.kind === 'nothing') return NOTHING;
  if (first.kind === 'empty') return rest;
  if (rest.kind === 'empty') return first;
  if (first.kind === 'sequence') return sequenceOf(first.first, sequenceOf(first.rest, rest));
  return {
    kind: 'sequence',
    first,
    rest,
    key: `(${first.key}${rest.key})`,
    isNullable: first.isNullable && rest.isNullable,
  };
};

/** Any of them. */
export const choiceOf = (all: readonly Expression[]): Expression => {
  const byKey = new Map(
    all
      .flatMap((one) => (one.kind === 'choice' ? one.of : [one]))
      .filter(({ kind }) => kind !== 'nothing')
      .map((one) => [one.key, one] as const),
  );
  const of = [...byKey.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const [only] = of;
  if (only === undefined) return NOTHING;
  if (of.length === 1) return only;
  return {
    kind: 'choice',
    of,
    key: `(${of.map(({ key }) => key).join('|')})`,
    isNullable: of.some(({ isNullable }) => isNullable),
  };
};

/** The same so many times; `max` may be infinite. */
export const repeatOf = (of: Expression, min: number, max: number): Expression => {
  if (max === 0 || of.kind === 'empty') return EMPTY;
  if (of.kind === 'nothing') return min === 0 ? EMPTY : NOTHING;
  if (min === 1 && max === 1) return of;
  // what may be empty may be left out as often as one likes
  const least = of.isNullable ? 0 : min;
  return {
    kind: 'repeat',
    of,
    min: least,
    max,
    key: `${of.key}{${least},${max}}`,
    isNullable: least === 0,
  };
};

/** What may follow a character (Brzozowski's derivative). */
export const after = (expression: Expression, character: number): Expression => {
  switch (expression.kind) {
    case 'nothing':
    case 'empty':
      return NOTHING;
    case 'set':
      return expression.ranges.some(([from, to]) => from <= character && character <= to)
        ? EMPTY
        : NOTHING;
    case 'choice':
      return choiceOf(expression.of.map((one) => after(one, character)));
    case 'repeat':
      return sequenceOf(
        after(expression.of, character),
        repeatOf(expression.of, Math.max(0, expression.min - 1), expression.max - 1),
      );
    case 'sequence': {
      const { first, rest } = expression;
      const through = sequenceOf(after(first, character), rest);
      return first.isNullable ? choiceOf([through, after(rest, character)]) : through;
    }
  }
};

/** Every character at which a set of the expression begins, or just after which one ends. */
export const edgesOf = (expression: Expression): readonly number[] => {
  switch (expression.kind) {
    case 'set':
      return expression.ranges.flatMap(([from, to]) => [from, to + 1]);
    case 'choice':
      return expression.of.flatMap(edgesOf);
    case 'sequence':
      return [...edgesOf(expression.first), ...edgesOf(expression.rest)];
    case 'repeat':
      return edgesOf(expression.of);
    default:
      return [];
  }
};
