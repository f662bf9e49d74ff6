/** What can be said about a declaration before an authority sees it. */
export { goodsWarnings } from './goods-warnings.ts';
export { chapterOf, hsCodeFault } from './hs-code.ts';
export { type Total, totalOf } from './total-value.ts';
export { type Difference, type SentDocuments, tripleMatch } from './triple-match.ts';
export { isVague } from './vague-description.ts';
