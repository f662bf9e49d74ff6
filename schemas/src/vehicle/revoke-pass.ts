import { defineOperation } from '../define/index.ts';
import { PassPermit } from './pass-permit.ts';

export const revokePass = defineOperation({
  name: 'revoke-pass',
  since: '1.0',
  title: { en: 'Revoke a pass', zh: '撤销通行许可' },
  description: {
    en: "Asked by the regulator's own staff systems alone.",
    zh: '仅由监管部门自身的业务系统调用。',
  },
  servedBy: ['regulator'],
  calledBy: ['regulator'],
  method: 'POST',
  path: '/v1/pass-permits/{permitId}/revoke',
  answer: { status: 200, body: PassPermit },
  lifecycle: 'pass-permit',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL'],
  requirements: [
    {
      id: 'VEH-005',
      level: 'MUST',
      roles: ['regulator'],
      position: 'server',
      tier: 'C',
      clause: 'SC-10',
      text: {
        en: 'A revoked or expired pass shows as such at once.',
        zh: '撤销或过期须即时反映。',
      },
      wire: 'clock; read',
      judgedBy: 'check',
    },
  ],
  examples: {},
});
