import type { Event, Lifecycle } from '@openwaybill/schemas';
import type { Disturbances } from '../disturbances/disturbances.ts';
import type { Attempts } from '../events/attempt.ts';
import type { SignTimes } from '../events/sign-time.ts';
import type { Sinks } from '../events/sinks.ts';
import type { KeyRing } from '../identity/key-ring.ts';
import type { KnownKeys } from '../identity/known-keys.ts';
import type { Later } from '../later/later.ts';
import type { LaterMet } from '../later/met.ts';
import type { Collection } from '../resources/collection.ts';
import type { Soon } from '../store/soon.ts';
import type { Unit } from '../store/unit.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { Answer } from './call.ts';
import type { Happenings } from './happenings.ts';
import type { Counterparty, MockOptions, Random } from './options.ts';
import type { Outgoing } from './outgoing.ts';

/** A notification to one organisation; the outbox adds envelope, sequence and signature. */
export type EventDraft = {
  readonly type: Event['type'];
  readonly to: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/** Something that happens at a virtual instant of a tenant. One timer a (kind, ref): a later one replaces it. */
export type Timer = {
  readonly tenant: string;
  readonly kind: string;
  readonly ref: string;
  readonly dueAt: string;
};

/** What stands behind every call: the party that this mock plays. */
export type System = {
  readonly options: MockOptions;
  readonly random: Random;
  /** What a later minor has: always spoken, or where a disturbance has it so. */
  readonly later: Later;
  readonly laterMet: LaterMet;
  readonly keys: KeyRing;
  readonly knownKeys: KnownKeys;
  /** Where watchers are told of what happens. */
  readonly happenings: Happenings;
  readonly lifecycle: (entity: string) => Lifecycle;
  /** What the registry says of the resources under each path, by the noun of the path. */
  readonly collections: ReadonlyMap<string, Collection>;
  readonly counterparty: (partyId: string) => Counterparty | undefined;
  /** Stores an event for its receiver; deliveries go out once the unit is committed. */
  readonly emit: (unit: Unit, now: string, draft: EventDraft) => Soon<void>;
  readonly schedule: (unit: Unit, timer: Timer) => void;
  readonly unschedule: (unit: Unit, timer: Pick<Timer, 'tenant' | 'kind' | 'ref'>) => void;
  /** Our own requests to a counterparty. */
  readonly outgoing: (to: Counterparty) => Outgoing;
  /** Work in a unit of its own, committed at the end, serialised with all commands. */
  readonly transact: <T>(tenant: string, work: (unit: Unit, now: string) => Soon<T>) => Promise<T>;
  /** The same for a command of the control interface, which the log names. */
  readonly command: <T>(
    tenant: string,
    operation: `control/${string}`,
    work: (unit: Unit, now: string) => Soon<T>,
  ) => Promise<T>;
  /** Performs an operation within a unit as if a counterparty had called it, and logs it. */
  readonly perform: (
    unit: Unit,
    now: string,
    tenant: string,
    operationId: string,
    given: { readonly path?: Readonly<Record<string, string>>; readonly body?: unknown },
  ) => Promise<Answer>;
  /** Work that goes on after the answer and takes locks of its own (`transact`); `settled` waits for it. */
  readonly background: (work: () => Promise<void>) => void;
  /** What conforming parties are made to meet. */
  readonly disturbances: Disturbances;
  /** What happened of late, for whoever looks on. */
  readonly timeline: Timeline;
  readonly attempts: Attempts;
  readonly sinks: Sinks;
  readonly signTimes: SignTimes;
  /**
   * Moves a tenant's clock and runs, and delivers, everything that becomes due; how many timers fired. Asked after each
   * one, `isEnough` may end it there; then the clock stays at the last timer.
   */
  readonly advance: (
    tenant: string,
    to: number,
    isEnough?: (fired: Timer) => Promise<boolean>,
  ) => Promise<number>;
  /** Says to other processes that this one goes on delivering to a tenant. */
  readonly keepLane: (tenant: string) => Promise<void>;
};

/** What a timer does when it fires. */
export type TimerHandler = (system: System, unit: Unit, now: string, ref: string) => Promise<void>;
