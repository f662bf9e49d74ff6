import { defineOperation } from '../define/index.ts';
import { CustomsDeclaration } from './customs-declaration.ts';
import { CustomsDeclarationSubmission } from './customs-declaration-submission.ts';

export const submitDeclaration = defineOperation({
  name: 'submit-declaration',
  since: '1.0',
  title: { en: 'Submit a customs declaration', zh: '提交报关单' },
  servedBy: ['customs-agent'],
  calledBy: ['platform'],
  method: 'POST',
  path: '/v1/customs-declarations',
  request: CustomsDeclarationSubmission,
  answer: { status: 201, body: CustomsDeclaration },
  lifecycle: 'customs-declaration',
  problems: ['RULE_VIOLATION', 'PLAINTEXT_PERSONAL_DATA'],
  requirements: [
    {
      id: 'XBD-003',
      level: 'SHOULD',
      roles: ['customs-agent'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'Vague descriptions (gift, parts, clothes, 礼品, 配件, 衣服) and values of 0 or 1 minor unit give a warning, not an error.',
        zh: '含糊品名和异常价值应提示而非拒绝。',
      },
      wire: '`warnings[]`',
      judgedBy: 'check',
    },
  ],
  examples: {},
});
