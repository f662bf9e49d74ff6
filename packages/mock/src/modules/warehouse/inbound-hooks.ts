import { announce, receive, transfer } from '@openwaybill/reference/warehouse';
import type { Inbound } from '@openwaybill/schemas';
import type { Hooks } from '../../resources/hooks.ts';
import { demandWarehouse } from './premises.ts';
import { append } from './stock-ledger.ts';

type Line = Inbound['lines'][number];

/** A lot that says how its goods will arrive: `SHORT-2`, `DAMAGED-3`. */
const countIn = (lotNo: string | undefined, word: string): number =>
  Number(new RegExp(`^${word}-([0-9]+)$`).exec(lotNo ?? '')?.[1] ?? 0);

/** What the warehouse counts: all that was announced, but for lots that say otherwise. */
const countedOf = ({ lineNo, expectedCount, lotNo }: Line) => {
  const shortCount = Math.min(countIn(lotNo, 'SHORT'), expectedCount);
  const receivedCount = expectedCount - shortCount;
  const damagedCount = Math.min(countIn(lotNo, 'DAMAGED'), receivedCount);
  return { lineNo, receivedCount, damagedCount, shortCount };
};

/** Goods are in transit from their notice on, and on hand from their receipt. */
export const inboundHooks: Hooks = {
  draft: async (happening, next) => {
    if (happening.on !== 'GOODS_RECEIVED') {
      await demandWarehouse(happening, next.warehouseId);
      return next;
    }
    return {
      ...next,
      receivedLines: (next.lines as Inbound['lines']).map(countedOf),
      receivedAt: happening.now,
    };
  },
  changed: async (happening, next) => {
    const { owner, on } = happening;
    const { lines, receivedLines, warehouseId } = next as Inbound;
    const movements =
      receivedLines !== undefined
        ? receive(lines, receivedLines)
        : on === 'create-front-transfer'
          ? transfer(lines.map(({ sku, expectedCount }) => ({ sku, quantityCount: expectedCount })))
              .to
          : announce(lines);
    await append(happening, owner, warehouseId, movements);
  },
};
