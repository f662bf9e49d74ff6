import type { ProofOfDelivery, TrackingEvent } from '@openwaybill/schemas';
import { foldParcel } from './fold-parcel.ts';
import type { StoredParcel } from './stored-parcel.ts';

const METHODS: Readonly<Record<string, ProofOfDelivery['method']>> = {
  DELIVERED_AGENT: 'AGENT_SIGNED',
};

const POINT_METHODS: Readonly<Record<string, ProofOfDelivery['method']>> = {
  DEPOSITED_LOCKER: 'LOCKER_CODE',
  DEPOSITED_STATION: 'STATION_CODE',
};

const methodOf = (code: string, before: readonly TrackingEvent[]): ProofOfDelivery['method'] => {
  if (code !== 'COLLECTED_BY_CONSIGNEE') return METHODS[code] ?? 'CONSIGNEE_SIGNED';
  const deposit = before.findLast(({ eventCode }) => eventCode in POINT_METHODS);
  return POINT_METHODS[deposit?.eventCode ?? ''] ?? 'LOCKER_CODE';
};

/** How and when a parcel was signed for; nothing where no delivery stands. */
export const proofOf = (
  parcel: StoredParcel,
): Pick<ProofOfDelivery, 'waybillNo' | 'method' | 'signedAt'> | undefined => {
  const { folded, status, sinceAt } = foldParcel(parcel);
  if (status !== 'DELIVERED') return undefined;
  const events = folded.events.filter(({ part }) => part === 'FOLDED').map(({ event }) => event);
  const signing = events.find(
    ({ occurredAt, statusAfter }) => occurredAt === sinceAt && statusAfter === 'DELIVERED',
  );
  if (signing === undefined) return undefined;
  return {
    waybillNo: parcel.waybillNo,
    method: methodOf(signing.eventCode, events.slice(0, events.indexOf(signing))),
    signedAt: sinceAt,
  };
};
