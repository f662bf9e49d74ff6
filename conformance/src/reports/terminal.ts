import type { Result } from '../result/result.ts';
import type { Transcript } from '../transcript/format.ts';

/** Colours a piece of text, or leaves it as it is. */
export type Paint = (style: 'good' | 'bad' | 'warn' | 'quiet' | 'strong', text: string) => string;

export type TerminalOptions = {
  readonly lang: 'en' | 'zh';
  readonly paint?: Paint;
  /** Columns; absent: 80. */
  readonly width?: number;
  /** The most cards to print; absent: 10. */
  readonly cards?: number;
};

/** What a run found, for a terminal. */
export const renderTerminal = (
  result: Result,
  _transcript: Transcript,
  _options: TerminalOptions,
): string => result.verdicts.map(({ class: name, verdict }) => `${name} ${verdict}\n`).join('');
