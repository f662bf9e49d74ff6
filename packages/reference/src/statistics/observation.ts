import type {
  FoldableEvent,
  IndicatorPeriod,
  PackagingDeclaration,
  ServicePoint,
  Vehicle,
} from '@openwaybill/schemas';

/** A scan with the place where it was made. */
export type Scan = FoldableEvent & { readonly regionCode?: string };

/** What a log line says that an indicator needs, and nothing else of it. */
export type Observations = {
  /** Of a parcel, by `eventId`. */
  readonly scans: Scan;
  /** Of a parcel: the package that it carries. */
  readonly bindings: { readonly orderNo: string; readonly packageId: string };
  /** Of an order, by revision. */
  readonly orders: {
    readonly revision: number;
    readonly deliverByAt?: string;
    readonly person: string;
    readonly merchant?: string;
  };
  /** Of a service point, by revision. */
  readonly points: Pick<ServicePoint, 'kind' | 'tier' | 'status' | 'revision' | 'updatedAt'> & {
    readonly regionCode?: string;
    readonly townCode?: string;
    readonly villageCode?: string;
  };
  /** Of a vehicle, by revision. */
  readonly vehicles: Pick<Vehicle, 'energy' | 'status' | 'revision' | 'updatedAt'> & {
    readonly regionCode: string;
  };
  /** Of a declaration of packaging, by revision. */
  readonly declarations: Pick<
    PackagingDeclaration,
    'orderNo' | 'packageId' | 'packClass' | 'isSecondPackaging' | 'revision' | 'createdAt'
  >;
  /** Of a parcel, one a print. */
  readonly labels: { readonly at: string; readonly maskProfile: string };
  /** Of a complaint. */
  readonly complaints: {
    readonly carrierCode?: string;
    readonly waybillNo: string;
    readonly openedAt: string;
  };
  /** Of a transport leg, by revision of its report. */
  readonly legs: {
    readonly reportRevision: number;
    readonly arrivedAt: string;
    readonly distanceMetres: number;
    readonly emptyMetres: number;
    readonly vehicleId?: string;
  };
  /** Of an interruption notice: a state that it was seen in. */
  readonly notices: { readonly status: string; readonly at: string };
  /** Of an interruption notice: its account at the end. */
  readonly interruptions: { readonly fromAt: string; readonly toAt: string };
  /** Of a reveal: when it was granted. */
  readonly reveals: { readonly waybillNo: string; readonly at: string };
};

/** A kind of observation. */
export type ObservationKind = keyof Observations;

/** One observation: what it is about, and which version of that it is. */
export type Observation<K extends ObservationKind = ObservationKind> = {
  [kind in K]: {
    readonly of: kind;
    /** The natural key of what it is about. */
    readonly key: string;
    /** The same for two lines that say the same of it. */
    readonly version: string;
    readonly value: Observations[kind];
  };
}[K];

/** A parcel in the keys of the log. */
export const parcelKey = (carrierCode: string, waybillNo: string): string =>
  `${carrierCode} ${waybillNo}`;

/** A package of an order in the keys of the log. */
export const packageKey = (orderNo: string, packageId: string): string => `${orderNo} ${packageId}`;

/** A declared period as text, in the order of time within its kind. */
export const periodKey = ({ kind, fromOn }: IndicatorPeriod): string => `${kind} ${fromOn}`;
