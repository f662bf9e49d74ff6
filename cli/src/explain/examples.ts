import type { Registry } from '@openwaybill/schemas';
import { pretty } from './explanation.ts';
import { nameIn } from './schema-words.ts';

/** The messages that a requirement may be about: itself, or what an operation or event of that name carries. */
const messagesOf = (from: Registry, about: string): readonly string[] => {
  const operation = from.operations.find(
    ({ name, operationId }) => name === about || operationId === about,
  );
  const event = from.events.find(({ type }) => type === about);
  return [about, operation?.request?.$id, operation?.answer.body?.$id, event?.data.$id].flatMap(
    (one) => {
      const name = one === undefined ? '' : one === about ? about : nameIn(from, one);
      return from.schemas.has(name) ? [name] : [];
    },
  );
};

/** Examples of the contract: one that breaks a requirement by name, and one of the message that it is about. */
export const examplesFor = (
  from: Registry,
  id: string,
  about: string | undefined,
): { readonly failing?: string; readonly passing?: string } => {
  const messages = about === undefined ? [] : messagesOf(from, about);
  const owned = messages.flatMap((name) => {
    const found = from.schemas.get(name);
    return found === undefined ? [] : [[name, found.examples] as const];
  });
  const valid = owned.flatMap(([name, examples]) =>
    Object.entries(examples.valid)
      .slice(0, 1)
      .map(([title, value]) => `${name}, ${title}\n${pretty(value)}`),
  );
  const invalid = owned.flatMap(([name, examples]) =>
    Object.entries(examples.invalid)
      .filter(([, { breaks }]) => breaks.requirement === id)
      .map(
        ([title, { value, breaks }]) =>
          `${name}, ${title} (${breaks.pointer || '/'})\n${pretty(value)}`,
      ),
  );
  const [failing] = invalid;
  const passing = valid.at(-1);
  return {
    ...(failing === undefined ? {} : { failing }),
    ...(passing === undefined ? {} : { passing }),
  };
};
