import type { MaskVector } from './vector.ts';

/** What a label prints of a goods category. */
export const goods1Vectors: readonly MaskVector[] = [
  ['DAILY_GOODS', '日用品'],
  ['CLOTHING', '服装鞋帽'],
  ['FOOD', '食品'],
  ['BOOKS', '图书文具'],
  ['DOCUMENTS', '文件'],
  ['HEALTH', '日用品'],
  ['COSMETICS', '日用品'],
  ['OTHER', '其他'],
  ['XYZ', '其他'],
  ['toString', '其他'],
  ['', '其他'],
];
