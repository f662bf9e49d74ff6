import { marked, ruled } from './generated/shapes.mjs';
import type { Shapes } from './shape.ts';

const parsedOnce = (text: string): (() => Shapes) => {
  let shapes: Shapes | undefined;
  return () => {
    shapes ??= JSON.parse(text) as Shapes;
    return shapes;
  };
};

/** Where the rules apply. Read for every value. */
export const ruledShapes = parsedOnce(ruled);

/** Where masks and growing lists stand. Read only when a schema has found a fault. */
export const markedShapes = parsedOnce(marked);
