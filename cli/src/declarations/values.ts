import { InvalidArgumentError } from '@commander-js/extra-typings';
import { listenOf } from '../shore/listen-at.ts';
import { isWebAddress } from '../web-address.ts';

/** What a value has to be, as English and Chinese say it. */
const NEEDED = {
  whole: { en: 'a whole number is needed', zh: '需要整数' },
  times: { en: 'a whole number from 1 is needed', zh: '需要不小于 1 的整数' },
  port: { en: 'a port is at most 65535', zh: '端口不超过 65535' },
  share: { en: 'a share as 0.2 is needed', zh: '需要形如 0.2 的比例' },
  duration: { en: 'a duration as PT60S is needed', zh: '需要形如 PT60S 的时长' },
  span: { en: 'a duration as PT6H or P1D is needed', zh: '需要形如 PT6H 或 P1D 的时长' },
  instant: {
    en: 'an instant as 2026-11-22T14:00:00+08:00 is needed',
    zh: '需要形如 2026-11-22T14:00:00+08:00 的时刻',
  },
  shard: { en: 'a shard as 2/5 is needed', zh: '需要形如 2/5 的分片' },
  day: { en: 'a day as 2027-03-31 is needed', zh: '需要形如 2027-03-31 的日期' },
  listen: { en: 'a port, or host:port, is needed', zh: '需要端口，或 主机:端口' },
  address: {
    en: 'an address as http://localhost:4010 is needed',
    zh: '需要形如 http://localhost:4010 的地址',
  },
  listed: {
    en: 'a word, or several between commas, is needed',
    zh: '需要一个词，或以逗号分隔的若干词',
  },
  play: {
    en: 'a factor as x3600 (at most x60000), or off, is needed',
    zh: '需要形如 x3600 的倍数（至多 x60000），或 off',
  },
  store: {
    en: 'memory, a folder, or an address as postgres://host:5432/database is needed',
    zh: '需要 memory、文件夹，或形如 postgres://主机:5432/数据库 的地址',
  },
} as const;

const wrong = (needed: keyof typeof NEEDED): InvalidArgumentError =>
  new InvalidArgumentError(NEEDED[needed].en);

const inChinese = new Map<string, string>(Object.values(NEEDED).map(({ en, zh }) => [en, zh]));

/** The Chinese of what a value was refused for: the library that parses options carries one text alone. */
export const neededInChinese = (en: string): string => inChinese.get(en) ?? '需要其他取值';

/** A whole number. */
export const whole = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw wrong('whole');
  return Number(text);
};

/** How often, or how many: at least one. */
export const times = (text: string): number => {
  const count = whole(text);
  if (count === 0) throw wrong('times');
  return count;
};

/** A port; 0 is any free one. */
export const portNumber = (text: string): number => {
  const port = whole(text);
  if (port > 65_535) throw wrong('port');
  return port;
};

const of =
  (form: RegExp, needed: keyof typeof NEEDED) =>
  (text: string): string => {
    if (!form.test(text)) throw wrong(needed);
    return text;
  };

/** A duration of hours, minutes and seconds (ISO 8601). */
export const duration = of(/^PT(?=.)(\d+H)?(\d+M)?(\d+S)?$/, 'duration');

/** A duration of days, hours, minutes and seconds, as the clock of a mock server is moved. */
export const span = of(
  /^P(?=[0-9T])([0-9]{1,5}D)?(T(?=[0-9])([0-9]{1,6}H)?([0-9]{1,6}M)?([0-9]{1,8}S)?)?$/,
  'span',
);

/** An instant with its offset (RFC 3339). */
export const instant = (text: string): string => {
  if (!/T.+(Z|[+-]\d{2}:\d{2})$/.test(text) || Number.isNaN(Date.parse(text)))
    throw wrong('instant');
  return text;
};

/** A share of what matches. */
export const share = (text: string): number => {
  if (!/^(0([.][0-9]{1,6})?|1([.]0+)?)$/.test(text)) throw wrong('share');
  return Number(text);
};

/** Where state is kept: an address of anything but PostgreSQL is no folder either. */
export const storePlace = of(/^(?!(?!postgres(ql)?:\/\/)[a-z][a-z0-9+.-]*:\/\/).+$/i, 'store');

/** One of several parts of a run. */
export const shard = of(/^[1-9]\d*\/[1-9]\d*$/, 'shard');

/** A day. */
export const day = of(/^\d{4}-\d{2}-\d{2}$/, 'day');

/** A port of this machine, or of an address of it. */
export const hostAndPort = (text: string): string => {
  if (listenOf(text) === undefined) throw wrong('listen');
  return text;
};

/** The address of a system. */
export const webAddress = (text: string): string => {
  if (!isWebAddress(text)) throw wrong('address');
  return text;
};

/** Words between commas: at least one. */
export const listed = (text: string): string[] => {
  const words = text.split(',').filter((word) => word !== '');
  if (words.length === 0) throw wrong('listed');
  return words;
};

/** The same of an option that takes several words: between spaces, between commas, or both. */
export const listedMore = (text: string, before: readonly string[] = []): string[] => [
  ...before,
  ...listed(text),
];

/** How many times as fast a clock is played: `x3600`; `off` is none. */
export const playFactor = (text: string): number => {
  if (text === 'off') return 0;
  const factor = /^x([1-9]\d{0,4})$/.exec(text)?.[1];
  if (factor === undefined || Number(factor) > 60_000) throw wrong('play');
  return Number(factor);
};
