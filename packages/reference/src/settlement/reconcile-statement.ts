import type { ChargeAdvice, Statement, StatementLine } from '@openwaybill/schemas';
import { minorOf } from '../pricing/index.ts';
import { statementTotals } from './statement-totals.ts';

/** One thing in which a statement and what it is for do not agree. Differences are the statement's less the other's. */
export type StatementDifference =
  | { readonly kind: 'TOTAL' | 'LINE_COUNT'; readonly difference: number }
  | { readonly kind: 'CURRENCY' | 'LINE_TWICE'; readonly lineId: string }
  | { readonly kind: 'NOT_EXACT' }
  | {
      readonly kind: 'NOT_ADVISED' | 'NOT_CHARGED' | 'AMOUNT';
      readonly waybillNo: string;
      readonly component: StatementLine['component'];
      readonly difference: number;
    };

type Entry = {
  readonly waybillNo: string;
  readonly component: StatementLine['component'];
  readonly minor: number;
};

const sumsOf = (entries: readonly Entry[]): ReadonlyMap<string, Entry> => {
  const sums = new Map<string, Entry>();
  for (const entry of entries) {
    const key = JSON.stringify([entry.waybillNo, entry.component]);
    const minor = minorOf(sums.get(key)?.minor ?? 0, entry.minor);
    sums.set(key, { ...entry, minor });
  }
  return sums;
};

const againstAdvices = (
  lines: readonly StatementLine[],
  advices: readonly Pick<ChargeAdvice, 'waybillNo' | 'lines'>[],
): readonly StatementDifference[] => {
  const charged = sumsOf(
    lines.map(({ waybillNo, component, amount }) => ({
      waybillNo,
      component,
      minor: amount.minor,
    })),
  );
  const advised = sumsOf(
    advices.flatMap(({ waybillNo, lines: parts }) =>
      parts.map(({ component, amount }) => ({ waybillNo, component, minor: amount.minor })),
    ),
  );
  return [...new Set([...charged.keys(), ...advised.keys()])].flatMap((key) => {
    const line = charged.get(key);
    const advice = advised.get(key);
    const entry = line ?? advice;
    const difference = minorOf(line?.minor ?? 0, -(advice?.minor ?? 0));
    if (entry === undefined || (line !== undefined && advice !== undefined && difference === 0))
      return [];
    const { waybillNo, component } = entry;
    const kind =
      advice === undefined ? 'NOT_ADVISED' : line === undefined ? 'NOT_CHARGED' : 'AMOUNT';
    return [{ kind, waybillNo, component, difference }];
  });
};

/**
 * In what a statement disagrees with its own lines, and its lines with the advices of the same period, by waybill and
 * component. Nothing found: it may be confirmed.
 */
export const reconcileStatement = (
  { currency, totalMinor, lineCount }: Pick<Statement, 'currency' | 'totalMinor' | 'lineCount'>,
  lines: readonly StatementLine[],
  advices: readonly Pick<ChargeAdvice, 'waybillNo' | 'lines'>[],
): readonly StatementDifference[] => {
  const foreign = lines.filter(({ amount }) => amount.currency !== currency);
  const ids = lines.map(({ lineId }) => lineId);
  const seen = new Set<string>();
  const twice = ids.filter((lineId) => {
    const isKnown = seen.has(lineId);
    seen.add(lineId);
    return isKnown;
  });
  const found: StatementDifference[] = [
    ...foreign.map(({ lineId }) => ({ kind: 'CURRENCY', lineId }) as const),
    ...twice.map((lineId) => ({ kind: 'LINE_TWICE', lineId }) as const),
  ];
  if (lineCount !== lines.length)
    found.push({ kind: 'LINE_COUNT', difference: lineCount - lines.length });
  // sums over several currencies mean nothing
  if (foreign.length > 0) return found;
  const totals = statementTotals(lines);
  if (totals === undefined) return [...found, { kind: 'NOT_EXACT' }];
  if (totals.totalMinor !== totalMinor)
    found.push({ kind: 'TOTAL', difference: minorOf(totalMinor, -totals.totalMinor) });
  return [...found, ...againstAdvices(lines, advices)];
};
