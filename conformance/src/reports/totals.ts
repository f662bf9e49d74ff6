import { isBinding } from '../outcome.ts';
import type { RequirementResult, Result, VerdictRow } from '../result/result.ts';
import type { Outcome, Text } from '../words.ts';
import { verdictText, wantedAndSeen } from './wording.ts';

/** How many requirements have each outcome. */
export const countsOf = (
  requirements: readonly RequirementResult[],
): Readonly<Record<Outcome, number>> => {
  const counts = { passed: 0, failed: 0, inconclusive: 0, untested: 0, inapplicable: 0 };
  for (const { outcome } of requirements) counts[outcome] += 1;
  return counts;
};

/** Set and stage: a set that is not general says so. */
export const setName = ({ set }: Result): Text =>
  set.stage === 'PROVISIONAL'
    ? { en: `${set.version} (provisional)`, zh: `${set.version}（试行）` }
    : { en: set.version, zh: set.version };

/** A verdict is always written with role, class, set and depth; there is no percentage. */
export const verdictSentence = (result: Result, row: VerdictRow): Text => {
  const { passed, failed, inconclusive, untested } = row.counts;
  const all = passed + failed + inconclusive + untested;
  const name = row.part === undefined ? row.class : `${row.class}/${row.part}`;
  const set = setName(result);
  const above = row.aboveDepth;
  const word = verdictText(row);
  if (row.reason === 'NO_REQUIREMENT')
    return {
      en: `${result.system.role} · ${name} · ${set.en} · ${row.depth}: ${word.en} (no requirement of this class applies)`,
      zh: `${result.system.role} · ${name} · ${set.zh} · ${row.depth}：${word.zh}`,
    };
  return {
    en: `${result.system.role} · ${name} · ${set.en} · ${row.depth}: ${word.en} (${passed} of ${all} requirements${above > 0 ? `; ${above} above this depth` : ''})`,
    zh: `${result.system.role} · ${name} · ${set.zh} · ${row.depth}：${word.zh}（${all} 项要求中 ${passed} 项通过${above > 0 ? `；${above} 项超出本次深度` : ''}）`,
  };
};

/** What a reader looks at first, and why. */
export const firstLook = (result: Result): Text => {
  const { run, harness, findings, warnings, requirements } = result;
  const [fault] = harness;
  if (fault !== undefined)
    return {
      en: `our own failure at #${fault.at}; the system is not blamed: report it`,
      zh: `#${fault.at} 处为测试执行器自身故障，与被测系统无关：请报告`,
    };
  if (run.failure !== undefined)
    return { en: `the environment: ${run.failure.en}`, zh: `环境：${run.failure.zh}` };
  const finding = findings.find(({ isWarning }) => !isWarning) ?? findings[0];
  if (finding !== undefined) {
    const { expected, actual } = wantedAndSeen(finding);
    return {
      en: `${finding.requirement} ${finding.case}: wanted ${expected.en}, saw ${actual.en}`,
      zh: `${finding.requirement} ${finding.case}：应为 ${expected.zh}，实为 ${actual.zh}`,
    };
  }
  if (!run.complete) return { en: 'the run ended early', zh: '运行提前结束' };
  const open = requirements.find(
    ({ level, outcome }) => isBinding(level) && outcome === 'inconclusive',
  );
  if (open !== undefined)
    return {
      en: `${open.id} could not be told: openwaybill explain ${open.id}`,
      zh: `${open.id} 无法判定：openwaybill explain ${open.id}`,
    };
  const [warning] = warnings;
  return (
    warning?.text ?? { en: 'nothing; everything asked for conforms', zh: '无；所检要求均符合' }
  );
};
