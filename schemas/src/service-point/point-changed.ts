import { defineEvent } from '../define/index.ts';
import { ServicePoint } from './service-point.ts';

/** The whole point, since all of it is public. */
export const pointChanged = defineEvent({
  type: 'org.openwaybill.servicepoint.point.changed',
  since: '1.0',
  title: { en: 'A service point changed', zh: '服务点已变更' },
  description: {
    en: 'Sent at its first registration and at every change of it.',
    zh: '首次登记及每次变更时发送。',
  },
  from: ['service-point', 'courier', 'hub'],
  to: ['platform', 'hub', 'regulator'],
  data: ServicePoint,
  subject: 'pointId',
  requirements: [],
});
