import type { Location } from '@openwaybill/schemas';

/** What a scan says beyond its code. */
export type StepDetails = {
  readonly leg?: 'FORWARD' | 'RETURN';
  readonly reason?: string;
  readonly location?: Location;
  readonly text?: string;
  /** Age of the waybill at which the fact happened, where it is recorded later than that. */
  readonly occurredAfter?: string;
  /** A name for this event, to which later steps refer. */
  readonly name?: string;
  /** The named event comes again as it was. */
  readonly repeats?: string;
  /** The named event is corrected. */
  readonly corrects?: string;
  readonly correctionReason?: 'DID_NOT_OCCUR' | 'INCORRECT_DATA';
};

/** A scanner observes the parcel. */
export type Scan = { readonly after: string; readonly code: string; readonly with?: StepDetails };

/** The platform of the parcel calls an operation. In texts of `with`, `{{waybillNo}}` and the like are filled in. */
export type Command = {
  readonly after: string;
  readonly does: string;
  readonly with?: {
    readonly path?: Readonly<Record<string, string>>;
    readonly body?: unknown;
  };
};

/** Something happens to a resource of the parcel that no command names. */
export type Fact = {
  readonly after: string;
  readonly fact: string;
  readonly of: string;
  readonly id: string;
  readonly with?: Readonly<Record<string, unknown>>;
};

/** A disturbance begins, in the form in which the control interface takes one. */
export type Disturbing = { readonly after: string; readonly disturb: unknown };

/** One step, counted from the creation of the waybill. */
export type Step = Scan | Command | Fact | Disturbing;

/** The life of a parcel in virtual time, from a file of the world. */
export type Scenario = {
  readonly id: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly steps: readonly Step[];
  /** What the second, third … parcel of the same order does, where that is something else. */
  readonly others?: readonly (readonly Step[])[];
  /** Disturbances of everything about the parcel, from its beginning. */
  readonly disturbances?: readonly unknown[];
  /** Where time alone brings it. */
  readonly ends: {
    readonly parcel: string;
    readonly order: string;
    readonly anomalyCount?: number;
  };
};
