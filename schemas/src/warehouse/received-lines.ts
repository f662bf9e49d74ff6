import { ListOf, Part, Ref, words } from '../define/index.ts';
import { Instant } from '../vocabulary/instant.ts';
import { lineNo } from './line-no.ts';
import { PieceCount } from './piece-count.ts';

/** What came in, of what was noticed: one entry a line of the notice. */
export const receivedLines = ListOf(
  Part(
    {
      lineNo,
      receivedCount: Ref(
        PieceCount,
        words(
          { en: 'Received', zh: '实收件数' },
          { en: 'Pieces that arrived, damaged ones included.', zh: '实际到达的件数，含残损。' },
        ),
      ),
      damagedCount: Ref(
        PieceCount,
        words(
          { en: 'Damaged', zh: '残损件数' },
          { en: 'Pieces of those received that are damaged.', zh: '实收中残损的件数。' },
        ),
      ),
      shortCount: Ref(
        PieceCount,
        words(
          { en: 'Short', zh: '短少件数' },
          { en: 'Expected pieces that did not arrive.', zh: '预期而未到达的件数。' },
        ),
      ),
    },
    words(
      { en: 'Received line', zh: '收货行' },
      { en: 'What became of one line of the notice.', zh: '预报一行的收货结果。' },
    ),
  ),
  1,
  1000,
  words(
    { en: 'Received lines', zh: '收货明细' },
    { en: 'One entry for each line of the notice.', zh: '预报的每一行对应一项。' },
  ),
);

/** When the count was finished. */
export const receivedAt = Ref(
  Instant,
  words(
    { en: 'Received at', zh: '收货时间' },
    { en: 'When the goods were received and counted.', zh: '收货并清点完成的时刻。' },
  ),
);
