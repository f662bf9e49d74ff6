import type { RequirementId } from '../../words.ts';

/**
 * Messages by which alone a requirement can be seen to be met, and the requirements. Such a message without what tells
 * which thing it is about, or when, is not the one that was asked for: to whoever waits for it, it never came.
 */
export const DEPENDANTS: Readonly<Record<string, readonly RequirementId[]>> = {
  CodCollection: ['STL-003', 'STL-006'],
  CustomsStatus: ['XBD-005'],
  ErasureReceipt: ['RET-002'],
  InsuranceCoverEntry: ['VEH-002'],
  InterceptResult: ['WBL-011'],
  InterruptionPreReport: ['CTY-005'],
  OutletFilingChange: ['SVP-004'],
  // of a deposit in a locker
  TrackingEventRecorded: ['LCK-006'],
};
