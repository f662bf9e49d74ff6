import type { Static } from '@sinclair/typebox';
import {
  defineMessage,
  Line,
  ListOf,
  Optional,
  Part,
  privacy,
  Ref,
  Resource,
  Whole,
  WholeWord,
  words,
} from '../define/index.ts';
import { Co2eGrams } from '../vocabulary/co2e-grams.ts';
import { EnergyType } from '../vocabulary/energy-type-codes.ts';
import { EnergyWattHours } from '../vocabulary/energy-watt-hours.ts';
import { Instant } from '../vocabulary/instant.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { WeightGrams } from '../vocabulary/weight-grams.ts';
import { nightLeg } from './_examples.ts';
import { EmissionMethod, TransportLegStatus, TransportMode } from './emission-codes.ts';

const metres = { 'x-unit': 'm', ...privacy('business', 'measure') };

/** Round the earth twice and a half: no leg is longer. */
const MAX_METRES = 100_000_000;

/** The largest ships carry less. */
const MAX_PAYLOAD_GRAMS = 1_000_000_000_000;

/** Its sender numbers it; `revision` is of what the receiver stores and has other steps. */
export const ReportRevision = WholeWord(
  'ReportRevision',
  { en: 'Revision of a report', zh: '报告版本' },
  {
    en: 'Given by the sender: a higher one replaces the report, any other changes nothing.',
    zh: '由发送方编号：更高者取代原报告，其余不产生变化。',
  },
  { minimum: 1, maximum: 1_000_000, ...privacy('business', 'technical') },
);

const method = Part(
  {
    code: Ref(EmissionMethod),
    version: Line(
      20,
      { en: 'Version', zh: '版本' },
      { en: 'Of the method, or of its table of factors.', zh: '方法或其因子表的版本。' },
      privacy('business', 'technical'),
    ),
  },
  words(
    { en: 'Method', zh: '核算方法' },
    { en: 'How the emission was worked out.', zh: '排放量如何核算。' },
  ),
);

/** What a courier says of a leg: the same in the report and in what is stored. */
export const legMembers = {
  legId: Ref(
    Uuid,
    words({ en: 'Leg id', zh: '航段标识' }, { en: 'Made by the courier.', zh: '由快递企业生成。' }),
  ),
  reportRevision: Ref(ReportRevision),
  mode: Ref(TransportMode),
  energy: Ref(EnergyType),
  distanceMetres: Whole(
    1,
    MAX_METRES,
    { en: 'Distance', zh: '里程' },
    {
      en: 'All metres driven, the empty ones among them.',
      zh: '全部行驶里程（含空驶），单位为米。',
    },
    metres,
  ),
  payloadGrams: Whole(
    0,
    MAX_PAYLOAD_GRAMS,
    { en: 'Payload', zh: '载重' },
    { en: 'What was carried, in grams.', zh: '实际载重，单位为克。' },
    { 'x-unit': 'g', ...privacy('business', 'measure') },
  ),
  loadFactorPercent: Whole(
    0,
    100,
    { en: 'Load factor', zh: '装载率' },
    { en: 'Share of the capacity that was used.', zh: '已用运能的占比。' },
    { 'x-unit': '%', ...privacy('business', 'measure') },
  ),
  emptyMetres: Whole(
    0,
    MAX_METRES,
    { en: 'Empty run', zh: '空驶里程' },
    { en: 'Metres without any load.', zh: '无载荷行驶的里程，单位为米。' },
    metres,
  ),
  energyWattHours: Ref(EnergyWattHours),
  co2eGrams: Ref(Co2eGrams),
  method,
  parcels: ListOf(
    Part({ waybillNo: Ref(WaybillNo), weightGrams: Ref(WeightGrams) }),
    0,
    10_000,
    words(
      { en: 'Parcels', zh: '包裹' },
      {
        en: 'Among which energy and emission are shared; empty on an empty run.',
        zh: '能耗与排放所分摊的包裹；空驶时为空。',
      },
    ),
  ),
  departedAt: Ref(
    Instant,
    words({ en: 'Departed at', zh: '出发时刻' }, { en: 'When it began.', zh: '航段开始。' }),
  ),
  arrivedAt: Ref(
    Instant,
    words({ en: 'Arrived at', zh: '到达时刻' }, { en: 'When it ended.', zh: '航段结束。' }),
  ),
  vehicleId: Optional(
    Ref(
      Uuid,
      words(
        { en: 'Vehicle id', zh: '车辆标识' },
        { en: 'The vehicle of the leg.', zh: '执行航段的车辆。' },
      ),
    ),
  ),
};

/** Natural key: `legId`, over all revisions of its report. */
export const TransportLeg = Resource(
  'TransportLeg',
  { en: 'Transport leg', zh: '运输航段' },
  {
    en: 'One vehicle, one way, one mode: what it used, what it emitted and what it carried.',
    zh: '一车一程一种方式：能耗、排放与所载包裹。',
  },
  { ...legMembers, status: Ref(TransportLegStatus), ...storedMembers },
);
export type TransportLeg = Static<typeof TransportLeg>;

const stored: TransportLeg = {
  ...nightLeg,
  status: 'REPORTED',
  revision: 1,
  createdAt: '2026-11-23T03:20:00+08:00',
  updatedAt: '2026-11-23T03:20:00+08:00',
};
const { status: _, ...withoutStatus } = stored;

export const transportLeg = defineMessage({
  schema: TransportLeg,
  requirements: [
    {
      id: 'EMI-002',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'C',
      text: { en: 'Method and version are stated.', zh: '须注明核算方法与版本。' },
      wire: 'reports',
      judgedBy: 'check',
    },
    {
      id: 'EMI-003',
      level: 'MUST',
      roles: ['courier'],
      position: 'server',
      tier: 'C',
      text: {
        en: '`emptyMetres` ≤ `distanceMetres`; load factor ≤ 100.',
        zh: '空驶里程不得超过总里程。',
      },
      wire: 'reports',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'a night on the road': stored,
      'corrected and verified': {
        ...stored,
        reportRevision: 2,
        co2eGrams: 151_900,
        status: 'VERIFIED',
        revision: 3,
        updatedAt: '2026-11-25T10:00:00+08:00',
      },
    },
    invalid: {
      'no status': { value: withoutStatus, breaks: { pointer: '', rule: 'required' } },
      'emptier than it was long': {
        value: { ...stored, emptyMetres: 386_001 },
        breaks: { pointer: '/emptyMetres', rule: 'EMI-003', requirement: 'EMI-003' },
      },
      'fuller than full': {
        value: { ...stored, loadFactorPercent: 101 },
        breaks: { pointer: '/loadFactorPercent', rule: 'maximum', requirement: 'EMI-003' },
      },
    },
  },
});
