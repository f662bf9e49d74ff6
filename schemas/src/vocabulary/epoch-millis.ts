/**
 * An instant of the wire as milliseconds, so that instants with different offsets compare. A leap second (RFC 3339
 * section 5.7) is the first second of the next minute.
 */
export const epochMillis = (instant: string): number => {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? Date.parse(instant.replace(/:60(?=[.Z+-])/, ':59')) + 1000 : at;
};
