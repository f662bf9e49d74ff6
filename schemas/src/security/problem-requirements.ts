import { defineRequirement, laterWith } from '../define/index.ts';

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
    excluded: laterWith({ en: 'the problem probes', zh: '相应的探测' }),
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
    excluded: laterWith({ en: 'the problem probes', zh: '相应的探测' }),
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
    excluded: laterWith({ en: 'the problem probes', zh: '相应的探测' }),
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
    excluded: laterWith({ en: 'the problem probes', zh: '相应的探测' }),
  }),
];
