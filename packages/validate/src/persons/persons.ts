import { SURNAME } from './surnames.ts';

/** Words that are followed by a person. Relations are no names: they tell the kind of a signature. */
export const LABELS =
  '派件员|派件人|派送员|快递员|业务员|收件员|收派员|揽收员|小哥|收件人|收货人|签收人是|签收人|代签人|取件人|客户经理|联系人';
const RELATION = '(?:本人|家人|同事|门卫|物业|前台|保安|邻居|亲友|朋友|他人|代收点|驿站)';
/** Where a word ends in a text without spaces: at punctuation, a bracket, or a mark for what was kept. */
export const END = '[\\s,，.。;；:：!！?？()（）\\[\\]【】、\\uE000-\\uF8FF]';
/** What a sentence about a parcel goes on with after its person. */
export const VERB =
  '(?:正在|已|将|派件|派送|签收|揽收|揽件|收件|取件|电话|手机|联系|为您|上门|代签)';
const LATIN = "\\p{Script=Latin}[\\p{Script=Latin}.'’-]*";
const NAME = `(?:${LATIN}(?: ${LATIN}){0,3}|[^\\s,，.。;；:：!！?？()（）\\[\\]【】、\\uE000-\\uF8FF]+?)`;

/** A relation, or the verb of the sentence, and not the beginning of a name. */
export const NO_NAME = `(?!${RELATION}(?:${END}|${VERB}|$))(?!${VERB})(?!${LABELS})(?!信(?:息|${END}|$))`;

const LABELLED = new RegExp(
  `(${LABELS})([\\s:：为是]*)(?![\\s:：为是])${NO_NAME}${NAME}(?=${END}|${VERB}|$)`,
  'gu',
);
/** `已由【branch】的NAME`, `【branch】的NAME` and `由NAME派件`. */
const BY = new RegExp(
  `((?:已由|由)\\s*(?:【[^】]*】)?\\s*的?|】\\s*的)${NO_NAME}[\\p{Script=Han}·]{2,4}?(?=${END}|${VERB}|$)`,
  'gu',
);
/** A name that nobody announced, behind a branch or before a number. */
const BARE = new RegExp(
  `(】\\s*)${NO_NAME}${SURNAME}\\p{Script=Han}{1,2}(?=\\s*[(（]|${VERB})|${NO_NAME}${SURNAME}\\p{Script=Han}{1,2}(?=\\s*[(（:：,，]?\\s*\\[电话\\])`,
  'gu',
);
const ENGLISH = new RegExp(
  `\\b((?:signed(?: for)? by|received by|left with)[: ]+)${LATIN}(?: ${LATIN}){0,3}`,
  'giu',
);
/** A name that nobody announced, beside the word for a signature. */
const BESIDE = new RegExp(
  `${SURNAME}\\p{Script=Han}{1,2}\\s*(?:先生|女士|小姐)?\\s*(?:已|本人|代)?签收|签收[\\s:：,，]*${SURNAME}\\p{Script=Han}{1,2}(?!\\p{Script=Han})`,
  'u',
);

/** A text without the names that its own words announce. Numbers are marked before. */
export const withoutPersons = (text: string): string =>
  text
    .replace(LABELLED, '$1$2[人员]')
    .replace(BY, '$1[人员]')
    .replace(BARE, '$1[人员]')
    .replace(ENGLISH, '$1[人员]');

/** Whether a name seems to be left. */
export const hasNameBesideSignature = (text: string): boolean => BESIDE.test(text);
