import type { MaskVector } from './vector.ts';

/** What `plate-1` answers to plate numbers. */
export const plate1Vectors: readonly MaskVector[] = [
  ['辽B12345', '辽B***45'],
  ['辽B·12345', '辽B***45'],
  ['辽b12345', '辽B***45'],
  ['辽 B 12345', '辽B***45'],
  ['辽BD12345', '辽B***45'],
  ['辽BF1234A', '辽B***4A'],
  ['辽B123456', '辽B***56'],
  ['京A0006警', '京A***6警'],
  ['粤Z1234港', '粤Z***4港'],
  ['辽B1234挂', '辽B***4挂'],
  ['B12345', '***'],
  ['辽B1234', '***'],
  ['辽I12345', '***'],
  ['辽B***45', '***'],
  ['', '***'],
];
