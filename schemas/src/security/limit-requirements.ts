import { defineRequirement } from '../define/index.ts';

/** Sizes, hygiene and patterns of bodies. */
export const limitRequirements = [
  defineRequirement({
    id: 'LIM-001',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'W',
    text: {
      en: 'Depth, size, array and decompression limits answer 4xx within a second and leave the process alive.',
      zh: '超出深度、大小、数组与解压上限的，须在一秒内以 4xx 答复，且进程存活。',
    },
    wire: 'bombs, then a health probe',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'LIM-002',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'W',
    text: {
      en: 'Duplicate keys, lone surrogates and prototype keys are refused and pollute nothing.',
      zh: '重复键、孤立代理项与原型键须拒绝，且不污染任何对象。',
    },
    wire: 'send, then read an unrelated resource',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'LIM-003',
    level: 'MUST NOT',
    roles: 'any',
    position: 'server',
    tier: 'W',
    text: {
      en: 'Time of a pattern grows faster than its input.',
      zh: '模式匹配的耗时不得比输入增长得更快。',
    },
    wire: 'attack strings at 1×, 2×, 4× length',
    excluded: {
      because: 'OFF_THE_WIRE',
      why: {
        en: 'How the time of a pattern grows shows in its source: the patterns of the standard are proven linear when it is built.',
        zh: '模式的耗时增长取决于其写法；本标准的模式在构建时即证明为线性。',
      },
    },
  }),
];
