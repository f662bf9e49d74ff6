import { HsCode } from '@openwaybill/schemas';

const FORM = new RegExp(HsCode.pattern ?? '');

/** Chapters of the Harmonized System: 1 to 97, of which 77 is kept for later use. National tariffs add 98 and 99. */
const LAST_CHAPTER = 97;
const RESERVED_CHAPTER = 77;
const NATIONAL_CHAPTERS = [98, 99];

/** The chapter that a code stands in, its first two digits. */
export const chapterOf = (code: string): number => Number(code.slice(0, 2));

/** Why a code can be in no tariff; nothing where it can. Whether it is in one, only that tariff says. */
export const hsCodeFault = (code: string): 'FORM' | 'CHAPTER' | undefined => {
  if (!FORM.test(code)) return 'FORM';
  const chapter = chapterOf(code);
  const exists = chapter >= 1 && chapter <= LAST_CHAPTER && chapter !== RESERVED_CHAPTER;
  return exists || (NATIONAL_CHAPTERS.includes(chapter) && code.length > 6) ? undefined : 'CHAPTER';
};
