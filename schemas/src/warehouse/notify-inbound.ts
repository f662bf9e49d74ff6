import { defineOperation } from '../define/index.ts';
import { Inbound } from './inbound.ts';
import { InboundNotice } from './inbound-notice.ts';

export const notifyInbound = defineOperation({
  name: 'notify-inbound',
  since: '1.0',
  title: { en: 'Announce goods', zh: '入库预报' },
  description: {
    en: 'The same notice again answers 200; another under its number is DUPLICATE.',
    zh: '相同预报重复提交返回 200；同号异文为重复。',
  },
  servedBy: ['warehouse'],
  calledBy: ['platform', 'merchant'],
  method: 'POST',
  path: '/v1/inbound-notices',
  request: InboundNotice,
  answer: { status: 201, also: [200], body: Inbound },
  lifecycle: 'inbound-notice',
  problems: ['NOT_FOUND', 'DUPLICATE', 'CHECK_DIGIT_INVALID', 'RULE_VIOLATION'],
  requirements: [],
  examples: {},
});
