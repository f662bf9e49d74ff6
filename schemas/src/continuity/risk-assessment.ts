import type { Static } from '@sinclair/typebox';
import {
  check,
  defineMessage,
  Line,
  ListOf,
  Optional,
  Part,
  privacy,
  Ref,
  Resource,
  Whole,
  words,
} from '../define/index.ts';
import { CivilDate } from '../vocabulary/civil-date.ts';
import { DatePeriod } from '../vocabulary/date-period.ts';
import { RiskLevel } from '../vocabulary/risk-level-codes.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { ASSESSMENT } from './_examples.ts';

const businessText = { ...privacy('business', 'business-text'), ...check('digit-run') };
const seconds = { 'x-unit': 's', ...privacy('business', 'measure') };
const YEAR_SECONDS = 31_536_000;

const scenario = Part({
  scenarioId: Line(
    40,
    { en: 'Scenario id', zh: '情景标识' },
    { en: 'Names the scenario within the assessment.', zh: '在评估内标识该情景。' },
    privacy('business', 'none'),
  ),
  title: Line(
    100,
    { en: 'Title', zh: '名称' },
    { en: 'What may happen.', zh: '可能发生的情形。' },
    businessText,
  ),
  likelihood: Whole(
    1,
    5,
    { en: 'Likelihood', zh: '可能性' },
    { en: 'From 1, rare, to 5, expected.', zh: '自 1（罕见）至 5（预期发生）。' },
  ),
  impact: Whole(
    1,
    5,
    { en: 'Impact', zh: '影响' },
    { en: 'From 1, slight, to 5, severe.', zh: '自 1（轻微）至 5（严重）。' },
  ),
  score: Whole(
    1,
    25,
    { en: 'Score', zh: '评分' },
    { en: 'Likelihood times impact.', zh: '可能性乘以影响。' },
  ),
  dependency: Line(
    100,
    { en: 'Dependency', zh: '依赖' },
    { en: 'What fails in the scenario.', zh: '该情景中失效的依赖。' },
    businessText,
  ),
  mitigation: Line(
    500,
    { en: 'Mitigation', zh: '缓解措施' },
    { en: 'What is done about it.', zh: '采取的措施。' },
    businessText,
  ),
  ownerDesk: Line(
    40,
    { en: 'Owner', zh: '责任台' },
    { en: 'The desk that answers for the mitigation.', zh: '负责缓解措施的值班台。' },
    businessText,
  ),
  dueOn: Ref(
    CivilDate,
    words(
      { en: 'Due on', zh: '完成期限' },
      { en: 'When it is to be done.', zh: '计划完成的日期。' },
    ),
  ),
});

/** Made by its sender, who numbers its revisions. */
export const RiskAssessment = Resource(
  'RiskAssessment',
  { en: 'Risk assessment', zh: '风险评估' },
  {
    en: 'What may interrupt the exchange of data, how likely, how badly, and what is done about it.',
    zh: '可能中断数据交换的情形、可能性、影响及措施。',
  },
  {
    assessmentId: Ref(
      Uuid,
      words(
        { en: 'Assessment id', zh: '评估标识' },
        { en: 'Names the assessment.', zh: '标识该评估。' },
      ),
    ),
    period: Ref(
      DatePeriod,
      words({ en: 'Period', zh: '评估期间' }, { en: 'What it covers.', zh: '评估所覆盖的期间。' }),
    ),
    scenarios: ListOf(
      scenario,
      1,
      100,
      words({ en: 'Scenarios', zh: '情景' }, { en: 'What may happen.', zh: '可能发生的情形。' }),
    ),
    singlePointsOfFailure: ListOf(
      Line(
        200,
        { en: 'Single point of failure', zh: '单点故障' },
        { en: 'What has no second.', zh: '无备份的环节。' },
        businessText,
      ),
      0,
      100,
      words(
        { en: 'Single points of failure', zh: '单点故障清单' },
        { en: 'An empty list: none are known.', zh: '空列表表示已知没有。' },
      ),
    ),
    lastDrillOn: Optional(
      Ref(
        CivilDate,
        words(
          { en: 'Last drill', zh: '最近演练日期' },
          { en: 'When an interruption was last rehearsed.', zh: '最近一次中断演练的日期。' },
        ),
      ),
    ),
    recoveryTimeObjectiveSeconds: Whole(
      0,
      YEAR_SECONDS,
      { en: 'Recovery time objective', zh: '恢复时间目标' },
      { en: 'Within which service is back.', zh: '恢复服务的目标时长。' },
      seconds,
    ),
    recoveryPointObjectiveSeconds: Whole(
      0,
      YEAR_SECONDS,
      { en: 'Recovery point objective', zh: '恢复点目标' },
      { en: 'How much of the latest data may be lost.', zh: '可容忍丢失的最近数据时长。' },
      seconds,
    ),
    riskLevel: Ref(
      RiskLevel,
      words(
        { en: 'Risk level', zh: '风险等级' },
        { en: 'That of the highest score.', zh: '最高评分所在的等级。' },
      ),
    ),
    ...storedMembers,
  },
);
export type RiskAssessment = Static<typeof RiskAssessment>;

const flood: Static<typeof scenario> = {
  scenarioId: 'S-01',
  title: '机房进水',
  likelihood: 2,
  impact: 5,
  score: 10,
  dependency: '主机房',
  mitigation: '异地热备，每季切换一次。',
  ownerDesk: '数据接口值班台',
  dueOn: '2027-03-31',
};

/** An assessment that the examples of this module share. */
const assessment: RiskAssessment = {
  assessmentId: ASSESSMENT,
  period: { fromOn: '2026-07-01', toOn: '2027-06-30' },
  scenarios: [flood],
  singlePointsOfFailure: ['短信网关'],
  lastDrillOn: '2026-09-18',
  recoveryTimeObjectiveSeconds: 3600,
  recoveryPointObjectiveSeconds: 0,
  riskLevel: 'HIGH',
  revision: 1,
  createdAt: '2026-10-01T09:00:00+08:00',
  updatedAt: '2026-10-01T09:00:00+08:00',
};
const { lastDrillOn, ...undrilled } = assessment;
const { riskLevel, ...unjudged } = assessment;

/** The assessment, with its examples. */
export const riskAssessmentMessage = defineMessage({
  schema: RiskAssessment,
  requirements: [
    {
      id: 'CTY-013',
      level: 'MUST',
      roles: 'any',
      position: 'server',
      tier: 'W',
      text: { en: '`riskLevel` follows from the scores.', zh: '风险等级须由评分推导。' },
      wire: 'recompute',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: {
      'one scenario of high risk': assessment,
      'never rehearsed, low risk': {
        ...undrilled,
        scenarios: [{ ...flood, likelihood: 1, impact: 4, score: 4 }],
        singlePointsOfFailure: [],
        riskLevel: 'LOW',
      },
    },
    invalid: {
      'level is missing': { value: unjudged, breaks: { pointer: '', rule: 'required' } },
      'likelihood of six': {
        value: { ...assessment, scenarios: [{ ...flood, likelihood: 6 }] },
        breaks: { pointer: '/scenarios/0/likelihood', rule: 'maximum' },
      },
      'score is not the product': {
        value: { ...assessment, scenarios: [{ ...flood, score: 12 }] },
        breaks: { pointer: '/scenarios/0/score', rule: 'CTY-013' },
      },
      'level is below the highest score': {
        value: { ...assessment, riskLevel: 'MEDIUM' },
        breaks: { pointer: '/riskLevel', rule: 'CTY-013' },
      },
    },
  },
});
