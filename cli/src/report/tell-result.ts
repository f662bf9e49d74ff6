import { renderTerminal } from '@openwaybill/conformance';
import type { Common } from '../common.ts';
import type { Io } from '../io.ts';
import { paint } from '../paint.ts';
import type { Reported } from './write-reports.ts';

/** Says what a run found: with `json` the result and nothing else, otherwise the report of the terminal. */
export const tellResult = (
  { result, transcript }: Reported,
  options: Common & {
    /** The most cards to print; absent: 10. */
    readonly cards?: number;
    readonly left?: readonly string[];
    readonly again?: string;
  },
  io: Pick<Io, 'out' | 'isTerminal'>,
): void => {
  if (options.json) {
    io.out(JSON.stringify(result));
    return;
  }
  const { language: lang, cards, left, again } = options;
  io.out(
    renderTerminal(result, transcript, {
      lang,
      ...(io.isTerminal ? { paint } : {}),
      ...(cards === undefined ? {} : { cards }),
      ...(left === undefined ? {} : { left }),
      ...(again === undefined ? {} : { again }),
    }).trimEnd(),
  );
};
