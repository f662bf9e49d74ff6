import type { System } from '../engine/system.ts';
import type { Resource } from './hooks.ts';

/** One request of ours to the operation of a counterparty. */
export type OwnRequest = {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The revision that is changed, as the counterparty told it. */
  readonly revision?: number;
};

/** This system as the caller of one counterparty. */
export type OwnCaller = {
  readonly system: System;
  /** The counterparty: what we keep of it is kept under its name. */
  readonly tenant: string;
  /** Calls an operation by its name, and answers the body of a success; everything else ends the action. */
  readonly call: (operation: string, request?: OwnRequest) => Promise<Resource>;
};

/** How this system comes to call an operation: with data of its own, after what it needs first. */
export type OwnCall = (own: OwnCaller) => Promise<void>;
