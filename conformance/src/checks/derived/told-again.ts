import { answerOf, isAccepted } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import type { Check } from '../../words.ts';
import { checkOf, demand } from '../check.ts';
import { differenceFrom } from './difference.ts';

/** Members that tell of the instant at which they are read. */
const OF_THE_INSTANT: readonly string[] = ['checkedAt', 'asOfAt', 'validUntilAt'];

const lasting = (exchange: Exchange): unknown => {
  const body = answerOf(exchange);
  return typeof body === 'object' && body !== null
    ? Object.fromEntries(Object.entries(body).filter(([name]) => !OF_THE_INSTANT.includes(name)))
    : body;
};

/** One question, asked twice with nothing between, has one answer. */
export const toldAgainChecks: readonly Check[] = [
  checkOf('DSC-026', {
    'told-again': (seen) =>
      seen.probe('told-again').flatMap((again) => {
        const once = seen.bySeq(again.seq - 1);
        if (once?.probe !== 'told-once' || !isAccepted(once) || !isAccepted(again)) return [];
        const wrong =
          differenceFrom(lasting(once), lasting(again), '') ??
          differenceFrom(lasting(again), lasting(once), '');
        return [
          demand(
            wrong === undefined,
            [again, once],
            'the answer of a moment before',
            'another answer',
            { surface: 'body', ...(wrong === undefined ? {} : { pointer: wrong }) },
          ),
        ];
      }),
  }),
];
