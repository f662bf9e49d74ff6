import { SERVED_VERSIONS, SPOKEN_VERSION } from '@openwaybill/schemas';

/**
 * The minor in which the runner speaks with a system: the latest that both serve, since a server takes what a newer
 * minor says unread and would be blamed for it; the runner's own where they share none.
 */
export const spokenWith = (served: readonly string[]): string =>
  SERVED_VERSIONS.findLast((version) => served.includes(version)) ?? SPOKEN_VERSION;
