import type { Confidence, EventCode, FailReason, Leg } from './tracking-event.ts';

/** What only the history of a parcel or the caller can tell, and some rows depend on. */
export type Fact =
  | 'AT_DELIVERY_BRANCH'
  | 'FIRST_DEPARTURE'
  | 'NOT_YET_OUT'
  | 'EXPORT'
  | 'IMPORT'
  | 'RETURN_RELATION'
  | 'FORWARD_RELATION';

/** A row with a condition fits only where one of its words, or its fact, is present. */
export type Condition =
  | { readonly remark: readonly string[] }
  | { readonly subName: readonly string[] }
  | { readonly fact: Fact };

/** The place of a row in its vocabulary. Code `*` stands for any code with that sub-code. */
export type RowKey = {
  readonly code: string;
  readonly subCode?: string;
  readonly when?: Condition;
};

/** A source code that means one event code of the standard. */
export type EventRow = RowKey & {
  readonly eventCode: EventCode;
  readonly confidence: Confidence;
  /** `FLAG` sets a flag of the parcel; `STATUS` comes from a source that knows statuses only. */
  readonly outcome?: 'FLAG' | 'STATUS';
  readonly reason?: FailReason;
  readonly leg?: Leg;
  /** A second fact that the same source code states. */
  readonly adds?: EventCode;
};

/** A source code that is no observation of a parcel. */
export type IgnoreRow = RowKey & { readonly outcome: 'IGNORE' };

/** One line of a crosswalk. */
export type Row = EventRow | IgnoreRow;

/** All rows of one vocabulary in one version; a code means nothing outside its table. */
export type Table = {
  readonly vocabulary: string;
  readonly version: string;
  /** Where the rows were read. */
  readonly source: string;
  readonly rows: readonly Row[];
};
