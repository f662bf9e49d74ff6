import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Ref, words } from '../define/index.ts';
import { Instant } from './instant.ts';
import { Money } from './money.ts';
import { PackClass } from './pack-class-codes.ts';

/** What the buyer chose among classes of packaging that each have a price. */
export const PackagingChoice = Closed(
  'PackagingChoice',
  { en: 'Choice of packaging', zh: '包装选择' },
  {
    en: 'The class of packaging that the buyer chose, and what it costs more or less.',
    zh: '买家所选包装类别及其差价。',
  },
  {
    packClass: Ref(PackClass),
    priceDifference: Ref(
      Money,
      words(
        { en: 'Price difference', zh: '差价' },
        {
          en: 'Against conventional packaging; negative when cheaper.',
          zh: '相对常规包装；更便宜时为负。',
        },
      ),
    ),
    chosenAt: Ref(
      Instant,
      words(
        { en: 'Chosen at', zh: '选择时间' },
        { en: 'When the buyer chose.', zh: '买家作出选择的时刻。' },
      ),
    ),
  },
);
export type PackagingChoice = Static<typeof PackagingChoice>;

export const packagingChoiceMessage = defineMessage({
  schema: PackagingChoice,
  requirements: [],
  examples: {
    valid: {
      'a reusable box': {
        packClass: 'A_REUSABLE',
        priceDifference: { currency: 'CNY', minor: -100 },
        chosenAt: '2026-11-22T09:30:00+08:00',
      },
    },
    invalid: {
      'a class of no list': {
        value: {
          packClass: 'E_NONE',
          priceDifference: { currency: 'CNY', minor: 0 },
          chosenAt: '2026-11-22T09:30:00+08:00',
        },
        breaks: { pointer: '/packClass', rule: 'enum' },
      },
    },
  },
});
