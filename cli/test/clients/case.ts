import { readdirSync, readFileSync } from 'node:fs';
import { registry, SPOKEN_VERSION } from '@openwaybill/schemas';

type Plain = Readonly<Record<string, unknown>>;

/** One call of an operation, with places that are filled in before it is made. */
export type CallCase = Plain & { readonly operation: string; readonly all?: true };

/** What is sent to a receiver: the usual event, but for what is said here. */
export type DeliveryCase = {
  readonly event?: Plain;
  readonly text?: string;
  /** What arrives, where that is not what was signed. */
  readonly arrives?: string | { readonly $event: Plain };
  readonly signedBy?: readonly string[];
  readonly secondsAgo?: number;
  /** How long after the beginning it arrives. */
  readonly afterSeconds?: number;
  readonly id?: string;
  readonly method?: string;
};

/** One thing that every client does, as data. */
export type BehaviourCase = {
  readonly id: string;
  readonly title: string;
  readonly given?: {
    readonly isLater?: boolean;
    readonly isDown?: boolean;
    readonly before?: readonly CallCase[];
    readonly faults?: readonly Plain[];
    /** Answered in place of the mock, in this order, before it is asked. */
    readonly replies?: readonly ('hang' | Plain)[];
    readonly connection?: Plain;
    readonly tokens?: readonly string[];
    readonly keys?: readonly string[];
    /** Keys as they are read one time after another; the last ones stay. */
    readonly keySets?: readonly (readonly string[])[];
    readonly secrets?: readonly string[];
    readonly source?: string;
    /** How often the handler fails before it does not. */
    readonly failures?: number;
    /** The deliveries are those that the mock sends of an order and its waybill. */
    readonly mock?: { readonly faults: readonly Plain[] };
  };
  readonly calls?: readonly CallCase[];
  readonly deliveries?: readonly DeliveryCase[];
  readonly known?: { readonly list: string; readonly raw: string };
  readonly want: Plain;
};

const FOLDER = new URL('../../../packages/client/behaviour/', import.meta.url);

/** Reveals are asked of a platform, and are cases of their own. */
const REVEALS = 'reveals.json';

/** The cases of a file; `{spoken}` stands in them for the version that every message says. */
const casesIn = (file: string) =>
  JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8').replaceAll('{spoken}', SPOKEN_VERSION));

/** Every case of the suite whose server is a courier. */
export const CASES: readonly BehaviourCase[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json') && file !== REVEALS)
  .sort()
  .flatMap(casesIn);

/** One reveal that every client asks for, as data. */
export type RevealCase = {
  readonly id: string;
  readonly title: string;
  readonly ask: Plain & { readonly purpose: string };
  /** What the header of the sealed fields says instead. */
  readonly seal?: Plain;
  /** The bytes that were sealed arrive changed. */
  readonly forged?: true;
  /** How late by the clock of the caller. */
  readonly afterSeconds?: number;
  /** In TypeScript the compiler refuses it. */
  readonly isTyped?: true;
  readonly want: Plain;
};

/** Every case of reveals. */
export const REVEAL_CASES: readonly RevealCase[] = casesIn(REVEALS);

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value with others laid over it, member by member. */
export const laidOver = (value: unknown, over: unknown): unknown =>
  isPlain(value) && isPlain(over)
    ? {
        ...value,
        ...Object.fromEntries(
          Object.entries(over).map(([name, one]) => [name, laidOver(value[name], one)]),
        ),
      }
    : over;

/** The first valid example of a message. */
export const exampleOf = (name: string): unknown => {
  const [example] = Object.values(registry.schemas.get(name)?.examples.valid ?? {});
  if (example === undefined) throw new Error(`the standard has no example of ${name}`);
  return example;
};

/** An answer of a driver. */
export type Answered = Plain & { readonly value?: unknown; readonly revision?: number };

/** A value of a case with examples and earlier answers in their places. */
export const filled = (value: unknown, answers: readonly Answered[]): unknown => {
  if (Array.isArray(value)) return value.map((one) => filled(one, answers));
  if (!isPlain(value)) return value;
  if (typeof value.$example === 'string')
    return laidOver(exampleOf(value.$example), value.with ?? {});
  if (Array.isArray(value.$answer)) {
    const [at, member] = value.$answer as [number, string];
    return (answers[at]?.value as Plain | undefined)?.[member];
  }
  if (typeof value.$revision === 'number') return answers[value.$revision]?.revision;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, filled(one, answers)]),
  );
};

const shown = (value: unknown): string => JSON.stringify(value) ?? 'nothing';

/** Everything in which what was seen is not what was wanted; members that nobody wants are free. */
export const differences = (want: unknown, seen: unknown, path = ''): readonly string[] => {
  const differs = [`${path} is ${shown(seen)} and not ${shown(want)}`];
  if (Array.isArray(want)) {
    if (!Array.isArray(seen) || seen.length !== want.length) return differs;
    return want.flatMap((one, at) => differences(one, seen[at], `${path}/${at}`));
  }
  if (!isPlain(want)) return want === seen ? [] : differs;
  if (want.$absent === true) return seen === undefined ? [] : differs;
  if (typeof want.$like === 'string')
    return new RegExp(want.$like).test(String(seen)) ? [] : differs;
  if (typeof want.$lacks === 'string') return String(seen).includes(want.$lacks) ? differs : [];
  if (Array.isArray(want.$all)) return want.$all.flatMap((one) => differences(one, seen, path));
  if (!isPlain(seen)) return differs;
  return Object.entries(want).flatMap(([name, one]) =>
    differences(one, seen[name], `${path}/${name}`),
  );
};
