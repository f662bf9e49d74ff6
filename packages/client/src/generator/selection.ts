import type { CodesFacts, Material, MessageFacts, OperationFacts, ValueFacts } from './material.ts';

/** What a client of one role needs of the contract: its calls, its events, and what they consist of. */
export type Selection = Pick<Material, 'version' | 'operations' | 'events' | 'inboxProblems'> & {
  /** Messages that come in, and messages that go out. */
  readonly received: Readonly<Record<string, MessageFacts>>;
  readonly sent: Readonly<Record<string, MessageFacts>>;
  readonly codes: Readonly<Record<string, CodesFacts>>;
};

const inner = (value: ValueFacts): ValueFacts => (value.is === 'LIST' ? inner(value.of) : value);

/** Names of what the messages of these names consist of, themselves included. */
const reach = (
  messages: Material['messages'],
  names: readonly string[],
  is: 'MESSAGE' | 'CODE',
): ReadonlySet<string> => {
  const found = { MESSAGE: new Set<string>(), CODE: new Set<string>() };
  const walk = (name: string): void => {
    if (found.MESSAGE.has(name)) return;
    found.MESSAGE.add(name);
    for (const { value } of messages[name]?.members ?? []) {
      const one = inner(value);
      if (one.is === 'CODE') found.CODE.add(one.name);
      if (one.is === 'MESSAGE') walk(one.name);
    }
  };
  for (const name of names) walk(name);
  return found[is];
};

const kept = <T>(
  all: Readonly<Record<string, T>>,
  names: ReadonlySet<string>,
): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)));

const named = (name: string | undefined): readonly string[] => (name === undefined ? [] : [name]);

/** The part of the contract that a role calls with and is told by. */
export const selectionFor = (material: Material, role: string): Selection => {
  const operations = material.operations.filter(({ calledBy }) => calledBy.includes(role));
  const events = material.events.filter(({ sentTo }) => sentTo.includes(role));
  const answers = operations.flatMap(({ answer }) => named(answer));
  const incoming = ['Problem', ...answers, ...events.map(({ payload }) => payload)];
  const outgoing = operations.flatMap(({ request }) => named(request));
  const { messages, codes } = material;
  return {
    version: material.version,
    inboxProblems: material.inboxProblems,
    operations,
    events,
    received: kept(messages, reach(messages, incoming, 'MESSAGE')),
    sent: kept(messages, reach(messages, outgoing, 'MESSAGE')),
    codes: kept(
      codes,
      new Set([
        ...reach(messages, [...incoming, ...outgoing], 'CODE'),
        // lists that answer for problems and events, though no message of this role names them
        ...Object.keys(codes).filter((name) => codes[name]?.fallback !== undefined),
      ]),
    ),
  };
};

/** Names of the parameters of a path, in its order. */
export const pathNames = ({ path }: OperationFacts): readonly string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

/** What the items of the pages of a list are. */
export const itemOf = (
  { answer = '' }: OperationFacts,
  messages: Readonly<Record<string, MessageFacts>>,
): string => {
  const items = messages[answer]?.members.find(({ name }) => name === 'items')?.value;
  if (items?.is !== 'LIST' || items.of.is !== 'MESSAGE')
    throw new Error(`the items of ${answer} have no name`);
  return items.of.name;
};

/** The code that an unknown one of a list stands for; none where it is ignored. */
export const fallbackOf = ({ codes, fallback }: CodesFacts): string | undefined =>
  fallback !== undefined && codes.includes(fallback) ? fallback : undefined;
