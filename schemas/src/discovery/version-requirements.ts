import { defineRequirement } from '../define/index.ts';

/** Requirements about versions, and about the mark of a sandbox. */
export const versionRequirements = [
  defineRequirement({
    id: 'DSC-005',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'W',
    text: {
      en: 'A sandbox marks every response with `OpenWaybill-Sandbox: true`; production never does.',
      zh: '沙箱应答须带标记，生产不得带。',
    },
    wire: 'headers',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'DSC-006',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'W',
    text: {
      en: 'An unserved major version is refused with `UNSUPPORTED_VERSION`; a newer minor is served.',
      zh: '不支持的主版本拒绝，较新次版本照常服务。',
    },
    wire: 'header 2.0, 1.9',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'DSC-007',
    level: 'MUST',
    roles: 'any',
    position: 'receiver',
    tier: 'W',
    text: { en: 'Unknown members of answers and events are ignored.', zh: '收方须忽略未知成员。' },
    wire: 'future-minor messages',
    judgedBy: 'check',
  }),
];
