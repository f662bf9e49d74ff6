import type { Result } from '../result/result.ts';
import type { Outcome } from '../words.ts';
import { jsonText } from './json-text.ts';
import { messageOf } from './message.ts';
import { setName } from './totals.ts';
import type { Lang } from './wording.ts';

/** Every name that the document uses, so that nothing is fetched to read it. */
const CONTEXT = {
  earl: 'http://www.w3.org/ns/earl#',
  dct: 'http://purl.org/dc/terms/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  Assertion: 'earl:Assertion',
  Software: 'earl:Software',
  TestSubject: 'earl:TestSubject',
  TestCriterion: 'earl:TestCriterion',
  TestRequirement: 'earl:TestRequirement',
  TestResult: 'earl:TestResult',
  assertedBy: { '@id': 'earl:assertedBy', '@type': '@id' },
  subject: { '@id': 'earl:subject', '@type': '@id' },
  test: { '@id': 'earl:test', '@type': '@id' },
  mode: { '@id': 'earl:mode', '@type': '@id' },
  outcome: { '@id': 'earl:outcome', '@type': '@id' },
  result: 'earl:result',
  info: { '@id': 'earl:info', '@container': '@language' },
  title: { '@id': 'dct:title', '@container': '@language' },
  description: { '@id': 'dct:description', '@container': '@language' },
  date: { '@id': 'dct:date', '@type': 'xsd:dateTime' },
  hasVersion: 'dct:hasVersion',
  isPartOf: { '@id': 'dct:isPartOf', '@type': '@id' },
} as const;

const OUTCOME_OF: Readonly<Record<Outcome, string>> = {
  passed: 'earl:passed',
  failed: 'earl:failed',
  inapplicable: 'earl:inapplicable',
  inconclusive: 'earl:cantTell',
  untested: 'earl:untested',
};

const LANGS: readonly Lang[] = ['en', 'zh'];
const inBoth = (say: (lang: Lang) => string) =>
  Object.fromEntries(LANGS.map((lang) => [lang, say(lang)]));

/** The permanent address of a requirement. */
const criterion = (id: string): string => `https://openwaybill.org/requirements/${id}`;

/** What a run found, as EARL 1.0 in JSON-LD: the five outcomes are its own. */
export const renderEarl = (result: Result): string => {
  const { run, suite, set, system } = result;
  const assertor = `urn:openwaybill:suite:${suite.version}`;
  const subject = `urn:openwaybill:system:${system.claimDigest.replace(':', '-')}`;
  return jsonText({
    '@context': CONTEXT,
    '@graph': [
      {
        '@id': assertor,
        '@type': 'Software',
        title: { en: suite.name },
        hasVersion: suite.version,
      },
      {
        '@id': subject,
        '@type': ['TestSubject', 'Software'],
        title: { en: system.software.name },
        hasVersion: system.software.version,
        description: inBoth(
          (lang) =>
            `${system.role} · ${setName(result)[lang]} · ${run.depth} · ${system.environment}`,
        ),
      },
      ...result.requirements.map(({ id, text }) => ({
        '@id': criterion(id),
        '@type': ['TestCriterion', 'TestRequirement'],
        title: text,
        isPartOf: `https://openwaybill.org/requirements/${set.version}`,
      })),
      ...result.requirements.map((one) => ({
        '@id': `urn:uuid:${run.runId}#${one.id}`,
        '@type': 'Assertion',
        assertedBy: assertor,
        subject,
        test: criterion(one.id),
        mode: 'earl:automatic',
        result: {
          '@type': 'TestResult',
          outcome: OUTCOME_OF[one.outcome],
          date: run.endedAt,
          ...(one.outcome === 'passed'
            ? {}
            : { info: inBoth((lang) => messageOf(one, result, lang)) }),
        },
      })),
    ],
  });
};
