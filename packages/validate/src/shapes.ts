import { marked, ruled } from './generated/shapes.mjs';
import { parsedOnce } from './parsed-once.ts';
import type { Shapes } from './shape.ts';

/** Where the rules apply. Read for every value. */
export const ruledShapes = parsedOnce<Shapes>(ruled);

/** Where masks and growing lists stand. Read only when a schema has found a fault. */
export const markedShapes = parsedOnce<Shapes>(marked);
