import type { InterruptionNotice } from '@openwaybill/schemas';

/** Counterparties see a notice from its issue on. */
export const isSeen = ({ issuedAt }: Pick<InterruptionNotice, 'issuedAt'>): boolean =>
  issuedAt !== undefined;
