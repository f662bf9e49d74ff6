/** A duration of hours, minutes and seconds (ISO 8601). */
export const DURATION = '^PT(?=.)([0-9]+H)?([0-9]+M)?([0-9]+S)?$';
