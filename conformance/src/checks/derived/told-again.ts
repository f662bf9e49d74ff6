import { answerOf, isAccepted } from '../../transcript/body.ts';
import type { Check } from '../../words.ts';
import { checkOf, demand } from '../check.ts';
import { SAID } from '../sayings.ts';
import { differenceFrom } from './difference.ts';

/** Members that tell of the instant at which they are read, or of one occurrence. */
const OF_THE_INSTANT: ReadonlySet<string> = new Set([
  'asOfAt',
  'checkedAt',
  'instance',
  'nextCursor',
  'validUntilAt',
]);

/** What of an answer lasts until the next. */
const lasting = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(lasting)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value).flatMap(([name, one]) =>
            OF_THE_INSTANT.has(name) ? [] : [[name, lasting(one)]],
          ),
        )
      : value;

/** One question, asked twice with nothing between, has one answer. */
export const toldAgainChecks: readonly Check[] = [
  checkOf('DSC-026', {
    'told-again': (seen) =>
      seen.probe('told-again').flatMap((again) => {
        const once = seen.bySeq(again.seq - 1);
        if (once?.probe !== 'told-once' || !isAccepted(once) || !isAccepted(again)) return [];
        const [first, second] = [lasting(answerOf(once)), lasting(answerOf(again))];
        const wrong = differenceFrom(first, second, '') ?? differenceFrom(second, first, '');
        return [
          demand(
            wrong === undefined,
            [again, once],
            { en: 'the answer of a moment before', zh: '片刻之前的应答' },
            SAID.anotherAnswer,
            { surface: 'body', ...(wrong === undefined ? {} : { pointer: wrong }) },
          ),
        ];
      }),
  }),
];
