import type { Text } from '@openwaybill/schemas';
import type { Change } from './change.ts';

/** A short form of a value of a contract, for a sentence. */
export const shown = (value: unknown): string => {
  if (value === undefined || value === Number.POSITIVE_INFINITY) return '–';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
};

/** `maxLength 64 -> 32`. */
export const fromTo = (what: string, before: unknown, now: unknown): Text => {
  const text = `${what} ${shown(before)} → ${shown(now)}`;
  return { en: text, zh: text };
};

/** `name` added. */
export const added = (name: string): Text => ({ en: `${name} is added`, zh: `新增 ${name}` });

/** `name` removed. */
export const removed = (name: string): Text => ({ en: `${name} is removed`, zh: `移除 ${name}` });

/** Whether two values of a contract are written alike, whatever the order of their members. */
export const isSame = (a: unknown, b: unknown): boolean =>
  JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, sorted(each)]),
  );
};

/** What is in one list by its key and not in another, and the pairs that are in both. */
export const matched = <T>(
  before: readonly T[],
  now: readonly T[],
  key: (one: T) => string,
): {
  readonly gone: readonly T[];
  readonly come: readonly T[];
  readonly kept: readonly (readonly [before: T, now: T])[];
} => {
  const [old, young] = [before, now].map((all) => new Map(all.map((one) => [key(one), one])));
  return {
    gone: before.filter((one) => young?.has(key(one)) === false),
    come: now.filter((one) => old?.has(key(one)) === false),
    kept: now.flatMap((one) => {
      const other = old?.get(key(one));
      return other === undefined ? [] : [[other, one] as const];
    }),
  };
};

/** One change of words for a whole subject, when what is only to be read differs. */
export const ofWords = (
  subject: Change['subject'],
  before: unknown,
  now: unknown,
): readonly Change[] =>
  isSame(before, now)
    ? []
    : [
        {
          rule: 'CMP-110',
          subject,
          pointer: '',
          what: { en: 'words, examples or sources differ', zh: '文字、示例或出处不同' },
        },
      ];
