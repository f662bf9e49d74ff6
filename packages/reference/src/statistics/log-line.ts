import {
  type Complaint,
  eventCodeEntry,
  type InterruptionClosed,
  type InterruptionNotice,
  type InterruptionUpdate,
  type Order,
  type PackagingDeclaration,
  type RevealChange,
  type ServicePoint,
  type TrackingEventRecorded,
  type TransportLeg,
  type Vehicle,
  type Waybill,
  type WaybillStatusChange,
} from '@openwaybill/schemas';
import { type Issue, judge } from '@openwaybill/validate';
import { type Observation, packageKey, parcelKey } from './observation.ts';

/** What a reader of a line is handed beside its value. */
type Setting = { readonly time: string; readonly path: Readonly<Record<string, unknown>> };
type Reader<T> = (value: T, setting: Setting) => readonly Observation[];
type Entry = {
  /** The schema that the value keeps to, by a receiver's reading. */
  readonly schema?: string;
  readonly read: (value: never, setting: Setting) => readonly Observation[];
};

/** Numbers of versions sort as texts. */
const numbered = (revision: number): string => String(revision).padStart(16, '0');

/** Statuses that an indicator tells of; other scans are not kept. */
const TOLD_BY_STATUS: readonly string[] = ['DELIVERED', 'DELIVERY_FAILED', 'AWAITING_COLLECTION'];
const TOLD_BY_CODE: readonly string[] = ['PICKED_UP', 'ARRIVED_DELIVERY_BRANCH'];

const isKept = ({ eventCode, correctsEventId }: TrackingEventRecorded): boolean =>
  correctsEventId !== undefined ||
  TOLD_BY_CODE.includes(eventCode) ||
  TOLD_BY_STATUS.includes(eventCodeEntry(eventCode)?.after ?? '');

const readScan: Reader<TrackingEventRecorded> = (event) => {
  if (!isKept(event)) return [];
  const { carrierCode, waybillNo, eventId, eventCode, leg, occurredAt, recordedAt } = event;
  const { location, correctsEventId, correctionReason } = event;
  return [
    {
      of: 'scans',
      key: parcelKey(carrierCode, waybillNo),
      version: eventId,
      value: {
        eventId,
        eventCode,
        occurredAt,
        recordedAt,
        ...(leg === undefined ? {} : { leg }),
        ...(location?.facilityId === undefined
          ? {}
          : { location: { facilityId: location.facilityId } }),
        ...(location?.region.regionCode === undefined
          ? {}
          : { regionCode: location.region.regionCode }),
        ...(correctsEventId === undefined ? {} : { correctsEventId }),
        ...(correctionReason === undefined ? {} : { correctionReason }),
      },
    },
  ];
};

const readBinding: Reader<
  Pick<Waybill | WaybillStatusChange, 'carrierCode' | 'waybillNo' | 'orderNo' | 'packageId'>
> = ({ carrierCode, waybillNo, orderNo, packageId }) => [
  {
    of: 'bindings',
    key: parcelKey(carrierCode, waybillNo),
    version: packageKey(orderNo, packageId),
    value: { orderNo, packageId },
  },
];

const readOrder: Reader<Order> = ({ orderNo, revision, deliverByAt, consignee, shipper }) => {
  const merchant = shipper.party?.partyId ?? shipper.consignorRef;
  return [
    {
      of: 'orders',
      key: orderNo,
      version: numbered(revision),
      value: {
        revision,
        person: consignee.consigneeRef,
        ...(deliverByAt === undefined ? {} : { deliverByAt }),
        ...(merchant === undefined ? {} : { merchant }),
      },
    },
  ];
};

const readPoint: Reader<ServicePoint> = (point) => {
  const { pointId, kind, tier, status, revision, updatedAt, address } = point;
  const { regionCode, townCode, villageCode } = address.region;
  return [
    {
      of: 'points',
      key: pointId,
      version: numbered(revision),
      value: {
        kind,
        tier,
        status,
        revision,
        updatedAt,
        ...(regionCode === undefined ? {} : { regionCode }),
        ...(townCode === undefined ? {} : { townCode }),
        ...(villageCode === undefined ? {} : { villageCode }),
      },
    },
  ];
};

const readVehicle: Reader<Vehicle> = ({
  vehicleId,
  fleetNo,
  energy,
  status,
  revision,
  updatedAt,
}) => [
  {
    of: 'vehicles',
    key: vehicleId,
    version: numbered(revision),
    // a fleet number begins with the region that gave it
    value: { energy, status, revision, updatedAt, regionCode: fleetNo.slice(0, 6) },
  },
];

const readDeclaration: Reader<PackagingDeclaration> = (declaration) => {
  const { declarationId, orderNo, packageId, packClass, isSecondPackaging } = declaration;
  const { revision, createdAt } = declaration;
  return [
    {
      of: 'declarations',
      key: declarationId,
      version: numbered(revision),
      value: { orderNo, packageId, packClass, isSecondPackaging, revision, createdAt },
    },
  ];
};

const readLabel: Reader<{ readonly maskProfile?: unknown }> = ({ maskProfile }, { time, path }) => {
  const { carrierCode, waybillNo } = path;
  if (
    typeof maskProfile !== 'string' ||
    typeof carrierCode !== 'string' ||
    typeof waybillNo !== 'string'
  )
    return [];
  return [
    {
      of: 'labels',
      key: parcelKey(carrierCode, waybillNo),
      version: time,
      value: { at: time, maskProfile },
    },
  ];
};

