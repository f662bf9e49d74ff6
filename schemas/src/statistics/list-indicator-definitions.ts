import type { Static } from '@sinclair/typebox';
import { CALLING_ROLES, defineOperation, pageOf } from '../define/index.ts';
import { IndicatorDefinition } from './indicator-definition.ts';
import { indicatorDefinitionOf } from './indicator-definition-of.ts';

export const IndicatorDefinitionPage = pageOf(IndicatorDefinition, {
  en: 'definition of an indicator',
  zh: '指标定义',
});
export type IndicatorDefinitionPage = Static<typeof IndicatorDefinitionPage>;

export const listIndicatorDefinitions = defineOperation({
  name: 'list-indicator-definitions',
  since: '1.0',
  title: { en: 'List definitions of indicators', zh: '列出指标定义' },
  description: { en: 'In the order of the code list.', zh: '按代码表顺序。' },
  servedBy: ['regulator', 'hub'],
  calledBy: CALLING_ROLES,
  method: 'GET',
  path: '/v1/indicator-definitions',
  answer: { status: 200, body: IndicatorDefinitionPage },
  problems: [],
  agreement: 'none',
  requirements: [],
  examples: {
    answer: {
      valid: {
        'none of them': { items: [] },
        'two of them': {
          items: [indicatorDefinitionOf('PARK_COUNT'), indicatorDefinitionOf('COMPLAINT_RATE')],
        },
      },
      invalid: {
        'items are missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'an item is a code': {
          value: { items: ['PARK_COUNT'] },
          breaks: { pointer: '/items/0', rule: 'type' },
        },
      },
    },
  },
});
