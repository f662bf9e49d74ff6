import type { Static } from '@sinclair/typebox';
import { RevealStatus } from '../consignee/consignee-codes.ts';
import {
  Closed,
  defineOperation,
  Line,
  ListOf,
  Optional,
  ORGANISATION_ROLES,
  Part,
  privacy,
  Ref,
  Role,
  SERVING_ROLES,
  Whole,
  words,
} from '../define/index.ts';
import { AgreementId } from '../vocabulary/agreement-id.ts';
import { CancelOutcome } from '../vocabulary/cancel-outcome-codes.ts';
import { ConsigneeRef } from '../vocabulary/consignee-ref.ts';
import { OrderNo } from '../vocabulary/order-no.ts';
import { PartyId } from '../vocabulary/party-id.ts';
import { ProblemCode } from '../vocabulary/problem-code-codes.ts';
import { RevealId } from '../vocabulary/reveal-id.ts';
import { Revision } from '../vocabulary/revision.ts';
import { SubscriptionId } from '../vocabulary/subscription-id.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { TestActionState } from './test-control-codes.ts';

export const TestActionRun = Closed(
  'TestActionRun',
  { en: 'Run of a test action', zh: '测试动作执行' },
  {
    en: 'How far an action is, and what came of it; the action names the members of its result.',
    zh: '动作进度与结果；结果成员由动作决定。',
  },
  {
    state: Ref(TestActionState),
    result: Optional(
      Part(
        {
          orderNo: Optional(Ref(OrderNo)),
          consigneeRef: Optional(Ref(ConsigneeRef)),
          references: Optional(
            ListOf(
              Part({
                partyId: Ref(PartyId),
                role: Ref(Role),
                consigneeRef: Ref(ConsigneeRef),
              }),
              0,
              50,
              words(
                { en: 'References', zh: '引用' },
                {
                  en: 'Of the order, for the other parties of the tenant.',
                  zh: '该订单面向租户其他各方的引用。',
                },
              ),
            ),
          ),
          outcome: Optional(Ref(CancelOutcome)),
          waybillNo: Optional(Ref(WaybillNo)),
          revealId: Optional(Ref(RevealId)),
          code: Optional(
            Ref(
              ProblemCode,
              words(
                { en: 'Code', zh: '错误码' },
                { en: 'Of the problem that was answered.', zh: '所得错误的代码。' },
              ),
            ),
          ),
          agreementId: Optional(Ref(AgreementId)),
          revision: Optional(Ref(Revision)),
          eventCount: Optional(
            Whole(
              0,
              Number.MAX_SAFE_INTEGER,
              { en: 'Events', zh: '事件数' },
              { en: 'How many were replayed.', zh: '重放的事件数。' },
            ),
          ),
          subscriptionId: Optional(Ref(SubscriptionId)),
          status: Optional(Ref(RevealStatus)),
          resourceId: Optional(
            Line(
              64,
              { en: 'Resource', zh: '资源标识' },
              { en: 'To which the fact happened.', zh: '发生该事实的资源。' },
              privacy('pseudonymous', 'opaque-ref'),
            ),
          ),
        },
        words(
          { en: 'Result', zh: '结果' },
          { en: 'Absent while the action runs.', zh: '进行中不出现。' },
        ),
      ),
    ),
  },
);
export type TestActionRun = Static<typeof TestActionRun>;

export const getTestAction = defineOperation({
  name: 'get-test-action',
  since: '1.0',
  title: { en: 'Read a test action', zh: '查询测试动作' },
  servedBy: SERVING_ROLES,
  calledBy: ORGANISATION_ROLES,
  method: 'GET',
  path: '/v1/test-controls/actions/{actionId}',
  answer: { status: 200, body: TestActionRun },
  problems: ['NOT_FOUND'],
  agreement: 'none',
  class: 'test-control',
  requirements: [],
  examples: {
    answer: {
      valid: {
        'it runs': { state: 'RUNNING' },
        'an order and its references': {
          state: 'SUCCEEDED',
          result: {
            orderNo: 'ORD20261101-0001',
            consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4',
            references: [
              {
                partyId: 'ZZEXPRESS',
                role: 'courier',
                consigneeRef: 'cr1_8OHSw7Sllod4aVpLPC0eDwL',
              },
            ],
          },
        },
        'a reveal that was refused': {
          state: 'SUCCEEDED',
          result: { code: 'STAGE_NOT_PERMITTED' },
        },
        'nothing to tell of an after-sales case': { state: 'SUCCEEDED', result: {} },
      },
      invalid: {
        'state is missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'the name of a person comes along': {
          value: { state: 'SUCCEEDED', result: { name: '张三丰' } },
          breaks: { pointer: '/result', rule: 'additionalProperties' },
        },
        'it runs and has a result': {
          value: { state: 'RUNNING', result: {} },
          breaks: { pointer: '/result', rule: 'DSC-021', requirement: 'DSC-021' },
        },
      },
    },
  },
});
