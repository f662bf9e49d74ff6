import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation } from '../define/index.ts';
import { RuralServiceDeclaration } from './rural-service-declaration.ts';

const { villageCodes, deliveriesPerWeekCount, producePickup } = RuralServiceDeclaration.properties;

/** The whole of the service, not a change of it. */
export const RuralServiceEntry = Closed(
  'RuralServiceEntry',
  { en: 'Entry of rural service', zh: '农村服务登记' },
  { en: 'States the rural service of a point as a whole.', zh: '整体申报服务点的农村服务。' },
  { villageCodes, deliveriesPerWeekCount, producePickup },
);
export type RuralServiceEntry = Static<typeof RuralServiceEntry>;

const entry: RuralServiceEntry = {
  villageCodes: ['210213101201', '210213101202'],
  deliveriesPerWeekCount: 3,
  producePickup: true,
};

export const putRuralDeclaration = defineOperation({
  name: 'put-rural-declaration',
  since: '1.0',
  title: { en: 'Declare rural service', zh: '申报农村服务' },
  servedBy: ['hub'],
  calledBy: ['service-point'],
  method: 'PUT',
  path: '/v1/rural-declarations/{pointId}',
  request: RuralServiceEntry,
  answer: { status: 200, also: [201], body: RuralServiceDeclaration },
  problems: [],
  requirements: [],
  examples: {
    request: {
      valid: { 'two villages': entry, 'twice a day': { ...entry, deliveriesPerWeekCount: 14 } },
      invalid: {
        'no village': {
          value: { ...entry, villageCodes: [] },
          breaks: { pointer: '/villageCodes', rule: 'minItems' },
        },
        'never delivered': {
          value: { ...entry, deliveriesPerWeekCount: 0 },
          breaks: { pointer: '/deliveriesPerWeekCount', rule: 'minimum' },
        },
      },
    },
  },
});
