import { mintConsigneeRef } from '@openwaybill/privacy';
import { registry } from '@openwaybill/schemas';

/** The first valid example of a message, with some members of its own. */
const example = (name: string, members: object): object => ({
  ...(Object.values(registry.schemas.get(name)?.examples.valid ?? {})[0] as object),
  ...members,
});

const uuid = (block: number, no: number): string =>
  `019398a0-0000-7000-8000-${block.toString(16).padStart(4, '0')}${no.toString(16).padStart(8, '0')}`;

let sequence = 0;

/** An event of the log; what its envelope says beside type, time and data is of no account. */
export const event = (type: string, time: string, data: object): object => ({
  specversion: '1.0',
  id: `msg_${String(sequence++).padStart(16, '0')}`,
  source: 'urn:openwaybill:party:ZZEXPRESS',
  type: `org.openwaybill.${type}`,
  time,
  data,
});

export const resource = (name: string, members: object): object => ({
  resource: name,
  value: example(name, members),
});

const parcel = (no: number) => ({
  carrierCode: 'ZZ',
  waybillNo: `ZZ01${String(no).padStart(10, '0')}`,
});

/** A scan of parcel `no`. Its `eventId` follows from what it says, so that the same scan is the same. */
export const scan = (
  no: number,
  eventCode: string,
  occurredAt: string,
  regionCode?: string,
  more: object = {},
): object => {
  const { text, anomaly, anomalyReason, location, reason, statusAfter, ...rest } = example(
    'TrackingEvent',
    {},
  ) as Record<string, unknown>;
  const codes = [...`${no}${eventCode}${occurredAt}`].map((letter) => letter.codePointAt(0) ?? 0);
  const id = codes.reduce((hash, code) => (hash * 31 + code) % 4_294_967_296, 7);
  return event('tracking.event.recorded', occurredAt, {
    ...rest,
    ...parcel(no),
    eventId: uuid(0xe, id),
    eventCode,
    occurredAt,
    recordedAt: occurredAt,
    ...(regionCode === undefined
      ? {}
      : {
          location: { region: { countryCode: 'CN', regionCode, regionCodeVersion: 'NBS-2023' } },
        }),
    ...more,
  });
};

export const scanId = (line: object): string =>
  (line as { data: { eventId: string } }).data.eventId;

const orderNo = (no: number): string => `SO-${no}`;

/** The order of parcel `no`, of a merchant, and the waybill that binds it. */
export const order = (no: number, merchant: string, deliverByAt?: string): readonly object[] => {
  const { deliverByAt: _, ...plain } = example('Order', {}) as Record<string, unknown>;
  const { shipper, consignee } = plain as { shipper: object; consignee: object };
  const consigneeRef = mintConsigneeRef((length) => new Uint8Array(length).fill(no % 256));
  return [
    {
      resource: 'Order',
      value: {
        ...plain,
        orderNo: orderNo(no),
        shipper: { ...shipper, party: { partyId: merchant, role: 'merchant' } },
        consignee: { ...consignee, consigneeRef },
        ...(deliverByAt === undefined ? {} : { deliverByAt }),
      },
    },
    event('waybill.status.changed', '2026-11-01T08:00:00+08:00', {
      ...parcel(no),
      orderNo: orderNo(no),
      packageId: 'P1',
      toStatus: 'BOUND',
      revision: 1,
      occurredAt: '2026-11-01T08:00:00+08:00',
    }),
  ];
};

export const packageOf = (no: number) => ({ orderNo: orderNo(no), packageId: 'P1' });
export const waybillOf = parcel;
export const idOf = uuid;
