import { CHOSEN, isBinding } from '../outcome.ts';
import type { Result } from '../result/result.ts';
import { jsonText } from './json-text.ts';
import { isWarning } from './message.ts';

const hexOf = (digest: string): string => digest.replace('sha256:', '');

type Software = { readonly name: string; readonly version: string };

/** What stands before and behind the party in the name of a subject. */
const around = (role: string, { name, version }: Software): readonly [string, string] => [
  `${role}:urn:openwaybill:party:`,
  `:${name}@${version}`,
];

/** The party whose system a subject is; nothing where it is not of that role and software. */
export const partyNamed = (
  subject: string,
  role: string,
  software: Software,
): string | undefined => {
  const [before, behind] = around(role, software);
  const end = subject.length - behind.length;
  return end >= before.length && subject.startsWith(before) && subject.endsWith(behind)
    ? subject.slice(before.length, end)
    : undefined;
};

/** What a statement is about: the system in its role, by what was built where that is known, else by its claim. */
export const subjectOf = ({ system }: Result) => ({
  name: around(system.role, system.software).join(system.organisation),
  digest: { sha256: hexOf(system.software.build ?? system.claimDigest) },
});

/** `PASSED` is said of conformant classes alone; a recommendation that failed is a warning. */
const inOneWord = (result: Result): 'PASSED' | 'WARNED' | 'FAILED' => {
  const claimed = result.verdicts.filter(
    ({ verdict, part, reason }) =>
      verdict !== 'not-claimed' && part === undefined && reason === undefined,
  );
  if (claimed.length === 0 || claimed.some(({ verdict }) => verdict !== 'conformant'))
    return 'FAILED';
  return result.requirements.some(isWarning) ? 'WARNED' : 'PASSED';
};

/** What a run found, as an unsigned in-toto Statement with the test-result predicate v0.1. */
export const renderIntoto = (result: Result): string => {
  const idsOf = (isAmong: (one: Result['requirements'][number]) => boolean): readonly string[] =>
    result.requirements.filter(isAmong).map(({ id }) => id);
  return jsonText({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [subjectOf(result)],
    predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
    predicate: {
      result: inOneWord(result),
      configuration: [
        {
          name: `${result.suite.name}@${result.suite.version}`,
          digest: { sha256: hexOf(result.suite.digest) },
        },
        {
          name: `requirements/${result.set.version}`,
          digest: { sha256: hexOf(result.set.digest) },
        },
        { name: 'claim', digest: { sha256: hexOf(result.system.claimDigest) } },
        { name: 'transcript', digest: { sha256: hexOf(result.transcript.digest) } },
      ],
      passedTests: idsOf(({ outcome }) => outcome === 'passed'),
      warnedTests: idsOf(isWarning),
      // what could not be told did not pass
      failedTests: idsOf(
        ({ level, outcome, reason }) =>
          isBinding(level) &&
          (outcome === 'failed' ||
            outcome === 'inconclusive' ||
            (outcome === 'untested' && !CHOSEN.has(reason ?? ''))),
      ),
    },
  });
};
