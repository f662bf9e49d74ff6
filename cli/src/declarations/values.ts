import { InvalidArgumentError } from '@commander-js/extra-typings';
import { listenOf } from '../shore/listen-at.ts';

/** A whole number. */
export const whole = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number is needed');
  return Number(text);
};

/** How often, or how many: at least one. */
export const times = (text: string): number => {
  const count = whole(text);
  if (count === 0) throw new InvalidArgumentError('a whole number from 1 is needed');
  return count;
};

/** A port; 0 is any free one. */
export const portNumber = (text: string): number => {
  const port = whole(text);
  if (port > 65_535) throw new InvalidArgumentError('a port is at most 65535');
  return port;
};

const of =
  (form: RegExp, wanted: string) =>
  (text: string): string => {
    if (!form.test(text)) throw new InvalidArgumentError(`${wanted} is needed`);
    return text;
  };

/** A duration of hours, minutes and seconds (ISO 8601). */
export const duration = of(/^PT(?=.)(\d+H)?(\d+M)?(\d+S)?$/, 'a duration as PT60S');

/** One of several parts of a run. */
export const shard = of(/^[1-9]\d*\/[1-9]\d*$/, 'a shard as 2/5');

/** A day. */
export const day = of(/^\d{4}-\d{2}-\d{2}$/, 'a day as 2027-03-31');

/** A port of this machine, or of an address of it. */
export const hostAndPort = (text: string): string => {
  if (listenOf(text) === undefined)
    throw new InvalidArgumentError('a port, or host:port, is needed');
  return text;
};

/** Words between commas: at least one. */
export const listed = (text: string): string[] => {
  const words = text.split(',').filter((word) => word !== '');
  if (words.length === 0)
    throw new InvalidArgumentError('a word, or several between commas, is needed');
  return words;
};

/** How many times as fast a clock is played: `x3600`; `off` is none. */
export const playFactor = (text: string): number => {
  if (text === 'off') return 0;
  const factor = /^x([1-9]\d{0,4})$/.exec(text)?.[1];
  if (factor === undefined || Number(factor) > 60_000)
    throw new InvalidArgumentError('a factor as x3600 (at most x60000), or off, is needed');
  return Number(factor);
};
