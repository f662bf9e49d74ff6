import type { Text } from '@openwaybill/schemas';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

export type Language = 'en' | 'zh';

/** A text in the language of the page. */
export type Say = {
  (en: string, zh: string): string;
  readonly language: Language;
  readonly of: (text: Text) => string;
};

export const sayIn = (language: Language): Say =>
  Object.assign((en: string, zh: string) => (language === 'zh' ? zh : en), {
    language,
    of: (text: Text) => text[language],
  });

export const Words = createContext<Say>(sayIn('en'));

/** Says things in the language of the page. */
export const useWords = (): Say => useContext(Words);

const DAY_TEXT = 10;
const OFFSET_MILLISECONDS = 8 * 3_600_000;

/** An instant as people in China read it: date and time at +08:00. */
export const local = (instant: string | number): string => {
  const at = typeof instant === 'number' ? instant : Date.parse(instant);
  if (Number.isNaN(at)) return '—';
  return new Date(at + OFFSET_MILLISECONDS).toISOString().slice(0, 19).replace('T', ' ');
};

export const dayOf = (instant: string | number): string => local(instant).slice(0, DAY_TEXT);
export const timeOf = (instant: string | number): string => local(instant).slice(DAY_TEXT + 1);

const UNITS = [
  ['d', '天', 86_400_000],
  ['h', '小时', 3_600_000],
  ['min', '分', 60_000],
  ['s', '秒', 1_000],
] as const;

/** A length of time in its two greatest units. */
export const span = (milliseconds: number, language: Language): string => {
  let left = Math.abs(milliseconds);
  const parts: string[] = [];
  for (const [en, zh, size] of UNITS) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0 && parts.length < 2)
      parts.push(language === 'zh' ? `${count} ${zh}` : `${count} ${en}`);
  }
  return parts.join(' ') || (language === 'zh' ? '0 秒' : '0 s');
};

/** The short name of an event type. */
export const shortType = (type: string): string => type.replace(/^org\.openwaybill\./, '');
