import type { Static } from '@sinclair/typebox';
import { defineOperation, Resource } from '../define/index.ts';
import { driver } from './_examples.ts';
import { DriverQualification, driverMembers } from './driver-qualification.ts';

/** The whole qualification, every time. */
export const DriverQualificationEntry = Resource(
  'DriverQualificationEntry',
  { en: 'Entry of a qualification', zh: '驾驶员资格登记' },
  { en: 'What is to be stored of one driver.', zh: '待登记的驾驶员资格。' },
  driverMembers,
);
export type DriverQualificationEntry = Static<typeof DriverQualificationEntry>;

const { licenceClass: _, ...withoutClass } = driver;

export const putDriverQualification = defineOperation({
  name: 'put-driver-qualification',
  since: '1.0',
  title: { en: 'Enter a qualification', zh: '登记驾驶员资格' },
  servedBy: ['regulator'],
  calledBy: ['courier'],
  method: 'PUT',
  path: '/v1/driver-qualifications/{driverId}',
  request: DriverQualificationEntry,
  answer: { status: 200, also: [201], body: DriverQualification },
  problems: ['NOT_FOUND'],
  requirements: [],
  examples: {
    request: {
      valid: { 'a driver of vans': driver },
      invalid: {
        'class is missing': { value: withoutClass, breaks: { pointer: '', rule: 'required' } },
        'training on no day': {
          value: { ...driver, lastSafetyTrainingOn: '2026-02-30' },
          breaks: { pointer: '/lastSafetyTrainingOn', rule: 'format' },
        },
      },
    },
  },
});