const readComplaint: Reader<Complaint> = ({ complaintId, carrierCode, waybillNo, openedAt }) => [
  {
    of: 'complaints',
    key: complaintId,
    version: openedAt,
    value: { waybillNo, openedAt, ...(carrierCode === undefined ? {} : { carrierCode }) },
  },
];

const readLeg: Reader<TransportLeg> = (leg) => {
  const { legId, reportRevision, arrivedAt, distanceMetres, emptyMetres, vehicleId } = leg;
  return [
    {
      of: 'legs',
      key: legId,
      version: numbered(reportRevision),
      value: {
        reportRevision,
        arrivedAt,
        distanceMetres,
        emptyMetres,
        ...(vehicleId === undefined ? {} : { vehicleId }),
      },
    },
  ];
};

const seenIn = (noticeId: string, status: string, at: string): readonly Observation[] => [
  { of: 'notices', key: noticeId, version: `${at} ${status}`, value: { status, at } },
];

/** A notice that is ACTIVE when it is sent began when it says, not when it was sent. */
const readNotice: Reader<InterruptionNotice> = ({ noticeId, status, startsAt, updatedAt }) =>
  seenIn(noticeId, status, status === 'ACTIVE' ? startsAt : updatedAt);

const readUpdate: Reader<InterruptionUpdate> = ({ noticeId, status, occurredAt }) =>
  seenIn(noticeId, status, occurredAt);

const readAccount: Reader<InterruptionClosed> = ({ noticeId, actualStartedAt, actualEndedAt }) => [
  {
    of: 'interruptions',
    key: noticeId,
    version: `${actualStartedAt} ${actualEndedAt}`,
    value: { fromAt: actualStartedAt, toAt: actualEndedAt },
  },
];

const readReveal: Reader<RevealChange> = ({ revealId, waybillNo, toStatus, occurredAt }) =>
  toStatus === 'GRANTED'
    ? [
        {
          of: 'reveals',
          key: revealId,
          version: occurredAt,
          value: { waybillNo, at: occurredAt },
        },
      ]
    : [];

/** Events that the indicators read, by their `type` without `org.openwaybill.`. */
const EVENTS: Readonly<Record<string, Entry>> = {
  'tracking.event.recorded': { schema: 'TrackingEventRecorded', read: readScan },
  'waybill.status.changed': { schema: 'WaybillStatusChange', read: readBinding },
  'servicepoint.point.changed': { schema: 'ServicePoint', read: readPoint },
  'continuity.interruption.noticed': { schema: 'InterruptionNotice', read: readNotice },
  'continuity.interruption.updated': { schema: 'InterruptionUpdate', read: readUpdate },
  'continuity.interruption.closed': { schema: 'InterruptionClosed', read: readAccount },
  'consignee.reveal.changed': { schema: 'RevealChange', read: readReveal },
};

/** Resources that the indicators read, by the name of their schema. */
const RESOURCES: Readonly<Record<string, Entry>> = {
  Order: { schema: 'Order', read: readOrder },
  Waybill: { schema: 'Waybill', read: readBinding },
  ServicePoint: { schema: 'ServicePoint', read: readPoint },
  Vehicle: { schema: 'Vehicle', read: readVehicle },
  PackagingDeclaration: { schema: 'PackagingDeclaration', read: readDeclaration },
  Complaint: { schema: 'Complaint', read: readComplaint },
  TransportLeg: { schema: 'TransportLeg', read: readLeg },
  InterruptionNotice: { schema: 'InterruptionNotice', read: readNotice },
  // a log may hold labels that were not masked, which the schema of a label would refuse
  LabelData: { read: readLabel },
};

/** What became of a line: what it says, that it is about something else, or what is wrong with it. */
export type ReadLine =
  | { readonly ok: true; readonly observations: readonly Observation[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

const NOTHING: ReadLine = { ok: true, observations: [] };

const shapeless = (pointer: string): ReadLine => ({
  ok: false,
  issues: [{ pointer, rule: 'log-line', params: {} }],
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const entryOf = (table: Readonly<Record<string, Entry>>, name: string): Entry | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

const readBy = (
  { schema, read }: Entry,
  value: unknown,
  pointer: string,
  setting: Setting,
): ReadLine => {
  if (schema !== undefined) {
    const verdict = judge(schema, value, 'receiver');
    if (!verdict.ok)
      return {
        ok: false,
        issues: verdict.issues.map((issue) => ({ ...issue, pointer: pointer + issue.pointer })),
      };
  } else if (!isRecord(value)) return shapeless(pointer);
  return { ok: true, observations: read(value as never, setting) };
};

/**
 * Reads one line of an event log: a CloudEvent of the standard, or `{ "resource", "value", "at"?, "path"? }` for a
 * resource as it was read at an instant under path parameters. What no indicator needs is passed over.
 */
export const readLogLine = (line: unknown): ReadLine => {
  if (!isRecord(line)) return shapeless('');
  const path = isRecord(line.path) ? line.path : {};
  if (typeof line.type === 'string' && typeof line.specversion === 'string') {
    const entry = entryOf(EVENTS, line.type.replace('org.openwaybill.', ''));
    const time = typeof line.time === 'string' ? line.time : '';
    return entry === undefined ? NOTHING : readBy(entry, line.data, '/data', { time, path });
  }
  if (typeof line.resource !== 'string') return shapeless('/resource');
  const entry = entryOf(RESOURCES, line.resource);
  if (entry === undefined) return NOTHING;
  const time = typeof line.at === 'string' ? line.at : '';
  if (line.resource === 'LabelData' && Number.isNaN(Date.parse(time))) return shapeless('/at');
  return readBy(entry, line.value, '/value', { time, path });
};
