import type { Static } from '@sinclair/typebox';
import { defineMessage, Line, privacy, Ref, Resource, words } from '../define/index.ts';
import { CivilDate } from '../vocabulary/civil-date.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { cover, storedMembersOfToday, TRICYCLE_ID } from './_examples.ts';
import { vehicleId } from './vehicle.ts';
import { InsuranceKind } from './vehicle-codes.ts';

/** What an insurance promises, and when. Both days belong to it. */
export const coverMembers = {
  policyNo: Line(
    40,
    { en: 'Policy number', zh: '保单号' },
    { en: 'As the insurer wrote it.', zh: '保险机构出具的编号。' },
    { pattern: '[0-9A-Za-z-]+', ...privacy('pseudonymous', 'document-number') },
  ),
  kind: Ref(InsuranceKind),
  validFromOn: Ref(
    CivilDate,
    words({ en: 'Valid from', zh: '生效日期' }, { en: 'First day.', zh: '首日。' }),
  ),
  validToOn: Ref(
    CivilDate,
    words({ en: 'Valid to', zh: '失效日期' }, { en: 'Last day.', zh: '末日。' }),
  ),
};

export const InsuranceCover = Resource(
  'InsuranceCover',
  { en: 'Insurance cover', zh: '保险保障' },
  { en: 'That a vehicle is insured from one day to another.', zh: '车辆自一日至另一日已投保。' },
  {
    coverId: Ref(
      Uuid,
      words(
        { en: 'Cover id', zh: '保障标识' },
        { en: 'Made by the server.', zh: '由服务方生成。' },
      ),
    ),
    vehicleId,
    ...coverMembers,
    ...storedMembers,
  },
);
export type InsuranceCover = Static<typeof InsuranceCover>;

const stored: InsuranceCover = {
  coverId: '019398a0-0000-7000-8000-000000000e01',
  vehicleId: TRICYCLE_ID,
  ...cover,
  ...storedMembersOfToday,
};
const { vehicleId: _, ...ofNothing } = stored;

export const insuranceCoverMessage = defineMessage({
  schema: InsuranceCover,
  requirements: [],
  examples: {
    valid: { 'a year against third parties': stored },
    invalid: {
      'no vehicle is insured': { value: ofNothing, breaks: { pointer: '', rule: 'required' } },
      'it ends before it begins': {
        value: { ...stored, validToOn: '2025-12-31' },
        breaks: { pointer: '/validToOn', rule: 'DSC-021', requirement: 'DSC-021' },
      },
    },
  },
});
