import { defineRequirement } from '../define/index.ts';

/** Requirements about problems and about what is refused before a message is read. */
export const errorRequirements = [
  defineRequirement({
    id: 'DSC-014',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'W',
    text: {
      en: 'Problems are `application/problem+json` with a code of the table and never echo input.',
      zh: '错误应答须用规定格式且不回显输入。',
    },
    wire: 'fuzzed requests; canary scan',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'DSC-015',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'W',
    text: {
      en: '"Unknown" and "not yours" give the same answer.',
      zh: '不存在与无权访问应答须一致。',
    },
    wire: 'differential probe',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'DSC-019',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'W',
    text: {
      en: 'Naive instants, `null` and floats are refused with `SCHEMA_VIOLATION`.',
      zh: '无时区时间、空值、浮点数须拒绝。',
    },
    wire: 'mutated requests',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'DSC-020',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'W',
    text: {
      en: 'Bodies with duplicate keys, lone surrogates, excess depth (over 32) or size are refused within 1 s.',
      zh: '畸形或超限报文须迅速拒绝。',
    },
    wire: 'bombs, then a health probe',
    judgedBy: 'check',
  }),
];
