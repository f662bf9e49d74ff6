import { defineRequirement, laterWith } from '../define/index.ts';

/** Requirements about what an agreement does to the operations and events of other modules. */
export const agreementRequirements = [
  defineRequirement({
    id: 'AGR-001',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'W',
    text: {
      en: "A call on a counterparty's data without an effective agreement is refused with `AGREEMENT_MISSING`.",
      zh: '无有效协议的调用须拒绝。',
    },
    wire: 'call before signing',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'AGR-007',
    level: 'MUST',
    roles: 'any',
    position: 'sender',
    tier: 'W',
    text: {
      en: 'Events, but challenges, `agreement.status.changed` and those of `continuity`, go only to parties of an effective agreement.',
      zh: '除验证事件、`agreement.status.changed` 与 `continuity` 事件外，事件仅发送给有效协议方。',
    },
    wire: 'events after termination: none',
    judgedBy: 'check',
  }),
  defineRequirement({
    id: 'AGR-008',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'W',
    text: {
      en: 'A purpose that is not in the agreement is refused with `PURPOSE_NOT_GRANTED`.',
      zh: '协议外目的须拒绝。',
    },
    wire: 'reveal with another purpose',
    excluded: laterWith({ en: 'the gates of a reveal in full', zh: '完整的揭示闸口' }),
  }),
  defineRequirement({
    id: 'AGR-013',
    level: 'MUST',
    roles: 'any',
    position: 'server',
    tier: 'W',
    text: {
      en: 'Raw carrier text is kept or returned only with `rawTextRetention`.',
      zh: '原始文本须经约定方可保留或返回。',
    },
    wire: 'sentinel in raw text',
    excluded: laterWith({
      en: 'a source of raw carrier text under test control',
      zh: '可受测试控制的原始文本来源',
    }),
  }),
];
