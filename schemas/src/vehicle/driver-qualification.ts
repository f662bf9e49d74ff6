import type { Static } from '@sinclair/typebox';
import { defineMessage, Line, privacy, Ref, Resource, Whole, words } from '../define/index.ts';
import { CivilDate } from '../vocabulary/civil-date.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { driver, storedMembersOfToday } from './_examples.ts';
import { DriverId } from './driver-id.ts';

/** What a driver has learned, and nothing that says who it is. */
export const driverMembers = {
  trainingHourCount: Whole(
    0,
    10_000,
    { en: 'Hours of training', zh: '培训学时' },
    { en: 'Hours of safety training so far.', zh: '累计安全培训学时。' },
  ),
  lastSafetyTrainingOn: Ref(
    CivilDate,
    words(
      { en: 'Last safety training', zh: '最近安全培训日期' },
      { en: 'Day of the latest safety training.', zh: '最近一次安全培训的日期。' },
    ),
  ),
  // too short for the number of a licence or of an identity document
  licenceClass: Line(
    10,
    { en: 'Class of licence', zh: '准驾车型' },
    {
      en: 'Letters of the class, such as C1; never the number of the licence.',
      zh: '准驾车型代号，如 C1；不得为证号。',
    },
    { pattern: '[A-Z][0-9A-Z]{0,9}', ...privacy('business', 'code') },
  ),
};

export const DriverQualification = Resource(
  'DriverQualification',
  { en: 'Qualification of a driver', zh: '驾驶员资格' },
  {
    en: 'Training of a driver under a pseudonym. Name and identity stay with the courier.',
    zh: '以化名标识的驾驶员培训情况。姓名与身份留存于快递企业。',
  },
  { driverId: Ref(DriverId), ...driverMembers, ...storedMembers },
);
export type DriverQualification = Static<typeof DriverQualification>;

const qualification: DriverQualification = {
  driverId: 'drv-7f3a91',
  ...driver,
  ...storedMembersOfToday,
};
const { driverId: _, ...nobody } = qualification;

export const driverQualificationMessage = defineMessage({
  schema: DriverQualification,
  requirements: [
    {
      id: 'VEH-004',
      level: 'MUST NOT',
      roles: ['courier'],
      position: 'caller',
      tier: 'W',
      clause: 'SC-9',
      text: {
        en: 'Driver messages carry a name, licence number or identity number.',
        zh: '驾驶员消息不得含姓名或证件号。',
      },
      wire: 'canary scan',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'a driver of vans': qualification,
      'before the first lesson': { ...qualification, trainingHourCount: 0, licenceClass: 'NONE' },
    },
    invalid: {
      'nobody is meant': { value: nobody, breaks: { pointer: '', rule: 'required' } },
      'a name comes along': {
        value: { ...qualification, name: '张三丰' },
        breaks: { pointer: '', rule: 'additionalProperties' },
      },
      'a number of a licence': {
        value: { ...qualification, licenceClass: '210200199001' },
        breaks: { pointer: '/licenceClass', rule: 'maxLength' },
      },
      'an id of no pseudonym': {
        value: { ...qualification, driverId: '张三丰' },
        breaks: { pointer: '/driverId', rule: 'pattern' },
      },
    },
  },
});
