import type { Static } from '@sinclair/typebox';
import { defineOperation, Resource } from '../define/index.ts';
import { cover } from './_examples.ts';
import { coverMembers, InsuranceCover } from './insurance-cover.ts';

export const InsuranceCoverEntry = Resource(
  'InsuranceCoverEntry',
  { en: 'Entry of a cover', zh: '保险登记' },
  { en: 'A cover of the vehicle in the path.', zh: '路径所指车辆的保险。' },
  coverMembers,
);
export type InsuranceCoverEntry = Static<typeof InsuranceCoverEntry>;

const { policyNo: _, ...withoutPolicy } = cover;

export const addInsuranceCover = defineOperation({
  name: 'add-insurance-cover',
  since: '1.0',
  title: { en: 'Add a cover', zh: '登记保险' },
  servedBy: ['regulator'],
  calledBy: ['insurer', 'courier'],
  method: 'POST',
  path: '/v1/vehicles/{vehicleId}/insurance-covers',
  request: InsuranceCoverEntry,
  answer: { status: 201, body: InsuranceCover },
  problems: ['NOT_FOUND', 'RULE_VIOLATION'],
  requirements: [],
  examples: {
    request: {
      valid: { 'a year against third parties': cover },
      invalid: {
        'the policy is missing': {
          value: withoutPolicy,
          breaks: { pointer: '', rule: 'required' },
        },
        'the policy has spaces': {
          value: { ...cover, policyNo: 'PL 171' },
          breaks: { pointer: '/policyNo', rule: 'pattern' },
        },
        'it ends before it begins': {
          value: { ...cover, validToOn: '2025-12-31' },
          breaks: { pointer: '/validToOn', rule: 'DSC-023', requirement: 'DSC-023' },
        },
      },
    },
  },
});
