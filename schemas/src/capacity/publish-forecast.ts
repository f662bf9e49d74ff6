import type { Static } from '@sinclair/typebox';
import { defineOperation, Resource } from '../define/index.ts';
import { CapacityForecast, forecastMembers } from './capacity-forecast.ts';

export const CapacityForecastSubmission = Resource(
  'CapacityForecastSubmission',
  { en: 'Submission of a forecast', zh: '运量预测提交' },
  { en: 'What a platform expects.', zh: '平台预计的运量。' },
  forecastMembers,
);
export type CapacityForecastSubmission = Static<typeof CapacityForecastSubmission>;

const cell = {
  dayOn: '2026-11-11',
  fromRegionCode: '210204',
  toRegionCode: '210281',
  p50Count: 1200,
  p90Count: 1900,
};
const submission: CapacityForecastSubmission = {
  scenario: '双11',
  regionCodeVersion: 'NBS-2023',
  cells: [cell],
};
const { scenario: _, ...ofNothing } = submission;

export const publishForecast = defineOperation({
  name: 'publish-forecast',
  since: '1.0',
  title: { en: 'Publish a forecast', zh: '发布运量预测' },
  servedBy: ['hub', 'courier'],
  calledBy: ['platform'],
  method: 'POST',
  path: '/v1/capacity-forecasts',
  request: CapacityForecastSubmission,
  answer: { status: 201, body: CapacityForecast },
  problems: ['RULE_VIOLATION'],
  requirements: [],
  examples: {
    request: {
      valid: { 'one lane on one day': submission },
      invalid: {
        'scenario is missing': { value: ofNothing, breaks: { pointer: '', rule: 'required' } },
        'the likely is above the unlikely': {
          value: { ...submission, cells: [{ ...cell, p50Count: 2000 }] },
          breaks: { pointer: '/cells/0/p90Count', rule: 'DSC-023', requirement: 'DSC-023' },
        },
        'one cell twice': {
          value: { ...submission, cells: [cell, cell] },
          breaks: { pointer: '/cells/1', rule: 'DSC-023', requirement: 'DSC-023' },
        },
      },
    },
  },
});
