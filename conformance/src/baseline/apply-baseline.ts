import { nearest } from '@openwaybill/validate/light';
import { requirements } from '../catalogue/catalogue.ts';
import { CHOSEN, exitOf, isBinding } from '../outcome.ts';
import { isWhole } from '../plan/whole.ts';
import type { CaseResult, RequirementResult, Result } from '../result/result.ts';
import type { Text } from '../words.ts';
import type { Baseline, BaselineEntry } from './baseline.ts';

/** An entry that is to be removed or repaired, and why. */
export type StaleEntry = { readonly index: number; readonly text: Text };

/** Up to three names that somebody may have meant, the nearest first. */
const nearestThree = (written: string, names: readonly string[]): readonly string[] => {
  const found: string[] = [];
  while (found.length < 3) {
    const next = nearest(
      written,
      names.filter((name) => !found.includes(name)),
    );
    if (next === undefined) break;
    found.push(next);
  }
  return found;
};

const unknown = (what: Text, written: string, names: readonly string[]): Text => {
  const near = nearestThree(written, names);
  return {
    en: `there is no ${what.en} ${written}${near.length === 0 ? '' : `; the nearest: ${near.join(', ')}`}`,
    zh: `没有${what.zh} ${written}${near.length === 0 ? '' : `；最接近的是 ${near.join('、')}`}`,
  };
};

const isShort = ({ isObligatory, state }: CaseResult): boolean =>
  isObligatory && (state === 'blocked' || state === 'silent');

/** Whether a case is as an entry says. */
const isMet = (entry: BaselineEntry, one: CaseResult): boolean =>
  (entry.case === undefined || entry.case === one.id) &&
  (entry.outcome === 'failed' ? one.state === 'violated' : isShort(one));

/** Whether a run looked at the whole of a requirement: a part of the suite, as a shard, may hold only some of its cases. */
const sawWhole = ({ run, system }: Result, { id, outcome }: RequirementResult): boolean =>
  outcome !== 'untested' &&
  (run.selection === undefined || isWhole(system.role, id, run.selection));

/** Why an entry says what is no longer so, or nothing. */
const staleness = (
  entry: BaselineEntry,
  run: Result,
  result: RequirementResult | undefined,
  today: string,
): Text | undefined => {
  const name = entry.case === undefined ? entry.requirement : `${entry.requirement} ${entry.case}`;
  if (result === undefined)
    return unknown(
      { en: 'requirement', zh: '要求' },
      entry.requirement,
      requirements.map(({ id }) => id),
    );
  if (entry.until < today)
    return {
      en: `${name} was expected until ${entry.until}; remove the entry, or give it another day and a reason`,
      zh: `${name} 的期限为 ${entry.until}；请删除该条目，或另定日期并说明理由`,
    };
  if (result.outcome === 'inapplicable')
    return {
      en: `remove it: ${name} does not apply to this system`,
      zh: `请删除：${name} 不适用于该系统`,
    };
  // what was not looked at says nothing of its entry
  if (!sawWhole(run, result)) return undefined;
  const one = result.cases.find(({ id }) => id === entry.case);
  if (entry.case !== undefined && one === undefined)
    return unknown(
      { en: `case of ${entry.requirement}`, zh: `${entry.requirement} 的判例` },
      entry.case,
      result.cases.map(({ id }) => id),
    );
  return result.outcome === 'passed' || one?.state === 'held'
    ? { en: `remove it: ${name} passes now`, zh: `请删除：${name} 现已通过` }
    : undefined;
};

/** Whether every shortcoming of a requirement stands in the baseline. */
const isExpected = (result: RequirementResult, entries: readonly BaselineEntry[]): boolean => {
  const outcome = result.outcome;
  if (outcome !== 'failed' && outcome !== 'inconclusive') return false;
  const mine = entries.filter((one) => one.requirement === result.id && one.outcome === outcome);
  const short = result.cases.filter((one) =>
    outcome === 'failed' ? one.state === 'violated' : isShort(one),
  );
  return short.length > 0 && short.every((one) => mine.some((entry) => isMet(entry, one)));
};

