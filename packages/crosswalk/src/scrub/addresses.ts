const NUMBER = '[0-9〇零一二三四五六七八九十百]';
const PART = '(?:单元|[路街巷弄号栋幢室])';
const STOP = '[^\\s,，.。;；:：!！?？()（）\\[\\]【】、\\uE000-\\uF8FF]';

/** From the name before the first part of an address to the next punctuation. */
const CHINESE = new RegExp(
  `(?:(?!区|市|县|镇|乡)${STOP})*(?:${NUMBER}+\\s*${PART}|${PART}\\s*${NUMBER}+)${STOP}*`,
  'gu',
);
const ENGLISH =
  /\b\d+(?: [\p{L}.]+){1,3} (?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|blvd|way|court|ct)\b\.?/giu;

/** A text without streets, houses and rooms. */
export const withoutAddresses = (text: string): string =>
  text.replace(CHINESE, '[地址]').replace(ENGLISH, '[地址]');
