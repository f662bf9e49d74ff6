import { defineEvent } from '../define/index.ts';
import { TrafficGuidance } from './traffic-guidance.ts';

/** For couriers that plan their runs. */
export const guidancePublished = defineEvent({
  type: 'org.openwaybill.capacity.guidance.published',
  since: '1.0',
  title: { en: 'Traffic guidance was published', zh: '交通引导已发布' },
  from: ['hub'],
  to: ['courier'],
  data: TrafficGuidance,
  subject: 'guidanceId',
  requirements: [],
});
