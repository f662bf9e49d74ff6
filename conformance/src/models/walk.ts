import type { Role } from '@openwaybill/schemas';
import type { Identity } from '../drive/identity.ts';
import type { CallInput, Stage } from '../drive/stage.ts';

/** A resource in a state, with what a command needs to address it. */
export type Subject = {
  readonly path: Readonly<Record<string, string>>;
  readonly revision: number;
  /** Whose it is, where that is not the one who would be asked. */
  readonly as?: Identity;
};

/** A lifecycle as the suite can walk it: how to reach its states, how to give its commands, how to look. */
export type Walk = {
  readonly entity: string;
  /** Its name, where others walk the same lifecycle in another role. */
  readonly name?: string;
  readonly role: Role | readonly Role[] | 'any';
  /** The read that shows the state. */
  readonly read: string;
  /** The ways to states, each from a fresh resource; those that need test control say so. */
  readonly states: Readonly<
    Record<
      string,
      {
        readonly needs?: string;
        /** Not every system stays in it until somebody can look, or not every run goes there. */
        readonly isOptional?: true;
        /** No read shows it: who asks for what is in it is told that there is nothing. */
        readonly isHidden?: true;
        readonly reach: (stage: Stage) => Promise<Subject | undefined>;
      }
    >
  >;
  /** What happens to a resource by itself, in the states in which the table names it; nothing where it did not. */
  readonly facts?: Readonly<
    Record<
      string,
      {
        readonly needs: string;
        readonly from: readonly string[];
        readonly cause: (stage: Stage, subject: Subject) => Promise<unknown>;
      }
    >
  >;
  /** Some of its states are reached by the clock alone. */
  readonly movesClock?: true;
  /** Every fact is caused once in every state in which the table names it, and not only where it is drawn. */
  readonly coversFacts?: true;
  /** Its commands and facts are given once each, and in no drawn order: a step of it takes days, or many messages. */
  readonly isOnlyCovered?: true;
  /** Commands by operation: what is sent. */
  readonly commands: Readonly<
    Record<string, (stage: Stage, subject: Subject) => CallInput | Promise<CallInput>>
  >;
  /** Where a command is not given in every state: those in which it speaks of this resource, and not of a new one. */
  readonly givenIn?: Readonly<Record<string, readonly string[]>>;
};

/** Whether a walk gives a command in a state. */
export const isGivenIn = ({ givenIn }: Walk, operation: string, state: string): boolean =>
  givenIn?.[operation]?.includes(state) !== false;
