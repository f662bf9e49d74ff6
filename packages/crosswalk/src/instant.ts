/** An instant of the standard, and how sure its offset is. */
export type SourceInstant = {
  readonly at: string;
  readonly timeQuality: 'EXACT' | 'OFFSET_ASSUMED';
};

const FORM =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(?:[.](\d{1,9}))?\s?(Z|[+-]\d{2}:?\d{2})?$/;

/** Chinese carriers write local time without offset; the standard adds this one and says so. */
const ASSUMED_OFFSET = '+08:00';

const withColon = (offset: string): string =>
  offset === 'Z' || offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;

/** Reads a time of a source; nothing if it is not one. */
export const instantOf = (time: string | undefined): SourceInstant | undefined => {
  const [, date, clock, fraction, offset] = FORM.exec(time?.trim() ?? '') ?? [];
  if (date === undefined || clock === undefined) return undefined;
  const millis = fraction === undefined ? '' : `.${fraction.slice(0, 3)}`;
  const at = `${date}T${clock}${millis}${withColon(offset ?? ASSUMED_OFFSET)}`;
  // The engine rolls 31 February over to March; a date that comes back changed was none.
  const sameDay = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(Date.parse(at)) || Number.isNaN(sameDay.getTime())) return undefined;
  if (sameDay.toISOString().slice(0, 10) !== date) return undefined;
  return { at, timeQuality: offset === undefined ? 'OFFSET_ASSUMED' : 'EXACT' };
};
