import type { Text, TrackingEvent } from '@openwaybill/schemas';

/** A tenant that the page may look at, with the development token that it may call with. */
export type TenantCard = {
  readonly partyId: string;
  readonly role: string;
  readonly name: string;
  readonly token?: string;
};

/** What the page is told in its own text: whom it looks at. */
export type Here = {
  readonly role: string;
  readonly partyId: string;
  readonly name: string;
  readonly baseUrl: string;
  readonly standard: string;
  /** The later minor that is spoken instead. */
  readonly speaks?: string;
  readonly seed: number;
  readonly startsAt: string;
  readonly tenants: readonly TenantCard[];
};

/** A page that needs no server: every answer that it would have asked for, by path, and of whom. */
export type Kept = Here & {
  readonly tenant: string;
  readonly keptAt: string;
  readonly answers: Readonly<Record<string, unknown>>;
};

/** A finding with its words. */
export type Finding = {
  readonly pointer: string;
  readonly rule: string;
  readonly message: Text;
  readonly hint?: Text;
};

/** A sentence of the standard that a finding or a problem leads to. */
export type Sentence = { readonly id: string; readonly level: string; readonly text: Text };

/** Why a body is not shown: what the scanner saw in it, never the value. */
export type Hidden = {
  readonly sightings: readonly { readonly kind: string; readonly form: string }[];
};

/** One line of the list of requests. */
export type RequestRow = {
  readonly seq: number;
  /** Virtual. */
  readonly at: string;
  /** Real. */
  readonly wallAt: string;
  readonly milliseconds: number;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly operation?: {
    readonly name: string;
    readonly operationId: string;
    readonly title: Text;
  };
  readonly status: number;
  readonly problem?: string;
  readonly warningCount: number;
  readonly waybillNo?: string;
  readonly isReplay: boolean;
};

/** Everything about one request and its answer. */
export type RequestDetail = RequestRow & {
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly answerHeaders: Readonly<Record<string, string>>;
  readonly requestBody?: string;
  readonly answerBody?: unknown;
  readonly hidden: { readonly request?: Hidden; readonly answer?: Hidden };
  /** What the form of a sender says of the request's body. */
  readonly requestFindings: readonly Finding[];
  /** The same of the answer: anything here is a defect of this mock. */
  readonly answerFindings: readonly Finding[];
  readonly sentences: readonly Sentence[];
};

/** One parcel in the list of parcels. */
export type ParcelRow = {
  readonly waybillNo: string;
  readonly carrierCode: string;
  readonly orderNo: string;
  readonly status: string;
  readonly leg: string;
  readonly eventCount: number;
  readonly anomalyCount: number;
  readonly boundAt: string;
};

/** One scan of a parcel in the order of the fold, with what the fold makes of it. */
export type FoldRow = {
  readonly eventId: string;
  readonly eventCode: string;
  readonly title: Text;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly timeQuality?: string;
  readonly place?: string;
  /** The number in the order of arrival, from 1. */
  readonly arrival: number;
  readonly rank: number;
  readonly part: 'FOLDED' | 'DUPLICATE' | 'WITHDRAWN' | 'CORRECTION_ONLY';
  readonly before: string;
  readonly after: string;
  readonly leg: string;
  readonly flags: readonly string[];
  readonly anomaly?: string;
  readonly event: TrackingEvent;
};

/** Something that is going to happen, or would. */
export type DueRow = {
  readonly at: string;
  readonly kind: string;
  readonly ref: string;
  /** The event that is delivered, and which attempt it is. */
  readonly event?: { readonly type: string; readonly subject: string; readonly attempt: number };
};

/** An event that was laid out for the tenant. */
export type EventRow = {
  readonly id: string;
  readonly sequence: string;
  readonly at: string;
  readonly type: string;
  readonly subject: string;
};

/** One parcel on virtual time. */
export type Timeline = ParcelRow & {
  readonly packageId: string;
  /** Absent where the order is another party's. */
  readonly orderStatus?: string;
  readonly now: string;
  readonly stage: string;
  readonly scenario?: string;
  readonly sinceAt?: string;
  readonly terminal: boolean;
  readonly scans: readonly FoldRow[];
  readonly due: readonly DueRow[];
  readonly events: readonly EventRow[];
  readonly requests: readonly RequestRow[];
};

/** A commit to the store: what it touched. */
export type Moment = {
  readonly seq: number;
  /** Virtual. */
  readonly at: string;
  readonly touched: readonly {
    readonly collection: string;
    readonly id: string;
    readonly kind: 'put' | 'delete';
  }[];
};

