import { privacy, type Text, Whole, WholeWord } from '../define/index.ts';

/** Grows by one for each warehouse and owner. */
export const LedgerSeq = WholeWord(
  'LedgerSeq',
  { en: 'Ledger number', zh: '流水号' },
  {
    en: 'Number of a stock change, from 1; one ledger for each warehouse and owner.',
    zh: '库存流水的编号，从 1 起；每一仓库与货主一本流水。',
  },
  { minimum: 1, maximum: Number.MAX_SAFE_INTEGER, ...privacy('business', 'technical') },
);

/** A place in the ledger: 0 is before the first change. */
export const ledgerMark = (title: Text, description: Text) =>
  Whole(0, Number.MAX_SAFE_INTEGER, title, description, privacy('business', 'technical'));
