import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineMessage,
  Line,
  ListOf,
  Optional,
  privacy,
  Ref,
  Resource,
  Whole,
  words,
} from '../define/index.ts';
import { DatePeriod } from '../vocabulary/date-period.ts';
import { PartyRef } from '../vocabulary/party-ref.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { timeliness } from './_examples.ts';
import { CreditDimension } from './credit-codes.ts';

const evaluated = {
  subject: Optional(
    Ref(
      PartyRef,
      words(
        { en: 'Organisation', zh: '单位' },
        { en: 'The organisation that is scored.', zh: '被评的单位。' },
      ),
    ),
  ),
  actorId: Optional(
    Line(
      64,
      { en: 'Actor', zh: '操作者' },
      {
        en: 'Pseudonymous id of a person or process that is scored.',
        zh: '被评操作者的化名标识。',
      },
      privacy('pseudonymous', 'opaque-ref', { subject: 'courier-staff' }),
    ),
  ),
  dimension: Ref(CreditDimension),
  score: Whole(
    0,
    1000,
    { en: 'Score', zh: '评分' },
    { en: 'From 0, the worst, to 1000.', zh: '0 最差，1000 最好。' },
  ),
  evidenceRefs: ListOf(
    Line(
      64,
      { en: 'Evidence', zh: '依据' },
      { en: 'Where the evidence is kept.', zh: '依据的存放标识。' },
      { pattern: '[A-Za-z0-9._:-]{1,64}', ...privacy('pseudonymous', 'opaque-ref') },
    ),
    1,
    20,
    words({ en: 'Evidence', zh: '依据' }, { en: 'What the score rests on.', zh: '评分的依据。' }),
  ),
  period: Ref(
    DatePeriod,
    words(
      { en: 'Period', zh: '期间' },
      { en: 'That the score is about.', zh: '评分所针对的期间。' },
    ),
  ),
  methodVersion: Line(
    40,
    { en: 'Version of the method', zh: '方法版本' },
    { en: 'By which the score was computed.', zh: '计算评分所用的方法版本。' },
    { pattern: '[A-Za-z0-9._-]{1,40}', ...privacy('business', 'technical') },
  ),
};

/** A score without period, evidence and method is gossip. */
export const CreditEvaluationSubmission = Closed(
  'CreditEvaluationSubmission',
  { en: 'Submission of a credit score', zh: '信用评分提交' },
  {
    en: 'A score of one organisation or of one actor in one dimension.',
    zh: '对一个单位或一个操作者在一个维度上的评分。',
  },
  evaluated,
);
export type CreditEvaluationSubmission = Static<typeof CreditEvaluationSubmission>;

export const CreditEvaluation = Resource(
  'CreditEvaluation',
  { en: 'Credit score', zh: '信用评分' },
  {
    en: 'A score in one dimension; that of an organisation is public once published.',
    zh: '一个维度上的评分；单位的评分发布后公开。',
  },
  {
    evaluationId: Ref(
      Uuid,
      words({ en: 'Score id', zh: '评分标识' }, { en: 'Names the score.', zh: '标识该评分。' }),
    ),
    ...evaluated,
    ...storedMembers,
  },
);
export type CreditEvaluation = Static<typeof CreditEvaluation>;

const {
  evaluationId: _,
  revision: __,
  createdAt: ___,
  updatedAt: ____,
  ...submission
} = timeliness;
const { subject: _____, ...ofNobody } = submission;

export const creditEvaluationSubmission = defineMessage({
  schema: CreditEvaluationSubmission,
  requirements: [],
  examples: {
    valid: {
      'a courier': submission,
      'an actor of a courier': { ...ofNobody, actorId: 'st-7f3a', dimension: 'SAFETY' },
    },
    invalid: {
      'nobody is scored': {
        value: ofNobody,
        breaks: { pointer: '', rule: 'DSC-023', requirement: 'DSC-023' },
      },
      'no evidence': {
        value: { ...submission, evidenceRefs: [] },
        breaks: { pointer: '/evidenceRefs', rule: 'minItems' },
      },
      'a score above the scale': {
        value: { ...submission, score: 1001 },
        breaks: { pointer: '/score', rule: 'maximum' },
      },
      'a period that ends before it begins': {
        value: { ...submission, period: { fromOn: '2026-10-31', toOn: '2026-10-01' } },
        breaks: { pointer: '/period/toOn', rule: 'date-order' },
      },
    },
  },
});

const { methodVersion: ______, ...withoutMethod } = timeliness;

export const creditEvaluation = defineMessage({
  schema: CreditEvaluation,
  requirements: [
    {
      id: 'CRD-006',
      level: 'MUST',
      roles: ['hub'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'A score names period, evidence and method version.',
        zh: '评分须注明期间、依据与方法版本。',
      },
      wire: 'evaluations',
      judgedBy: 'check',
    },
  ],
  examples: {
    valid: { 'on-time delivery of a month': timeliness },
    invalid: {
      'the method is missing': {
        value: withoutMethod,
        breaks: { pointer: '', rule: 'required' },
      },
      'an organisation and an actor': {
        value: { ...timeliness, actorId: 'st-7f3a' },
        breaks: { pointer: '', rule: 'DSC-021', requirement: 'DSC-021' },
      },
    },
  },
});
