import { privacy, region, Word } from '../define/index.ts';

/** The first nine are the town code. */
export const VillageCode = Word(
  'VillageCode',
  { en: 'Village code', zh: '村级代码' },
  { en: 'Twelve digits of a village or neighbourhood.', zh: '村、社区的十二位代码。' },
  {
    pattern: '[0-9]{12}',
    maxLength: 12,
    ...region('village'),
    ...privacy('pseudonymous', 'addr.division'),
  },
);
