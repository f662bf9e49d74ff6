import type { TSchema } from '@sinclair/typebox';
import type { Examples } from './examples.ts';
import type { Requirement } from './requirement.ts';

/** A body used by several operations or events, or a shared type that deserves examples of its own. */
export type Message<T extends TSchema = TSchema> = {
  readonly noun: 'message';
  readonly schema: T;
  readonly requirements: readonly Requirement[];
  readonly examples: Examples<T>;
};

export const defineMessage = <T extends TSchema>(
  message: Omit<Message<T>, 'noun'>,
): Message<T> => ({ noun: 'message', ...message });
