import { wantedAndSeen } from '../src/reports/wording.ts';
import type { Result } from '../src/result/result.ts';

/** Names of forms stand in quotes; they are the same in every language. */
const QUOTED = /“[^”]*”/gu;
/** One lower-case word alone, or two beside each other: no code, no name of the wire, no figure. */
const SENTENCE = /^[a-z]{2,}$|(?<![\w/.-])[a-z]{2,} [a-z]{2,}(?![\w/.-])/u;

/** What of the findings of a run a reader of Chinese would read in English. */
export const englishIn = ({ findings }: Pick<Result, 'findings'>): readonly string[] =>
  findings.flatMap((finding) => {
    const { expected, actual } = wantedAndSeen(finding);
    return [expected.zh, actual.zh]
      .filter((text) => SENTENCE.test(text.replaceAll(QUOTED, '')))
      .map((text) => `${finding.requirement} ${finding.case}: ${text}`);
  });
