import { knownOperation } from '../../drive/operations.ts';
import { answerOf, isAccepted, statusOf } from '../../transcript/body.ts';
import type { Exchange } from '../../transcript/format.ts';
import type { Check } from '../../words.ts';
import { checkOf, demand, endingOf } from '../check.ts';

/** The id at the end of the address of a read. */
const idIn = ({ request }: Exchange): string =>
  decodeURIComponent(new URL(request.url).pathname.split('/').at(-1) ?? '');

const names = (exchange: Exchange, id: string): boolean =>
  Object.values((answerOf(exchange) ?? {}) as object).includes(id);

/** What was made, or read, a moment ago is there: an answer is given when its effect is stored. */
export const keptChecks: readonly Check[] = [
  checkOf('DSC-026', {
    'there-after': (seen) => {
      const asked = seen.exchanges.filter(({ to }) => to === 'sut');
      return asked.flatMap((read, index) => {
        const before = asked[index - 1];
        if (
          before === undefined ||
          read.request.method !== 'GET' ||
          before.from !== read.from ||
          before.scenario !== read.scenario ||
          !isAccepted(before) ||
          // what test control makes is the system's own to tell
          knownOperation(before.operation)?.class === 'test-control' ||
          (statusOf(before) !== 201 && before.request.url !== read.request.url) ||
          !names(before, idIn(read))
        )
          return [];
        return [
          demand(
            statusOf(read) !== 404,
            [read, before],
            { en: 'what was answered a moment before', zh: '与片刻之前的应答相同' },
            endingOf(read),
            { surface: 'status' },
          ),
        ];
      });
    },
  }),
];
