import { CHOSEN } from '../outcome.ts';
import type { RequirementResult, Result } from '../result/result.ts';
import { counts, isWarning, messageOf, openCases } from './message.ts';
import { escaped } from './plain-text.ts';
import type { Lang } from './wording.ts';

export type JunitOptions = { readonly lang: Lang };

const property = (name: string, value: string): string =>
  `<property name="${name}" value="${escaped(value)}"/>`;

const problem = (
  tag: 'failure' | 'skipped',
  attributes: Readonly<Record<string, string>>,
  text = '',
): string => {
  const written = Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  return text === '' ? `<${tag}${written}/>` : `<${tag}${written}>${escaped(text)}</${tag}>`;
};

/** What became of one requirement, in the words that build servers know. */
const judgement = (one: RequirementResult, result: Result, lang: Lang): string => {
  if (!counts(one)) return '';
  const message = messageOf(one, result, lang);
  switch (one.outcome) {
    case 'failed':
      return problem('failure', { type: 'failed', message }, openCases(one));
    case 'inconclusive':
      return problem('failure', { type: 'inconclusive', message });
    case 'untested':
      return CHOSEN.has(one.reason ?? '')
        ? problem('skipped', { message: `${one.reason}: ${message}` })
        : problem('failure', { type: 'untested', message });
    default:
      return '';
  }
};

const testcase = (one: RequirementResult, result: Result, lang: Lang): string => {
  const held = one.cases.filter(({ state }) => state === 'held').length;
  const properties = [
    property('clause', one.clause),
    property('cases', `${held}/${one.cases.length}`),
    ...(one.reason === undefined ? [] : [property('reason', one.reason)]),
    ...(one.expected === true ? [property('expected', 'true')] : []),
    ...(isWarning(one) ? [property('warning', one.text[lang])] : []),
  ].join('');
  const name = escaped(`${one.id} ${one.level} ${one.text[lang]}`);
  return `    <testcase classname="${escaped(`${result.system.role}.${one.class}.${one.module}`)}" name="${name}"><properties>${properties}</properties>${judgement(one, result, lang)}</testcase>`;
};

const tally = (cases: readonly string[]): string => {
  const having = (tag: string): number => cases.filter((one) => one.includes(`<${tag} `)).length;
  return `tests="${cases.length}" failures="${having('failure')}" errors="0" skipped="${having('skipped')}"`;
};

/** What a run found, as JUnit XML: a suite is a class, a testcase is a requirement. */
export const renderJunit = (result: Result, { lang }: JunitOptions): string => {
  const { role } = result.system;
  const suites = [...new Set(result.requirements.map((one) => one.class))].map((name) => {
    const mine = result.requirements.filter((one) => one.class === name);
    const applicable = mine.filter(({ outcome }) => outcome !== 'inapplicable');
    const cases = applicable.map((one) => testcase(one, result, lang));
    const verdicts = result.verdicts.filter((row) => row.class === name && row.part === undefined);
    const properties = [
      property('role', role),
      property('set', `${result.set.version} ${result.set.stage}`),
      property('depth', result.run.depth),
      property('seed', String(result.run.seed)),
      ...verdicts.map(({ verdict }) => property('verdict', verdict)),
      ...verdicts.flatMap(({ reason }) =>
        reason === undefined ? [] : [property('nothingToJudge', reason)],
      ),
      property('inapplicable', String(mine.length - applicable.length)),
    ].join('');
    return { name, cases, properties };
  });
  const all = suites.flatMap(({ cases }) => cases);
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="${escaped(`openwaybill ${role} ${result.set.version} ${result.run.depth}`)}" ${tally(all)}>
${suites
  .map(
    ({ name, cases, properties }) =>
      `  <testsuite name="${escaped(name)}" ${tally(cases)}>
    <properties>${properties}</properties>
${cases.join('\n')}${cases.length > 0 ? '\n' : ''}  </testsuite>`,
  )
  .join('\n')}
</testsuites>
`;
};
