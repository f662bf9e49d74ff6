const CHINA = 8 * 3_600_000;

/** An instant in seconds, in the time of China, as couriers write it. */
export const instantText = (milliseconds: number): string =>
  `${new Date(milliseconds + CHINA).toISOString().slice(0, 19)}+08:00`;

/** The hour of the day in China, and what has passed of the day, in milliseconds. */
export const timeOfDay = (milliseconds: number): number =>
  (((milliseconds + CHINA) % 86_400_000) + 86_400_000) % 86_400_000;
