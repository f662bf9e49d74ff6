import { defineOperation } from '../define/index.ts';
import { Complaint } from './complaint.ts';

export const escalateComplaint = defineOperation({
  name: 'escalate-complaint',
  since: '1.0',
  title: { en: 'Escalate a complaint', zh: '升级投诉' },
  description: {
    en: 'Once its due time has passed without an answer.',
    zh: '逾期未答复后可升级。',
  },
  servedBy: ['courier', 'regulator'],
  calledBy: ['platform'],
  method: 'POST',
  path: '/v1/complaints/{complaintId}/escalate',
  answer: { status: 200, body: Complaint },
  lifecycle: 'complaint',
  problems: ['NOT_FOUND', 'STATE_ILLEGAL'],
  requirements: [],
  examples: {},
});