/** A stored thing, as it is kept. */
export type StateRow = {
  readonly collection: string;
  readonly id: string;
  readonly parent: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly body: unknown;
};

/** One version of a stored thing; without a body it was deleted. */
export type Revision = { readonly seq: number; readonly at: string; readonly body?: unknown };

/** A thing that is not the same at two moments. Absent: it did not exist, or nobody knows any more. */
export type Changed = {
  readonly collection: string;
  readonly id: string;
  readonly before?: unknown;
  readonly after?: unknown;
};

/** What one viewer has in one stage, by the policy. */
export type PolicyCellView = {
  readonly shows: readonly string[];
  readonly released: readonly { readonly view: string; readonly purpose: string }[];
  readonly when: readonly string[];
  readonly within?: string;
};

/** One party before one parcel. */
export type ViewerView = {
  readonly viewer: string;
  readonly title: Text;
  readonly role?: string;
  /** By stage, in the order of the policy. */
  readonly cells: Readonly<Record<string, PolicyCellView>>;
  /** What it would be answered at this moment; absent where it would not be told that there is anything. */
  readonly served?: { readonly view: string; readonly value: unknown };
  /** Looks personal although nothing of a person may be in it: a leak. */
  readonly leaks: readonly { readonly kind: string; readonly form: string }[];
  readonly reveals: readonly {
    readonly purpose: string;
    readonly fields: readonly string[] | 'AS_ORDERED';
    readonly isPossible: boolean;
    readonly because: Text;
  }[];
};

/** An entry of the audit log with its place in the tree. */
export type AuditRow = {
  readonly index: number;
  readonly at?: string;
  readonly kind?: string;
  readonly who?: string;
  readonly purpose?: string;
  readonly gate?: string;
  readonly leafHash: string;
  readonly path: readonly string[];
  readonly verifies: boolean;
};

/** Who sees what of one parcel. */
export type Views = {
  readonly waybillNo: string;
  readonly stage: string;
  readonly columns: readonly string[];
  readonly views: Readonly<Record<string, Text>>;
  readonly conditions: Readonly<Record<string, Text>>;
  readonly viewers: readonly ViewerView[];
  readonly audit: {
    readonly size: number;
    readonly root?: string;
    readonly entries: readonly AuditRow[];
  };
};

/** One thing of the standard, and how often this mock met it. */
export type CoverageItem = { readonly id: string; readonly title?: Text; readonly count: number };

/** A kind of things of the standard. */
export type CoverageGroup = {
  readonly kind:
    | 'operations'
    | 'states'
    | 'transitions'
    | 'codes'
    | 'problems'
    | 'events'
    | 'later';
  readonly items: readonly (CoverageItem & { readonly group: string })[];
};

export type Coverage = { readonly since: string; readonly groups: readonly CoverageGroup[] };

/** Where the virtual clock stands. */
export type ClockView = {
  readonly now: string;
  readonly mode: 'FROZEN' | 'REAL' | 'SCALED';
  readonly factor?: number;
  readonly next?: { readonly at: string; readonly what: string };
};

/** One attempt at handing an event over. */
export type AttemptView = {
  readonly seq: number;
  readonly at: string;
  readonly wallAt: string;
  readonly status: number;
  readonly milliseconds: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly fault?: string;
};

/** One event on its way to one subscription. */
export type DeliveryView = {
  readonly id: string;
  readonly eventId: string;
  readonly type: string;
  readonly subject: string;
  readonly subscriptionId: string;
  readonly url: string;
  readonly sequence: string;
  readonly state: 'WAITING' | 'DELIVERED' | 'FAILED' | 'ABORTED';
  readonly nextAt?: string;
  readonly event: Readonly<Record<string, unknown>>;
  readonly attempts: readonly AttemptView[];
};

/** A rule of disturbance, and how often it fired. */
export type FaultRule = {
  readonly id: string;
  readonly match?: Readonly<Record<string, unknown>>;
  readonly do: Readonly<Record<string, unknown>> & { readonly kind: string };
  readonly times?: number;
  readonly rate?: number;
  readonly seed?: number;
  readonly firedCount: number;
};

/** One time that a rule fired. */
export type Firing = {
  readonly seq: number;
  readonly at: string;
  readonly faultId: string;
  readonly kind: string;
  readonly operation?: string;
  readonly eventType?: string;
  readonly waybillNo?: string;
};
