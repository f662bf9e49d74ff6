/** What a status of a parcel feels like at a glance. */
export const toneOfStatus = (status: string): 'good' | 'bad' | 'warn' | 'calm' | 'quiet' => {
  if (/^(DELIVERED|COLLECTED|RETURNED|COMPLETED|ACTIVE|EFFECTIVE)/.test(status)) return 'good';
  if (/(LOST|DAMAGED|CANCELLED|VOIDED|ABORTED|REFUSED|DESTROYED|REJECTED)/.test(status))
    return 'bad';
  if (/(EXCEPTION|HELD|RETURN|FAILED|OVERDUE|PENDING)/.test(status)) return 'warn';
  return status === 'UNKNOWN' ? 'quiet' : 'calm';
};
