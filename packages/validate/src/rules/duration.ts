const UNITS = [86_400, 3600, 60, 1];

const FORM = /^P(?:([0-9]+)D)?(?:T(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+)S)?)?$/;

/** Seconds of an ISO 8601 duration of days, hours, minutes and seconds; no number where it is none. */
export const secondsOf = (duration: string): number =>
  FORM.exec(duration)
    ?.slice(1)
    .reduce((seconds, count, place) => seconds + Number(count ?? 0) * (UNITS[place] ?? 0), 0) ??
  Number.NaN;
