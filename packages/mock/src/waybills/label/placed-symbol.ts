import type { Mark } from './label-page.ts';
import { type CodeSymbol, linearSymbol, squareSymbol } from './symbol.ts';

/** Clear modules that a reader needs at each side: ISO/IEC 15417 and ISO/IEC 18004. */
export const QUIET = { LINEAR: 10, SQUARE: 4 } as const;
/** A wider bar reads no better. */
export const MOST_MILLIMETRES_A_MODULE = 0.5;

type CodeMark = Extract<Mark, { readonly kind: 'LINEAR' | 'SQUARE' }>;

/** A symbol in its place: where its first module begins, and how large one is. */
export type PlacedSymbol = {
  readonly symbol: CodeSymbol;
  readonly x: number;
  readonly y: number;
  readonly moduleWidth: number;
  readonly moduleHeight: number;
};

/** To a micrometre. */
const rounded = (millimetres: number): number => Math.round(millimetres * 1000) / 1000;

/** Puts a code in the middle of its box, with its quiet zones inside. */
export const placeSymbol = (mark: CodeMark): PlacedSymbol => {
  const isLinear = mark.kind === 'LINEAR';
  const symbol = isLinear ? linearSymbol(mark.text) : squareSymbol(mark.text);
  const room = mark.width / (symbol.modulesWide + 2 * QUIET[mark.kind]);
  const moduleWidth = rounded(isLinear ? Math.min(room, MOST_MILLIMETRES_A_MODULE) : room);
  const moduleHeight = isLinear ? mark.height : moduleWidth;
  return {
    symbol,
    moduleWidth,
    moduleHeight,
    x: rounded(mark.x + (mark.width - symbol.modulesWide * moduleWidth) / 2),
    y: rounded(mark.y + (mark.height - symbol.modulesHigh * moduleHeight) / 2),
  };
};
