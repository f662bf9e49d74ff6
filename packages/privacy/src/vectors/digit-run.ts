import type { Vector } from './vector.ts';

/** What is taken for a run of seven or more digits in a name, an address or a free text. */
export const digitRunVectors: readonly Vector<string, boolean>[] = [
  ['13800138000', true],
  ['请打 138-0013-8000', true],
  ['138 0013 8000', true],
  ['138.0013.8000', true],
  ['138 - 0013 - 8000', true],
  ['１３８００１３８０００', true],
  ['一三八零零一三八零零零', true],
  ['幺三八〇〇幺三八〇〇〇', true],
  ['壹叁捌零零壹叁捌零零零', true],
  ['138零零一三8000', true],
  ['138\u200B00138000', true],
  ['0000061', true],
  ['000006', false],
  ['萍水西街80号5幢2单元501', false],
  ['2026年11月21日18时后送', false],
  ['请放在门口', false],
  ['', false],
];
