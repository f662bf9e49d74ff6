import { defineRequirement } from '../define/index.ts';

/** What a refusal may tell. */
export const problemRequirements = [
  defineRequirement({
    id: 'ERR-001',
    level: 'MUST NOT',
    roles: 'any',
    position: 'server',
    tier: 'W',
    text: {
      en: 'A problem repeats input.',
      zh: '问题答复不得复述输入。',
    },
    wire: 'invalid canary in every member, header, path',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'ERR-002',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'W',
    text: {
      en: 'Not found and not yours are equal in status, body and headers.',
      zh: '不存在与非本方的，状态、正文与标头须相同。',
    },
    wire: 'differential',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'ERR-003',
    level: 'SHOULD',
    roles: 'any',
    position: 'server',
    tier: 'W',
    text: {
      en: 'They are equal in time.',
      zh: '两者的耗时宜相同。',
    },
    wire: 'Welch t-test, `inconclusive` allowed',
    excluded: {
      because: 'HUMAN_JUDGEMENT',
      why: {
        en: 'Over a network a difference of time is a matter of statistics: a verdict on it is not the same twice.',
        zh: '经网络测得的时间差异属统计判断，难以每次得出相同结论。',
      },
    },
  }),
  defineRequirement({
    id: 'ERR-004',
    level: 'MUST NOT',
    roles: 'any',
    position: 'server',
    tier: 'W',
    text: {
      en: 'A problem shows stack, SQL, file path or library name.',
      zh: '问题答复不得显示调用栈、SQL、文件路径或库名。',
    },
    wire: 'pattern scan on fuzzed 4xx and 5xx',
    judgedBy: 'check',
  }),
];
