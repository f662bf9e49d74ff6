/** The first pause is at most this; every further one may be twice as long, up to the last. */
const FIRST_MILLISECONDS = 200;
const LAST_MILLISECONDS = 20_000;

/** `Retry-After` in milliseconds from now: seconds or a date (RFC 9110 section 10.2.3). */
export const retryAfter = (header: string | null, now: number): number | undefined => {
  if (header === null) return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
};

/** Exponential, with full jitter: many callers that were refused at once do not come back at once. */
export const backOff = (tried: number, random: (count: number) => Uint8Array): number => {
  const ceiling = Math.min(LAST_MILLISECONDS, FIRST_MILLISECONDS * 2 ** (tried - 1));
  const [high = 0, low = 0] = random(2);
  return Math.round((ceiling * (high * 256 + low)) / 0xffff);
};
