import type { MaskVector } from './vector.ts';

/** What `email-1` answers to e-mail addresses. */
export const email1Vectors: readonly MaskVector[] = [
  ['Zhang.San.Example@qq.com', '***@qq.com'],
  ['0000000@qq.com', '***@qq.com'],
  ['a@163.com', '***@163.com'],
  [' Foo@Gmail.com ', '***@gmail.com'],
  ['ｆ＠ｑｑ．ｃｏｍ', '***@qq.com'],
  ['me@zhangsan.example', '***@***'],
  ['zs@corp.example', '***@***'],
  ['zs@mail.qq.com', '***@***'],
  ['bad', '***'],
  ['@qq.com', '***'],
  ['a@', '***'],
  ['a@b', '***'],
  ['a@b@qq.com', '***'],
  ['z*@qq.com', '***'],
  ['', '***'],
];
