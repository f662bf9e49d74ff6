import { defineEvent } from '../define/index.ts';
import { InspectionRecord } from './inspection-record.ts';

/** The whole record, since all of it is public. */
export const inspectionPublished = defineEvent({
  type: 'org.openwaybill.servicepoint.inspection.published',
  since: '1.0',
  title: { en: 'A result of an inspection was published', zh: '检查结果已公开' },
  from: ['regulator'],
  to: ['courier'],
  data: InspectionRecord,
  subject: 'inspectionId',
  requirements: [],
});
