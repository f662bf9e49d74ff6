import type { Static } from '@sinclair/typebox';
import {
  defineMessage,
  ListOf,
  Optional,
  Part,
  privacy,
  Ref,
  Resource,
  Whole,
  words,
} from '../define/index.ts';
import { PointId } from '../service-point/point-id.ts';
import { PointStatus } from '../service-point/service-point-codes.ts';
import { Duration } from '../vocabulary/duration.ts';
import { GeoPoint } from '../vocabulary/geo-point.ts';
import { Money } from '../vocabulary/money.ts';
import { PartyRef } from '../vocabulary/party-ref.ts';
import { PublicAddress } from '../vocabulary/public-address.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { gateLocker } from './_examples.ts';
import { CellSize, CellTemperature } from './locker-codes.ts';
import { LockerId } from './locker-id.ts';

const code = privacy('public', 'code');

/** Cells are counted and not listed: which cell is free is the locker's to know. */
export const Locker = Resource(
  'Locker',
  { en: 'Locker', zh: '快件箱' },
  {
    en: 'A locker as public infrastructure: where it is, what it holds, what storage costs.',
    zh: '作为公共设施的快件箱：位置、格口与保管收费。',
  },
  {
    lockerId: Ref(LockerId),
    pointId: Optional(
      Ref(
        PointId,
        words(
          { en: 'Service point', zh: '服务点' },
          { en: 'The point that the locker belongs to.', zh: '快件箱所属的服务点。' },
        ),
      ),
    ),
    address: Ref(PublicAddress),
    geo: Ref(
      GeoPoint,
      words(
        { en: 'Position', zh: '坐标' },
        { en: 'Of the locker, with its coordinate system.', zh: '快件箱位置，注明坐标系。' },
      ),
    ),
    operator: Ref(PartyRef, {
      ...words(
        { en: 'Operator', zh: '运营方' },
        { en: 'Organisation that runs the locker.', zh: '运营该快件箱的组织。' },
      ),
      ...privacy('public', 'org-name'),
    }),
    cells: ListOf(
      Part({
        size: Ref(CellSize, code),
        temperature: Ref(CellTemperature, code),
        totalCount: Whole(
          1,
          10_000,
          { en: 'Total', zh: '总数' },
          { en: 'Cells of this kind.', zh: '此类格口的总数。' },
          privacy('public', 'measure'),
        ),
        freeCount: Whole(
          0,
          10_000,
          { en: 'Free', zh: '空闲数' },
          { en: 'Cells of this kind that can be reserved now.', zh: '此类格口当前可预留的数量。' },
        ),
      }),
      1,
      12,
      words(
        { en: 'Cells', zh: '格口' },
        {
          en: 'Cells by size and temperature, each pair once.',
          zh: '按尺寸与温区统计，每种一项。',
        },
      ),
    ),
    freeStorage: Ref(
      Duration,
      words(
        { en: 'Free storage', zh: '免费保管期' },
        { en: 'From the deposit on.', zh: '自投放起计算。' },
      ),
    ),
    feeAfterFree: Optional(
      Part(
        {
          amount: Ref(Money, privacy('public', 'money')),
          per: Ref(
            Duration,
            words(
              { en: 'Period', zh: '计费周期' },
              {
                en: 'Charged when it is over; a part of it is free.',
                zh: '满一个周期计费，不足不计。',
              },
            ),
          ),
        },
        words(
          { en: 'Fee after free storage', zh: '超期收费' },
          { en: 'Absent where storage is always free.', zh: '始终免费者无此项。' },
        ),
      ),
    ),
    status: Ref(PointStatus, code),
    ...storedMembers,
  },
);
export type Locker = Static<typeof Locker>;

export const locker = defineMessage({
  schema: Locker,
  requirements: [],
  examples: {
    valid: {
      'a locker at a gate': gateLocker,
      'always free, with cold cells': {
        ...gateLocker,
        cells: [{ size: 'L', temperature: 'CHILLED', totalCount: 6, freeCount: 0 }],
        freeStorage: 'P30D',
        status: 'SUSPENDED',
      },
    },
    invalid: {
      'more free cells than cells': {
        value: {
          ...gateLocker,
          cells: [{ size: 'S', temperature: 'AMBIENT', totalCount: 20, freeCount: 21 }],
        },
        breaks: { pointer: '/cells/0/freeCount', rule: 'DSC-021' },
      },
      'free storage in words': {
        value: { ...gateLocker, freeStorage: 'a day' },
        breaks: { pointer: '/freeStorage', rule: 'pattern' },
      },
    },
  },
});
