import { defineOperation } from '../define/index.ts';
import { RevealGrant } from './reveal-grant.ts';

export const readReveal = defineOperation({
  name: 'read-reveal',
  since: '1.0',
  title: { en: 'Read the fields of a reveal', zh: '读取揭示字段' },
  description: {
    en: 'Uses up one use. The status is judged first, then all gates again.',
    zh: '消耗一次使用。先判状态，再重新过全部闸口。',
  },
  servedBy: ['platform'],
  calledBy: ['courier', 'merchant', 'isv', 'locker', 'service-point', 'customs-agent', 'regulator'],
  method: 'POST',
  path: '/v1/consignee-reveals/{revealId}/read',
  answer: { status: 200, body: RevealGrant },
  lifecycle: 'reveal',
  problems: [
    'NOT_FOUND',
    'GRANT_EXPIRED',
    'STATE_ILLEGAL',
    'AGREEMENT_MISSING',
    'ROLE_NOT_PERMITTED',
    'STAGE_NOT_PERMITTED',
    'ASSIGNMENT_REQUIRED',
    'PURPOSE_NOT_GRANTED',
    'PURPOSE_FIELD_MISMATCH',
    'CONSENT_MISSING',
    'REVEAL_QUOTA_EXCEEDED',
    'STEP_UP_REQUIRED',
  ],
  requirements: [],
  examples: {},
});
