import type { Static } from '@sinclair/typebox';
import type { EventCode } from '../tracking/event-codes.ts';
import type { DepositStatus } from './locker-codes.ts';

/**
 * The tracking event that goes with the entering of a state of a deposit, at the same `occurredAt`. A fault says
 * nothing about where the parcel is: it is information.
 */
export const TRACKING_OF_DEPOSIT = {
  DEPOSITED: 'DEPOSITED_LOCKER',
  NOTIFIED: 'COLLECTION_NOTIFIED',
  OVERDUE: 'COLLECTION_OVERDUE',
  COLLECTED: 'COLLECTED_BY_CONSIGNEE',
  REMOVED: 'REMOVED_BY_COURIER',
  FAULT: 'INFO',
} as const satisfies Partial<Record<Static<typeof DepositStatus>, Static<typeof EventCode>>>;