/**
 * A result with what a baseline says of it: it turns the exit code and nothing else. No outcome, verdict or statement
 * knows of it.
 */
export const applyBaseline = (
  result: Result,
  baseline: Baseline,
  {
    today,
    digest,
    isStrict,
  }: {
    /** `YYYY-MM-DD`. */
    readonly today: string;
    readonly digest: string;
    readonly isStrict: boolean;
  },
): { readonly result: Result; readonly stale: readonly StaleEntry[] } => {
  const byId = new Map<string, RequirementResult>(result.requirements.map((one) => [one.id, one]));
  const stale = baseline.entries.flatMap((entry, index) => {
    const text = staleness(entry, result, byId.get(entry.requirement), today);
    return text === undefined ? [] : [{ index, text }];
  });
  const live = baseline.entries.filter((_, at) => !stale.some(({ index }) => index === at));
  const judged = result.requirements.map((one) =>
    isExpected(one, live) ? { ...one, expected: true as const } : one,
  );
  const matched = live.filter((entry) =>
    byId.get(entry.requirement)?.cases.some((one) => isMet(entry, one)),
  ).length;
  // what is worse than a finding stays what it is
  const isOpen = [0, 1, 4].includes(result.exit);
  return {
    stale,
    result: {
      ...result,
      requirements: judged,
      baseline: {
        digest,
        matched,
        stale: stale.map(({ index, text }) => ({
          en: `entry ${index + 1}: ${text.en}`,
          zh: `第 ${index + 1} 条：${text.zh}`,
        })),
      },
      exit: isOpen
        ? exitOf({
            harness: false,
            misuse: false,
            environment: false,
            staleBaseline: stale.length > 0,
            isStrict,
            requirements: judged,
          })
        : result.exit,
    },
  };
};

/** Whether an entry stays as it is: what it speaks of was not looked at, or holds and does not count. */
const isKept = (
  entry: BaselineEntry,
  result: Result,
  written: readonly BaselineEntry[],
): boolean => {
  const one = result.requirements.find(({ id }) => id === entry.requirement);
  if (one === undefined || one.outcome === 'inapplicable') return false;
  const mine = written.filter(({ requirement }) => requirement === one.id);
  return sawWhole(result, one)
    ? mine.length === 0 &&
        one.outcome === entry.outcome &&
        one.cases.some((each) => isMet(entry, each))
    : mine.every(({ case: id }) => id !== entry.case);
};

/** The baseline of everything that counts against the exit code of a result, with what is known of the rest. */
export const baselineOf = (
  result: Result,
  why: Pick<BaselineEntry, 'reason' | 'issue' | 'until'>,
  { known, isStrict = false }: { readonly known?: Baseline; readonly isStrict?: boolean } = {},
): Baseline => {
  const written = result.requirements.flatMap(
    ({ id, level, outcome, reason, cases }): BaselineEntry[] => {
      const isCounted =
        (isBinding(level) || (outcome === 'failed' && (level === 'MAY' || isStrict))) &&
        !CHOSEN.has(reason ?? '');
      if (!isCounted || (outcome !== 'failed' && outcome !== 'inconclusive')) return [];
      return cases
        .filter((one) => (outcome === 'failed' ? one.state === 'violated' : isShort(one)))
        .map((one) => ({ requirement: id, case: one.id, outcome, ...why }));
    },
  );
  return {
    version: 1,
    role: result.system.role,
    set: result.set.version,
    entries: [
      ...(known?.entries ?? []).filter((entry) => isKept(entry, result, written)),
      ...written,
    ],
  };
};

/** A baseline as its file: one entry a line, so that a line can be named and removed. */
export const baselineText = ({ entries, ...head }: Baseline): string => {
  const members = Object.entries(head).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},`,
  );
  const lines = entries.map((entry) => `    ${JSON.stringify(entry)}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n${members.join('\n')}\n  "entries": ${list}\n}\n`;
};
