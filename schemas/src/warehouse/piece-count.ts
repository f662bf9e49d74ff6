import { privacy, type Text, Whole, WholeWord } from '../define/index.ts';

/** More than any warehouse holds of one item. */
const MOST_PIECES = 1_000_000_000;

/** Pieces of one item, from none. */
export const PieceCount = WholeWord(
  'PieceCount',
  { en: 'Pieces', zh: '件数' },
  { en: 'Pieces of one item.', zh: '某商品的件数。' },
  { minimum: 0, maximum: MOST_PIECES, ...privacy('business', 'measure') },
);

/** A number of pieces by which a count grows, or shrinks when negative. */
export const pieceDelta = (title: Text, description: Text) =>
  Whole(-MOST_PIECES, MOST_PIECES, title, description);
