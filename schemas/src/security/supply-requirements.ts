import { defineRequirement, laterWith } from '../define/index.ts';

/** What is served as the contract. */
export const supplyRequirements = [
  defineRequirement({
    id: 'SUP-001',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'W',
    text: {
      en: 'Served schemas match the manifest; no remote `$ref` is fetched.',
      zh: '提供的模式须与清单一致；不得拉取远程 `$ref`。',
    },
    wire: 'integrity check; tripwire host in a `$ref`',
    excluded: laterWith({ en: 'the supply probes', zh: '相应的探测' }),
  }),
];
