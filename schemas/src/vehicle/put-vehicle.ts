import type { Static } from '@sinclair/typebox';
import { defineOperation, Resource } from '../define/index.ts';
import { tricycle } from './_examples.ts';
import { Vehicle, vehicleMembers } from './vehicle.ts';

/** The whole vehicle, every time: what is left out is taken away. */
export const VehicleRegistration = Resource(
  'VehicleRegistration',
  { en: 'Registration of a vehicle', zh: '车辆登记' },
  { en: 'The whole description of one vehicle.', zh: '一辆车的完整描述。' },
  vehicleMembers,
);
export type VehicleRegistration = Static<typeof VehicleRegistration>;

const { status: _, ...withoutStatus } = tricycle;

export const putVehicle = defineOperation({
  name: 'put-vehicle',
  since: '1.0',
  title: { en: 'Register a vehicle', zh: '登记车辆' },
  description: {
    en: 'Registers it, or replaces what is stored. The number of a retired vehicle is free again.',
    zh: '登记或整体替换。报废车辆的编号可再次使用。',
  },
  servedBy: ['regulator', 'hub'],
  calledBy: ['courier'],
  method: 'PUT',
  path: '/v1/vehicles/{vehicleId}',
  request: VehicleRegistration,
  answer: { status: 200, also: [201], body: Vehicle },
  problems: ['NOT_FOUND', 'DUPLICATE', 'RULE_VIOLATION'],
  requirements: [
    {
      id: 'VEH-001',
      level: 'MUST',
      roles: ['regulator', 'hub'],
      position: 'server',
      tier: 'W',
      clause: 'SC-9',
      text: { en: 'A `fleetNo` belongs to one vehicle at a time.', zh: '统一编号一车一号。' },
      wire: 'second PUT → 409',
      judgedBy: 'check',
    },
  ],
  examples: {
    request: {
      valid: { 'an electric tricycle': tricycle },
      invalid: {
        'status is missing': { value: withoutStatus, breaks: { pointer: '', rule: 'required' } },
        'the id comes along': {
          value: { ...tricycle, vehicleId: '019398a0-0000-7000-8000-000000000a01' },
          breaks: { pointer: '', rule: 'additionalProperties' },
        },
        'a petrol engine without emissions': {
          value: { ...tricycle, energy: 'PETROL' },
          breaks: { pointer: '/energy', rule: 'VEH-006', requirement: 'VEH-006' },
        },
      },
    },
  },
});
