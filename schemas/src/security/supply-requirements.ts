import { defineRequirement } from '../define/index.ts';

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
    excluded: {
      because: 'OFF_THE_WIRE',
      why: {
        en: 'No operation serves schemas: they are published as files of a release, whose manifest is verified where they are used.',
        zh: '没有任何操作提供模式文件；模式随发布文件公布，在使用处按清单核验。',
      },
    },
  }),
];
