import type { Behaviour } from '../engine/call.ts';
import type { Guards } from '../engine/lifecycle.ts';
import type { Counterparty } from '../engine/options.ts';
import type { System } from '../engine/system.ts';
import type { StoredParcel } from '../parcels/stored-parcel.ts';
import type { Soon } from '../store/soon.ts';
import type { Unit } from '../store/unit.ts';
import type { OwnCall } from './own-call.ts';

/** A resource as it is stored and shown. */
// biome-ignore lint/suspicious/noExplicitAny: each hook narrows it to the type of its own resource
export type Resource = Readonly<Record<string, any>>;

/** What is happening to a resource: a command of a caller, or a fact that no command names. */
export type Happening = {
  readonly system: System;
  readonly unit: Unit;
  readonly now: string;
  /** The organisation whose resource it is. */
  readonly owner: string;
  /** Absent for a fact. */
  readonly caller?: Counterparty;
  /** Name of the operation, or of the decision, observation or timer. */
  readonly on: string;
  readonly path: Readonly<Record<string, string>>;
  /** The body of the request; of a fact, what the one who causes it says beside its name. */
  readonly body: Resource;
};

/**
 * What a module adds to the rows of its lifecycle. Each of them may throw a `Refusal` while a command is performed;
 * then nothing is stored.
 */
export type Hooks = {
  /** The lifecycle, where no operation of the collection names it. */
  readonly lifecycle?: string;
  /** Everybody reads it although a member of it is not public. */
  readonly isShared?: boolean;
  /** Whether the caller may command or amend it; absent: its owner alone may. */
  readonly mayAct?: (happening: Happening, before: Resource) => boolean;
  /** What the guards of the table say, by name. */
  readonly guards?: (
    happening: Happening,
    before: Resource | undefined,
  ) => Guards | Promise<Guards>;
  /** The next state as it is to be stored: members that only this system knows, and rules against other resources. */
  readonly draft?: (
    happening: Happening,
    next: Resource,
    before: Resource | undefined,
  ) => Resource | Promise<Resource>;
  /** A resource that this system makes of itself, by the name of the fact. */
  readonly invent?: (happening: Happening) => Resource | Promise<Resource>;
  /** What follows in other resources and for other parties. */
  readonly changed?: (
    happening: Happening,
    next: Resource,
    before: Resource | undefined,
  ) => Soon<void>;
  /** Organisations that are told; absent: the owner, and everybody where the resource is everybody's. */
  readonly recipients?: (
    happening: Happening,
    next: Resource,
    eventType: string,
  ) => readonly string[] | Promise<readonly string[]>;
  /** Rows that are kept beside it, by collection and name, and forgotten with it. */
  readonly beside?: (owner: string, id: string) => readonly (readonly [string, string])[];
  /** What a reader gets of it, where that is less than all. */
  readonly show?: (resource: Resource, reader: Counterparty | undefined) => Resource;
};

/** An event of another system that has an effect here. */
export type Receiver = (
  system: System,
  unit: Unit,
  now: string,
  from: string,
  data: Resource,
) => Promise<void>;

/** What follows from an observation of a parcel; without a code where the observation was an anomaly. */
export type Follower = (
  system: System,
  unit: Unit,
  now: string,
  parcel: StoredParcel,
  eventCode: string | undefined,
) => Promise<void>;

/** Everything that a module does beyond what its registry entries say: one object a module. */
export type ModuleBehaviours = {
  /** Operations that are no plain create, read, list, put, amend or command of a resource; by name. */
  readonly operations?: Readonly<Record<string, Behaviour>>;
  /** By the noun of their paths. */
  readonly resources?: Readonly<Record<string, Hooks>>;
  /** Operations of others that this system calls of its own accord, by name. */
  readonly calls?: Readonly<Record<string, OwnCall>>;
  /** By event type. */
  readonly receives?: Readonly<Record<string, Receiver>>;
  readonly followsParcel?: Follower;
  /** What is there from the beginning, from the data of the world. */
  readonly seed?: (system: System, unit: Unit, now: string) => Promise<void>;
};
