import { defineOperation } from '../define/index.ts';
import { Complaint } from './complaint.ts';

/** Where the answer is read: its text stands in no event. */
export const getComplaint = defineOperation({
  name: 'get-complaint',
  since: '1.0',
  title: { en: 'Read a complaint', zh: '查询投诉' },
  servedBy: ['courier', 'regulator'],
  calledBy: ['platform', 'merchant'],
  method: 'GET',
  path: '/v1/complaints/{complaintId}',
  answer: { status: 200, body: Complaint },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
