import type { Inbound } from '@openwaybill/schemas';

/** What is wrong with the receipt of a line. */
export type ReceiptFault = {
  readonly lineNo: number;
  readonly fault: 'MISSING' | 'REPEATED' | 'UNKNOWN' | 'UNBALANCED' | 'EXCESS_DAMAGE';
};

/** Faults of a receipt against its notice: received + short = expected, and damaged is part of received. */
export const receiptFaults = (
  lines: Inbound['lines'],
  received: NonNullable<Inbound['receivedLines']>,
): readonly ReceiptFault[] => {
  const expected = new Map(lines.map((line) => [line.lineNo, line.expectedCount]));
  const seen = new Set<number>();
  const counted = received.flatMap((line): readonly ReceiptFault[] => {
    const { lineNo } = line;
    const wanted = expected.get(lineNo);
    const repeated = seen.has(lineNo);
    seen.add(lineNo);
    if (wanted === undefined) return [{ lineNo, fault: 'UNKNOWN' }];
    if (repeated) return [{ lineNo, fault: 'REPEATED' }];
    return [
      ...(line.receivedCount + line.shortCount === wanted
        ? []
        : [{ lineNo, fault: 'UNBALANCED' } as const]),
      ...(line.damagedCount <= line.receivedCount
        ? []
        : [{ lineNo, fault: 'EXCESS_DAMAGE' } as const]),
    ];
  });
  const missing = lines
    .filter(({ lineNo }) => !seen.has(lineNo))
    .map(({ lineNo }) => ({ lineNo, fault: 'MISSING' }) as const);
  return [...counted, ...missing];
};
