import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineMessage,
  Line,
  Optional,
  Part,
  privacy,
  Ref,
  Whole,
  words,
} from '../define/index.ts';
import { IndicatorCode } from './indicator-codes.ts';
import { indicatorDefinitionOf } from './indicator-definition-of.ts';
import { GoalComparison, IndicatorUnit } from './statistics-codes.ts';

const text = privacy('public', 'business-text');

/** What an indicator means, for a reader; its code list has the same, and the reference algorithm computes it. */
export const IndicatorDefinition = Closed(
  'IndicatorDefinition',
  { en: 'Definition of an indicator', zh: '指标定义' },
  {
    en: 'What is counted over the event log, in which unit, and what goal was set.',
    zh: '按业务事件统计的口径、单位及设定的目标。',
  },
  {
    indicator: Ref(IndicatorCode, privacy('public', 'code')),
    titleEn: Line(60, { en: 'Title', zh: '英文名称' }, { en: 'In English.', zh: '英文。' }, text),
    titleZh: Line(
      60,
      { en: 'Chinese title', zh: '名称' },
      { en: 'In Chinese.', zh: '中文。' },
      text,
    ),
    definitionEn: Line(
      300,
      { en: 'Definition', zh: '英文定义' },
      { en: 'In English.', zh: '英文。' },
      text,
    ),
    definitionZh: Line(
      300,
      { en: 'Chinese definition', zh: '定义' },
      { en: 'In Chinese.', zh: '中文。' },
      text,
    ),
    unit: Ref(IndicatorUnit, privacy('public', 'code')),
    methodVersion: Line(
      40,
      { en: 'Version of the method', zh: '方法版本' },
      { en: 'Of this definition.', zh: '本定义的版本。' },
      { pattern: '[A-Za-z0-9._-]{1,40}', ...privacy('public', 'technical') },
    ),
    goal: Optional(
      Part(
        {
          count: Whole(
            0,
            Number.MAX_SAFE_INTEGER,
            { en: 'Count', zh: '数值' },
            { en: 'In the unit of the indicator, a year.', zh: '以指标单位计，按年。' },
            privacy('public', 'measure'),
          ),
          comparison: Ref(GoalComparison, privacy('public', 'code')),
        },
        words(
          { en: 'Goal', zh: '目标' },
          { en: 'That the policy sets, if any.', zh: '政策设定的目标。' },
        ),
      ),
    ),
  },
);
export type IndicatorDefinition = Static<typeof IndicatorDefinition>;

const volume: IndicatorDefinition = indicatorDefinitionOf('PARCEL_VOLUME');
const { definitionZh: _, ...inOneLanguage } = volume;

export const indicatorDefinition = defineMessage({
  schema: IndicatorDefinition,
  requirements: [],
  examples: {
    valid: {
      'parcel volume, with a goal': volume,
      'on-time rate': indicatorDefinitionOf('ON_TIME_RATE'),
    },
    invalid: {
      'in one language': { value: inOneLanguage, breaks: { pointer: '', rule: 'required' } },
      'a unit of no list': {
        value: { ...volume, unit: 'PERCENT' },
        breaks: { pointer: '/unit', rule: 'enum' },
      },
      'a goal without a comparison': {
        value: { ...volume, goal: { count: 5 } },
        breaks: { pointer: '/goal', rule: 'required' },
      },
    },
  },
});
