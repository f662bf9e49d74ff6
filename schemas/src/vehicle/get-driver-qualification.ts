import { defineOperation } from '../define/index.ts';
import { DriverQualification } from './driver-qualification.ts';

export const getDriverQualification = defineOperation({
  name: 'get-driver-qualification',
  since: '1.0',
  title: { en: 'Read a qualification', zh: '查询驾驶员资格' },
  servedBy: ['regulator'],
  calledBy: ['courier'],
  method: 'GET',
  path: '/v1/driver-qualifications/{driverId}',
  answer: { status: 200, body: DriverQualification },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {},
});
