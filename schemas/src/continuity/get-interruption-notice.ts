import { CALLING_ROLES, defineOperation, SERVING_ROLES } from '../define/index.ts';
import { InterruptionNotice } from './interruption-notice.ts';

/** Reads the notice that a 503 names. */
export const getInterruptionNotice = defineOperation({
  name: 'get-interruption-notice',
  since: '1.0',
  title: { en: 'Read an interruption notice', zh: '查询中断通知' },
  servedBy: SERVING_ROLES,
  calledBy: CALLING_ROLES,
  method: 'GET',
  path: '/v1/interruption-notices/{noticeId}',
  answer: { status: 200, body: InterruptionNotice },
  problems: ['NOT_FOUND'],
  agreement: 'none',
  requirements: [],
  examples: {},
});
