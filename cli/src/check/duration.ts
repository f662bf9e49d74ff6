const PARTS = /^PT(?:(?<hours>\d+)H)?(?:(?<minutes>\d+)M)?(?:(?<seconds>\d+)S)?$/;

/** Milliseconds of a duration of hours, minutes and seconds (ISO 8601); NaN where it is none. */
export const millisecondsOf = (duration: string): number => {
  const parts = PARTS.exec(duration)?.groups;
  if (parts === undefined || duration === 'PT') return Number.NaN;
  const { hours = '0', minutes = '0', seconds = '0' } = parts;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
};
