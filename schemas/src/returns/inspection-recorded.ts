import { defineEvent } from '../define/index.ts';
import { ReturnInspection } from './return-inspection.ts';

export const inspectionRecorded = defineEvent({
  type: 'org.openwaybill.returns.inspection.recorded',
  since: '1.0',
  title: { en: 'Return inspected', zh: '退货已质检' },
  from: ['warehouse'],
  to: ['platform'],
  data: ReturnInspection,
  subject: 'rmaNo',
  lifecycle: 'return',
  states: ['INSPECTED'],
  requirements: [],
});
