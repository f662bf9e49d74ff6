import { wantedAndSeen } from '../src/reports/wording.ts';
import type { Result } from '../src/result/result.ts';

/** Names of forms stand in quotes; they are the same in every language. */
const QUOTED = /“[^”]*”/gu;
/** One lower-case word alone, or two beside each other: no code, no name of the wire, no figure. */
const SENTENCE = /^[a-z]{2,}$|(?<![\w/.-])[a-z]{2,} [a-z]{2,}(?![\w/.-])/u;

const isEnglish = (text: string): boolean => SENTENCE.test(text.replaceAll(QUOTED, ''));

/** What of the findings of a run, and of the ways that did not do, a reader of Chinese would read in English. */
export const englishIn = ({
  findings,
  prepared,
}: Pick<Result, 'findings' | 'prepared'>): readonly string[] => [
  ...findings.flatMap((finding) => {
    const { expected, actual } = wantedAndSeen(finding);
    return [expected.zh, actual.zh]
      .filter(isEnglish)
      .map((text) => `${finding.requirement} ${finding.case}: ${text}`);
  }),
  ...prepared.flatMap(({ need, tried = [] }) =>
    tried.flatMap(({ why, zh = why }) => (isEnglish(zh) ? [`${need}: ${zh}`] : [])),
  ),
];
