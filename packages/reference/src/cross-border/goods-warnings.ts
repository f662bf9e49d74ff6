import type { CustomsDeclarationSubmission, Warning } from '@openwaybill/schemas';
import { hsCodeFault } from './hs-code.ts';
import { isVague } from './vague-description.ts';

type Goods = Pick<
  CustomsDeclarationSubmission['lines'][number],
  'description' | 'hsCode' | 'value'
>;

const RULE = 'XBD-003';

/** What an authority is going to ask about: findings, never refusals. `at` is the pointer of the list. */
export const goodsWarnings = (goods: readonly Goods[], at: string): readonly Warning[] =>
  goods.flatMap(({ description, hsCode, value }, index) => [
    ...(isVague(description)
      ? [
          {
            pointer: `${at}/${index}/description`,
            rule: RULE,
            message: 'The description names no goods; say what they are and what they are made of.',
          },
        ]
      : []),
    ...(hsCodeFault(hsCode) === undefined
      ? []
      : [
          {
            pointer: `${at}/${index}/hsCode`,
            rule: 'hs-chapter-unknown',
            message: 'No tariff has this chapter; look the code up again.',
          },
        ]),
    ...(value.minor === 0 || value.minor === 1
      ? [
          {
            pointer: `${at}/${index}/value`,
            rule: RULE,
            message: 'The value is nothing or next to nothing; declare what the goods are worth.',
          },
        ]
      : []),
  ]);
