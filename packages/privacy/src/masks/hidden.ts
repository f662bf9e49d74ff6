/** What a mask answers when in doubt: a mask fails closed. */
export const HIDDEN = '***';

/** The tail of every masked address, whether or not there was more to hide. */
export const TAIL = '****';
