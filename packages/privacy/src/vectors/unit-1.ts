import type { Vector } from './vector.ts';

/** What is taken for a unit or a room in a level of an address. */
export const unit1Vectors: readonly Vector<string, boolean>[] = [
  ['2单元501室', true],
  ['萍水西街80号5幢2单元501', true],
  ['502室', true],
  ['５０２室', true],
  ['三单元五零二', true],
  ['十二室', true],
  ['5-2-502', true],
  ['5\u200B-2-502', true],
  ['萍水西街80号', false],
  ['5幢', false],
  ['创新大厦B座', false],
  ['5-2', false],
  ['', false],
];
