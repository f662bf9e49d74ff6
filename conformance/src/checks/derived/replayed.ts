import { answerOf, headerOf, isAccepted, textOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import type { Check, Finding } from '../../words.ts';
import { checkOf, demand } from '../check.ts';
import { verbatim } from '../sayings.ts';
import { isSame } from './difference.ts';

const keyOf = ({ from, operation, request }: Exchange): string | undefined => {
  const key = headerOf(request.headers, 'Idempotency-Key');
  return key === undefined ? undefined : `${from} ${operation} ${key} ${textOf(request.body)}`;
};

/** A command that comes again under its key is answered as before, and the answer says that it is a replay. */
export const replayedChecks: readonly Check[] = [
  checkOf(['DSC-013', 'IDM-001'], {
    marked: {
      optional: true,
      judge: (seen) => {
        const accepted = new Map<string, Exchange>();
        return seen.exchanges.flatMap((exchange): readonly Finding[] => {
          const key = exchange.to === 'sut' ? keyOf(exchange) : undefined;
          if (key === undefined || !isAccepted(exchange)) return [];
          const first = accepted.get(key);
          if (first === undefined) {
            accepted.set(key, exchange);
            return [];
          }
          if (!isSame(answerOf(first), answerOf(exchange))) return [];
          // of two at once either may be the first
          const isMarked = [first, exchange].some(
            ({ response }) => headerOf(response?.headers, 'Idempotency-Replayed') === 'true',
          );
          return [
            demand(
              isMarked,
              [exchange, first],
              verbatim('Idempotency-Replayed: true'),
              { en: 'no such header', zh: '无此消息头' },
              { surface: 'header' },
            ),
          ];
        });
      },
    },
  }),
];
