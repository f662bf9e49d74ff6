import type { Location } from '@openwaybill/schemas';

/** What a step says beyond its code. */
export type StepDetails = {
  readonly leg?: 'FORWARD' | 'RETURN';
  readonly reason?: string;
  readonly location?: Location;
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

/** One observation, counted from the creation of the waybill. */
export type Step = {
  readonly after: string;
  readonly code: string;
  readonly with?: StepDetails;
};

/** The life of a parcel in virtual time, from a file of the world. */
export type Scenario = {
  readonly id: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly steps: readonly Step[];
};

/** The two digits of a scenario that a caller asks for: by header, by its order number, or the first one. */
export const scenarioAsked = (header: string | null, orderNo: string | undefined): string =>
  /^[0-9]{2}$/.exec(header ?? '')?.[0] ?? /^MOCK-([0-9]{2})-/.exec(orderNo ?? '')?.[1] ?? '01';
