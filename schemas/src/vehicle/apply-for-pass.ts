import type { Static } from '@sinclair/typebox';
import { defineOperation, Resource } from '../define/index.ts';
import { passApplication } from './_examples.ts';
import { PassPermit, passMembers } from './pass-permit.ts';

export const PassApplication = Resource(
  'PassApplication',
  { en: 'Application for a pass', zh: '通行申请' },
  {
    en: 'Asks for a pass. Zones or a route, or both.',
    zh: '申请通行许可。须有区域或路线，可兼有。',
  },
  passMembers,
);
export type PassApplication = Static<typeof PassApplication>;

const { zones: _, ...nowhere } = passApplication;

export const applyForPass = defineOperation({
  name: 'apply-for-pass',
  since: '1.0',
  title: { en: 'Apply for a pass', zh: '申请通行许可' },
  servedBy: ['regulator'],
  calledBy: ['courier'],
  method: 'POST',
  path: '/v1/pass-permits',
  request: PassApplication,
  answer: { status: 201, body: PassPermit },
  lifecycle: 'pass-permit',
  problems: ['NOT_FOUND', 'RULE_VIOLATION'],
  requirements: [
    {
      id: 'VEH-002',
      level: 'MUST',
      roles: ['courier'],
      position: 'caller',
      tier: 'W',
      clause: 'SC-10',
      text: {
        en: 'A vehicle in a pass application is insured over the whole period.',
        zh: '申请通行的车辆须全程投保。',
      },
      wire: 'covers against period',
      judgedBy: 'check',
    },
    {
      id: 'VEH-003',
      level: 'MUST',
      roles: ['regulator'],
      position: 'server',
      tier: 'W',
      clause: 'SC-10',
      text: {
        en: 'An application with an uninsured vehicle is refused with `RULE_VIOLATION`.',
        zh: '未投保车辆的申请须拒绝。',
      },
      wire: 'apply',
      judgedBy: 'check',
    },
  ],
  examples: {
    request: {
      valid: {
        'mornings in a district': passApplication,
        'a route': { ...nowhere, routeText: '中山路、人民路' },
      },
      invalid: {
        'no vehicle': {
          value: { ...passApplication, vehicleIds: [] },
          breaks: { pointer: '/vehicleIds', rule: 'minItems' },
        },
        'neither zone nor route': {
          value: nowhere,
          breaks: { pointer: '', rule: 'DSC-023', requirement: 'DSC-023' },
        },
        'it ends before it begins': {
          value: { ...passApplication, toOn: '2026-11-30' },
          breaks: { pointer: '/toOn', rule: 'DSC-023', requirement: 'DSC-023' },
        },
      },
    },
  },
});
