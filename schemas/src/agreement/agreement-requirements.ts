import { defineRequirement } from '../define/index.ts';

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
    when: { offers: 'requestReveal' },
    judgedBy: 'check',
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
    excluded: {
      because: 'OFF_THE_WIRE',
      why: {
        en: 'No member of the standard carries the raw text of a carrier: an adapted event has codes alone, and its text is scrubbed. What is kept beside it is not seen in an exchange.',
        zh: '标准成员不承载承运方原始文本：转换事件仅含代码，其文本已清洗；另行留存者在交换中不可见。',
      },
    },
  }),
];
