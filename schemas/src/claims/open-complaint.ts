import { defineOperation } from '../define/index.ts';
import { Complaint } from './complaint.ts';
import { ComplaintOpening } from './complaint-opening.ts';

export const openComplaint = defineOperation({
  name: 'open-complaint',
  since: '1.0',
  title: { en: 'Open a complaint', zh: '提交投诉' },
  description: {
    en: 'With the courier; a regulator takes a copy under the same complaintId.',
    zh: '提交快递企业；监管部门以同一 complaintId 接收副本。',
  },
  servedBy: ['courier', 'regulator'],
  calledBy: ['platform'],
  method: 'POST',
  path: '/v1/complaints',
  request: ComplaintOpening,
  answer: { status: 201, also: [200], body: Complaint },
  lifecycle: 'complaint',
  problems: ['NOT_FOUND', 'DUPLICATE'],
  requirements: [],
  examples: {},
});
