import { defineEvent } from '../define/index.ts';
import { AccidentReport } from './accident-report.ts';

/** For insurers that take events rather than serve an operation. */
export const accidentReported = defineEvent({
  type: 'org.openwaybill.vehicle.accident.reported',
  since: '1.0',
  title: { en: 'An accident was reported', zh: '事故已报告' },
  from: ['courier'],
  to: ['insurer'],
  data: AccidentReport,
  subject: 'accidentId',
  requirements: [],
});
