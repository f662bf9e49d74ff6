import type { Static } from '@sinclair/typebox';
import { defineOperation, pageOf, Ref } from '../define/index.ts';
import { FleetNo } from '../vocabulary/fleet-no.ts';
import { electricTricycle } from './_examples.ts';
import { Vehicle } from './vehicle.ts';

export const VehiclePage = pageOf(Vehicle, { en: 'vehicles', zh: '配送车辆' });
export type VehiclePage = Static<typeof VehiclePage>;

export const listVehicles = defineOperation({
  name: 'list-vehicles',
  since: '1.0',
  title: { en: 'List vehicles', zh: '列出车辆' },
  servedBy: ['regulator', 'hub'],
  calledBy: ['courier'],
  method: 'GET',
  path: '/v1/vehicles',
  query: { fleetNo: Ref(FleetNo) },
  answer: { status: 200, body: VehiclePage },
  problems: ['CURSOR_EXPIRED'],
  requirements: [],
  examples: {
    answer: {
      valid: { 'one vehicle': { items: [electricTricycle] }, none: { items: [] } },
      invalid: {
        'items are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'an item is a number': {
          value: { items: ['210200-ZZ-00001'] },
          breaks: { pointer: '/items/0', rule: 'type' },
        },
      },
    },
  },
});
