import type { CodCollection, CodInstruction, CodRemittance, Money } from '@openwaybill/schemas';
import { minorOf } from '../pricing/index.ts';

/** One thing in which instructions, collections and remittances do not agree. */
export type CodDiscrepancy =
  | {
      readonly kind:
        | 'NOT_INSTRUCTED'
        | 'COLLECTED_TWICE'
        | 'NOT_COLLECTED'
        | 'REMITTED_TWICE'
        | 'LATE'
        | 'OVERDUE'
        | 'CURRENCY';
      readonly waybillNo: string;
    }
  | {
      readonly kind: 'COLLECTED_DIFFERS' | 'OVER_REMITTED' | 'UNDER_REMITTED';
      readonly waybillNo: string;
      /** What came less what was due, in minor units. */
      readonly difference: number;
    }
  | { readonly kind: 'BATCH_TOTAL'; readonly remitBatchId: string; readonly difference: number };

type Instruction = Pick<CodInstruction, 'waybillNo' | 'amount' | 'remitWithinDayCount'>;
type Collection = Pick<CodCollection, 'waybillNo' | 'collectedAmount' | 'collectedAt'>;
type Remittance = Pick<CodRemittance, 'remitBatchId' | 'items' | 'remittedAt' | 'totalMinor'>;
type Paid = { readonly amount: Money; readonly at: string };

const DAY = 86_400_000;
/** China has one time zone and no summer time. */
const EAST_8 = 28_800_000;

/** Days of the calendar in Asia/Shanghai, counted from 1970. */
const dayOf = (instant: string): number => Math.floor((Date.parse(instant) + EAST_8) / DAY);

const compared = (
  waybillNo: string,
  came: Money,
  due: Money,
  kindOf: (difference: number) => 'COLLECTED_DIFFERS' | 'OVER_REMITTED' | 'UNDER_REMITTED',
): readonly CodDiscrepancy[] => {
  if (came.currency !== due.currency) return [{ kind: 'CURRENCY', waybillNo }];
  const difference = minorOf(came.minor, -due.minor);
  return difference === 0 ? [] : [{ kind: kindOf(difference), waybillNo, difference }];
};

const ofWaybill = (
  waybillNo: string,
  instruction: Instruction | undefined,
  collections: readonly Collection[],
  payments: readonly Paid[],
  today: number,
): readonly CodDiscrepancy[] => {
  const [collected] = collections;
  const [paid] = payments;
  const found: CodDiscrepancy[] = [];
  if (collected !== undefined && instruction === undefined)
    found.push({ kind: 'NOT_INSTRUCTED', waybillNo });
  if (collections.length > 1) found.push({ kind: 'COLLECTED_TWICE', waybillNo });
  if (collected !== undefined && instruction !== undefined)
    found.push(
      ...compared(
        waybillNo,
        collected.collectedAmount,
        instruction.amount,
        () => 'COLLECTED_DIFFERS',
      ),
    );
  if (payments.length > 1) found.push({ kind: 'REMITTED_TWICE', waybillNo });
  if (paid !== undefined && collected === undefined)
    found.push({ kind: 'NOT_COLLECTED', waybillNo });
  if (paid !== undefined && collected !== undefined)
    found.push(
      ...compared(waybillNo, paid.amount, collected.collectedAmount, (difference) =>
        difference > 0 ? 'OVER_REMITTED' : 'UNDER_REMITTED',
      ),
    );
  if (collected !== undefined && instruction !== undefined) {
    const lastDay = dayOf(collected.collectedAt) + instruction.remitWithinDayCount;
    if (paid !== undefined && dayOf(paid.at) > lastDay) found.push({ kind: 'LATE', waybillNo });
    if (paid === undefined && today > lastDay) found.push({ kind: 'OVERDUE', waybillNo });
  }
  return found;
};

/**
 * In what the money of a set of waybills does not agree: collected as instructed, remitted once, never more than was
 * collected, and in time. The order of the inputs does not matter but for what is called the first of several.
 */
export const reconcileCash = (
  {
    instructions,
    collections,
    remittances,
  }: {
    readonly instructions: readonly Instruction[];
    readonly collections: readonly Collection[];
    readonly remittances: readonly Remittance[];
  },
  now: string,
): readonly CodDiscrepancy[] => {
  const payments = new Map<string, Paid[]>();
  for (const { items, remittedAt } of remittances)
    for (const { waybillNo, amount } of items)
      payments.set(waybillNo, [...(payments.get(waybillNo) ?? []), { amount, at: remittedAt }]);
  const instructed = new Map(instructions.map((one) => [one.waybillNo, one]));
  const collected = new Map<string, readonly Collection[]>();
  for (const one of collections)
    collected.set(one.waybillNo, [...(collected.get(one.waybillNo) ?? []), one]);
  const numbers = new Set([...instructed.keys(), ...collected.keys(), ...payments.keys()]);
  const today = dayOf(now);
  return [
    ...remittances.flatMap(({ remitBatchId, items, totalMinor }) => {
      const sum = minorOf(...items.map(({ amount }) => amount.minor));
      return sum === totalMinor
        ? []
        : [{ kind: 'BATCH_TOTAL', remitBatchId, difference: minorOf(totalMinor, -sum) } as const];
    }),
    ...[...numbers].flatMap((waybillNo) =>
      ofWaybill(
        waybillNo,
        instructed.get(waybillNo),
        collected.get(waybillNo) ?? [],
        payments.get(waybillNo) ?? [],
        today,
      ),
    ),
  ];
};
