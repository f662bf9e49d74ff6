import type { Static } from '@sinclair/typebox';
import {
  defineMessage,
  Flag,
  Optional,
  privacy,
  Ref,
  Resource,
  Whole,
  words,
} from '../define/index.ts';
import { EnergyType } from '../vocabulary/energy-type-codes.ts';
import { FleetNo } from '../vocabulary/fleet-no.ts';
import { PlateNo } from '../vocabulary/plate-no.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { Vin } from '../vocabulary/vin.ts';
import { electricTricycle } from './_examples.ts';
import { EmissionStandard, VehicleKind, VehicleStatus } from './vehicle-codes.ts';

/** The vehicle that a message is about; its owner makes the id. */
export const vehicleId = Ref(
  Uuid,
  words(
    { en: 'Vehicle id', zh: '车辆标识' },
    { en: 'Names the vehicle for all its life.', zh: '在车辆全生命周期内标识该车辆。' },
  ),
);

/** What the owner says of a vehicle: the same in the registration and in the stored vehicle. */
export const vehicleMembers = {
  fleetNo: Ref(FleetNo),
  kind: Ref(VehicleKind),
  plateNo: Optional(Ref(PlateNo)),
  vin: Optional(Ref(Vin)),
  isStandardModel: Flag(
    { en: 'Standard model', zh: '标准车型' },
    { en: 'The model is one of the standard models.', zh: '车型属于标准化车型。' },
  ),
  energy: Ref(EnergyType),
  emissionStandard: Optional(Ref(EmissionStandard)),
  hasUnifiedMarking: Flag(
    { en: 'Unified marking', zh: '统一标识' },
    { en: 'The vehicle bears the unified marking.', zh: '车身具有统一标识。' },
  ),
  payloadGrams: Optional(
    Whole(
      0,
      100_000_000,
      { en: 'Payload', zh: '载重' },
      { en: 'Greatest load, in grams.', zh: '最大载重，单位为克。' },
      { 'x-unit': 'g', ...privacy('business', 'measure') },
    ),
  ),
  volumeCubicCentimetres: Optional(
    Whole(
      0,
      1_000_000_000,
      { en: 'Volume', zh: '容积' },
      { en: 'Space for parcels, in cubic centimetres.', zh: '载货容积，单位为立方厘米。' },
      { 'x-unit': 'cm3', ...privacy('business', 'measure') },
    ),
  ),
  status: Ref(VehicleStatus),
};

export const Vehicle = Resource(
  'Vehicle',
  { en: 'Delivery vehicle', zh: '配送车辆' },
  {
    en: 'A vehicle under its unified number, as its owner describes it.',
    zh: '具有统一编号的车辆，由所有方描述。',
  },
  { vehicleId, ...vehicleMembers, ...storedMembers },
);
export type Vehicle = Static<typeof Vehicle>;

const { fleetNo: _, ...withoutNumber } = electricTricycle;

export const vehicleMessage = defineMessage({
  schema: Vehicle,
  requirements: [
    {
      id: 'VEH-006',
      level: 'MUST',
      roles: ['courier'],
      position: 'caller',
      tier: 'W',
      clause: 'SC-18',
      text: {
        en: 'Zero-emission vehicles name an energy type of BEV, FCEV, RAIL_ELECTRIC or HUMAN.',
        zh: '零排放标识须与能源类型一致。',
      },
      wire: 'compare',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'an electric tricycle': electricTricycle,
      'a truck with its plate': {
        ...electricTricycle,
        vehicleId: '019398a0-0000-7000-8000-000000000a02',
        fleetNo: '210200-ZZ-00002',
        kind: 'TRUCK',
        plateNo: '辽B12345',
        vin: '1M8GDM9AXKP042788',
        energy: 'DIESEL',
        emissionStandard: 'CN_VIB',
        payloadGrams: 18_000_000,
        volumeCubicCentimetres: 56_000_000,
        status: 'SUSPENDED',
      },
    },
    invalid: {
      'the number is missing': {
        value: withoutNumber,
        breaks: { pointer: '', rule: 'required' },
      },
      'a number without its region': {
        value: { ...electricTricycle, fleetNo: 'ZZ-00001' },
        breaks: { pointer: '/fleetNo', rule: 'pattern' },
      },
      'a diesel without emissions': {
        value: { ...electricTricycle, energy: 'DIESEL' },
        breaks: { pointer: '/energy', rule: 'VEH-006', requirement: 'VEH-006' },
      },
      'an energy of no list': {
        value: { ...electricTricycle, energy: 'ELECTRIC' },
        breaks: { pointer: '/energy', rule: 'enum' },
      },
      'a masked plate': {
        value: { ...electricTricycle, plateNo: '辽B***45' },
        breaks: { pointer: '/plateNo', rule: 'masked-input' },
      },
    },
  },
});
