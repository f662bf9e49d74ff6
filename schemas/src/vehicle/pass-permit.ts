import type { Static } from '@sinclair/typebox';
import {
  defineMessage,
  Line,
  ListOf,
  Optional,
  privacy,
  Ref,
  Resource,
  words,
} from '../define/index.ts';
import { CivilDate } from '../vocabulary/civil-date.ts';
import { Region } from '../vocabulary/region.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { WeeklyWindow } from '../vocabulary/weekly-window.ts';
import { grantedPass } from './_examples.ts';
import { vehicleId } from './vehicle.ts';
import { PassPermitStatus } from './vehicle-codes.ts';

/** The pass that a message is about; the regulator makes the id. */
export const permitId = Ref(
  Uuid,
  words(
    { en: 'Pass id', zh: '通行许可标识' },
    { en: 'Names the pass and its application.', zh: '标识通行许可及其申请。' },
  ),
);

/** What is asked for: vehicles, where, in which windows of the week, from day to day. */
export const passMembers = {
  vehicleIds: ListOf(vehicleId, 1, 200, {
    uniqueItems: true,
    ...words(
      { en: 'Vehicles', zh: '车辆' },
      { en: 'All of them, or none, get the pass.', zh: '须全部符合方可获准。' },
    ),
  }),
  zones: Optional(
    ListOf(
      Ref(Region),
      1,
      200,
      words(
        { en: 'Zones', zh: '通行区域' },
        { en: 'Regions in which the vehicles may drive.', zh: '准许通行的区域。' },
      ),
    ),
  ),
  routeText: Optional(
    Line(
      300,
      { en: 'Route', zh: '通行路线' },
      { en: 'Roads on which the vehicles may drive.', zh: '准许通行的道路。' },
      privacy('business', 'business-text'),
    ),
  ),
  windows: ListOf(
    Ref(WeeklyWindow),
    1,
    50,
    words(
      { en: 'Windows', zh: '通行时段' },
      { en: 'When in a week the vehicles may drive.', zh: '每周准许通行的时段。' },
    ),
  ),
  fromOn: Ref(CivilDate, words({ en: 'From', zh: '起' }, { en: 'First day.', zh: '首日。' })),
  toOn: Ref(CivilDate, words({ en: 'To', zh: '止' }, { en: 'Last day.', zh: '末日。' })),
};

export const PassPermit = Resource(
  'PassPermit',
  { en: 'Pass', zh: '通行许可' },
  {
    en: 'That vehicles may drive in zones or on a route, in windows of the week.',
    zh: '准许车辆在规定时段于区域或路线内通行。',
  },
  {
    permitId,
    ...passMembers,
    conditions: Optional(
      Line(
        300,
        { en: 'Conditions', zh: '附加条件' },
        {
          en: 'What else the drivers must keep to, or why it was refused.',
          zh: '其他须遵守的事项，或驳回的理由。',
        },
        privacy('business', 'business-text'),
      ),
    ),
    status: Ref(PassPermitStatus),
    ...storedMembers,
  },
);
export type PassPermit = Static<typeof PassPermit>;

const { zones: _, ...nowhere } = grantedPass;

export const passPermitMessage = defineMessage({
  schema: PassPermit,
  requirements: [],
  examples: {
    valid: {
      'mornings in a district': grantedPass,
      'a route, still to be decided': {
        ...nowhere,
        routeText: '中山路、人民路',
        status: 'APPLIED',
        revision: 1,
      },
    },
    invalid: {
      'neither zone nor route': {
        value: nowhere,
        breaks: { pointer: '', rule: 'DSC-021', requirement: 'DSC-021' },
      },
      'a state of no table': {
        value: { ...grantedPass, status: 'ACTIVE' },
        breaks: { pointer: '/status', rule: 'enum' },
      },
      'it ends before it begins': {
        value: { ...grantedPass, toOn: '2026-11-30' },
        breaks: { pointer: '/toOn', rule: 'DSC-021', requirement: 'DSC-021' },
      },
    },
  },
});
