import type { Static } from '@sinclair/typebox';
import {
  Closed,
  Cursor,
  defineOperation,
  Flag,
  Line,
  ListOf,
  Optional,
  ORGANISATION_ROLES,
  Part,
  privacy,
  Ref,
  SERVING_ROLES,
  words,
} from '../define/index.ts';
import { ActionId } from '../vocabulary/action-id.ts';
import { AgreementId } from '../vocabulary/agreement-id.ts';
import { CancelReason } from '../vocabulary/cancel-reason-codes.ts';
import { CivilDate } from '../vocabulary/civil-date.ts';
import { ConsigneeRef } from '../vocabulary/consignee-ref.ts';
import { EventType } from '../vocabulary/event-type.ts';
import { FreeShippingBearer } from '../vocabulary/free-shipping-bearer-codes.ts';
import { HttpsUrl } from '../vocabulary/https-url.ts';
import { LabelFormat } from '../vocabulary/label-format-codes.ts';
import { OperationId } from '../vocabulary/operation-id.ts';
import { OrderNo } from '../vocabulary/order-no.ts';
import { PackClass } from '../vocabulary/pack-class-codes.ts';
import { PackageId } from '../vocabulary/package-id.ts';
import { RevealField } from '../vocabulary/reveal-field-codes.ts';
import { RevealId } from '../vocabulary/reveal-id.ts';
import { RevealPurpose } from '../vocabulary/reveal-purpose-codes.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { TestAction } from './test-control-codes.ts';

/** Which members of the input each action takes; `true`: it needs them. */
export const TEST_ACTION_INPUTS = {
  SUBMIT_ORDER: {
    orderNo: false,
    consigneeSeed: true,
    packClass: false,
    freeShippingBearer: false,
  },
  CANCEL_ORDER: { orderNo: true, reason: true },
  CREATE_WAYBILL: { orderNo: true, packageId: false, labelFormat: false },
  REQUEST_REVEAL: { consigneeRef: true, waybillNo: true, purpose: true, fields: true },
  PROPOSE_AGREEMENT: {},
  SIGN_AGREEMENT: { agreementId: true },
  COUNTER_AGREEMENT: { agreementId: true },
  REPLAY_EVENTS: { cursor: false },
  CREATE_SUBSCRIPTION: { eventTypes: false, callbackUrl: false },
  DECIDE_REVEAL: { revealId: true, approve: true },
  OPEN_AFTER_SALES: { waybillNo: true },
  AUTHORISE_RETURN: { waybillNo: true },
  CAUSE_FACT: { collection: true, resourceId: false, fact: true },
  CALL_OPERATION: { operationId: true },
  SET_LEGAL_HOLD: { waybillNo: true, legalBasisRef: true, untilOn: true },
  REPORT_BREACH: {},
  ROTATE_KEYS: {},
} as const satisfies Record<Static<typeof TestAction>, { readonly [member: string]: boolean }>;

/** The table of inputs in words, a sentence an action. */
const inputsIn = (words: {
  readonly gap: string;
  readonly colon: string;
  readonly optionally: string;
  readonly none: string;
  readonly stop: string;
}): string =>
  Object.entries<Readonly<Record<string, boolean>>>(TEST_ACTION_INPUTS)
    .map(([action, members]) => {
      const told = Object.entries(members).map(
        ([member, isNeeded]) => `${isNeeded ? '' : words.optionally}\`${member}\``,
      );
      return `${words.gap}${action}${words.colon}${told.join(', ') || words.none}${words.stop}`;
    })
    .join('');

export const TestActionRequest = Closed(
  'TestActionRequest',
  { en: 'Request of a test action', zh: '测试动作请求' },
  {
    en: `Makes the system act as caller or sender; the action names the members of its input.${inputsIn({ gap: ' ', colon: ': ', optionally: 'optionally ', none: 'none', stop: '.' })}`,
    zh: `使系统作为调用方或发送方行动；输入成员由动作决定。${inputsIn({ gap: '', colon: '：', optionally: '可选 ', none: '无', stop: '。' })}`,
  },
  {
    action: Ref(TestAction),
    counterparty: Optional(
      Ref(
        HttpsUrl,
        words(
          { en: 'Counterparty', zh: '对手方' },
          { en: 'Base address of the system to act towards.', zh: '所面向系统的基址。' },
        ),
      ),
    ),
    input: Part(
      {
        orderNo: Optional(Ref(OrderNo)),
        consigneeSeed: Optional(
          Line(
            64,
            { en: 'Seed of the consignee', zh: '收件人种子' },
            {
              en: 'The platform invents the person from it, on numbers of fiction.',
              zh: '平台据此虚构收件人，使用虚构号码。',
            },
            { pattern: '[A-Za-z0-9_.-]{1,64}', ...privacy('business', 'technical') },
          ),
        ),
        freeShippingBearer: Optional(
          Ref(
            FreeShippingBearer,
            words(
              { en: 'Free shipping', zh: '包邮承担方' },
              {
                en: 'The buyer pays no delivery, and who bears it.',
                zh: '买家免付运费，由其承担。',
              },
            ),
          ),
        ),
        packClass: Optional(
          Ref(
            PackClass,
            words(
              { en: 'Packaging class', zh: '包装类别' },
              {
                en: 'That the buyer of the order chose; its charges then stand in the order.',
                zh: '订单买家所选；此时订单列明各项费用。',
              },
            ),
          ),
        ),
        reason: Optional(Ref(CancelReason)),
        packageId: Optional(Ref(PackageId)),
        labelFormat: Optional(Ref(LabelFormat)),
        consigneeRef: Optional(Ref(ConsigneeRef)),
        waybillNo: Optional(Ref(WaybillNo)),
        purpose: Optional(Ref(RevealPurpose)),
        fields: Optional(
          ListOf(Ref(RevealField), 1, 4, {
            uniqueItems: true,
            ...words(
              { en: 'Fields', zh: '字段' },
              { en: 'That are asked for.', zh: '所申请的字段。' },
            ),
          }),
        ),
        agreementId: Optional(Ref(AgreementId)),
        cursor: Optional(Ref(Cursor)),
        eventTypes: Optional(
          ListOf(Ref(EventType), 1, 100, {
            uniqueItems: true,
            ...words(
              { en: 'Event types', zh: '事件类型' },
              { en: 'That are subscribed to.', zh: '所订阅的类型。' },
            ),
          }),
        ),
        callbackUrl: Optional(
          Ref(
            HttpsUrl,
            words(
              { en: 'Address for events', zh: '事件地址' },
              {
                en: 'Where the events are delivered in place of the own inbox; whoever stands there passes them on.',
                zh: '用以代替自有收件地址的投递地址，由其转交。',
              },
            ),
          ),
        ),
        revealId: Optional(Ref(RevealId)),
        collection: Optional(
          Line(
            40,
            { en: 'Collection', zh: '资源集合' },
            { en: 'Noun of the path of the resource.', zh: '资源路径中的名词。' },
            { pattern: '[a-z]+(-[a-z]+)*', ...privacy('business', 'technical') },
          ),
        ),
        resourceId: Optional(
          Line(
            64,
            { en: 'Resource', zh: '资源标识' },
            {
              en: 'That the fact is about; absent where the fact begins one.',
              zh: '事实所涉资源；由该事实产生新资源时不给出。',
            },
            privacy('pseudonymous', 'opaque-ref'),
          ),
        ),
        fact: Optional(
          Line(
            40,
            { en: 'Fact', zh: '事实' },
            {
              en: 'Decision, observation or end of a term, as the lifecycle of the resource names it.',
              zh: '资源生命周期中的决定、观测或到期。',
            },
            { pattern: '[A-Z][A-Z0-9_]*', ...privacy('business', 'technical') },
          ),
        ),
        operationId: Optional(
          Ref(
            OperationId,
            words(
              { en: 'Operation', zh: '操作' },
              {
                en: 'Of the counterparty; the system calls it with data of its own, after what it needs first.',
                zh: '对手方提供的操作；系统以自有数据调用，并先完成其所需的调用。',
              },
            ),
          ),
        ),
        legalBasisRef: Optional(
          Line(
            80,
            { en: 'Legal basis', zh: '法律依据' },
            { en: 'Which order of an authority demands it.', zh: '所依据的主管机关文书。' },
            privacy('business', 'business-text'),
          ),
        ),
        untilOn: Optional(
          Ref(
            CivilDate,
            words(
              { en: 'Until', zh: '截止日' },
              {
                en: 'Last day of the hold; one that is over ends it at once.',
                zh: '保留的最后一日；已过者立即终止保留。',
              },
            ),
          ),
        ),
        approve: Optional(
          Flag(
            { en: 'Approve', zh: '是否批准' },
            { en: 'As by the approvers inside the platform.', zh: '等同平台内部审批人。' },
          ),
        ),
      },
      words(
        { en: 'Input', zh: '输入' },
        { en: 'Members that the action names, and no others.', zh: '仅限动作所列成员。' },
      ),
    ),
  },
);
export type TestActionRequest = Static<typeof TestActionRequest>;

export const TestActionStarted = Closed(
  'TestActionStarted',
  { en: 'Started test action', zh: '测试动作已开始' },
  { en: 'Where its result will be.', zh: '据以查询结果的标识。' },
  { actionId: Ref(ActionId) },
);
export type TestActionStarted = Static<typeof TestActionStarted>;

const submission: TestActionRequest = {
  action: 'SUBMIT_ORDER',
  counterparty: 'http://127.0.0.1:8080',
  input: { orderNo: 'ORD20261101-0001', consigneeSeed: 'person-1' },
};

export const triggerTestAction = defineOperation({
  name: 'trigger-test-action',
  since: '1.0',
  title: { en: 'Make the system act', zh: '触发测试动作' },
  servedBy: SERVING_ROLES,
  calledBy: ORGANISATION_ROLES,
  method: 'POST',
  path: '/v1/test-controls/actions',
  request: TestActionRequest,
  answer: { status: 202, body: TestActionStarted },
  problems: ['NOT_FOUND', 'RULE_VIOLATION', 'CHECK_DIGIT_INVALID'],
  agreement: 'none',
  class: 'test-control',
  requirements: [],
  examples: {
    request: {
      valid: {
        'a platform submits an order': submission,
        'a courier asks for a reveal': {
          action: 'REQUEST_REVEAL',
          input: {
            consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4',
            waybillNo: 'ZZ0000000001',
            purpose: 'SERVICE_NAME_CHECK',
            fields: ['NAME'],
          },
        },
        'a reveal is approved': {
          action: 'DECIDE_REVEAL',
          input: { revealId: 'rv_2Jx8mQ4tVb7LkD0sYw9cRA', approve: true },
        },
        'an authority has a record held': {
          action: 'SET_LEGAL_HOLD',
          input: {
            waybillNo: 'ZZ0000000001',
            legalBasisRef: '调取文书（示例）',
            untilOn: '2027-02-10',
          },
        },
        'an agreement is proposed': { action: 'PROPOSE_AGREEMENT', input: {} },
        'a regulator accepts a filing': {
          action: 'CAUSE_FACT',
          input: {
            collection: 'outlet-filings',
            resourceId: '019a3b10-5c00-7a10-8b20-0c3d4e5f60d1',
            fact: 'ACCEPTED',
          },
        },
        'a courier registers a vehicle': {
          action: 'CALL_OPERATION',
          counterparty: 'http://127.0.0.1:8080',
          input: { operationId: 'putVehicle' },
        },
        'the signing keys are rotated': { action: 'ROTATE_KEYS', input: {} },
      },
      invalid: {
        'input is missing': {
          value: { action: 'PROPOSE_AGREEMENT' },
          breaks: { pointer: '', rule: 'required' },
        },
        'the action is unknown': {
          value: { ...submission, action: 'DELETE_ORDER' },
          breaks: { pointer: '/action', rule: 'enum' },
        },
        'the name of a person comes along': {
          value: { ...submission, input: { ...submission.input, name: '张三丰' } },
          breaks: { pointer: '/input', rule: 'additionalProperties' },
        },
        'a reveal is decided without a decision': {
          value: { action: 'DECIDE_REVEAL', input: { revealId: 'rv_2Jx8mQ4tVb7LkD0sYw9cRA' } },
          breaks: { pointer: '/input', rule: 'DSC-023', requirement: 'DSC-023' },
        },
        'no operation to call': {
          value: { action: 'CALL_OPERATION', input: {} },
          breaks: { pointer: '/input', rule: 'DSC-023', requirement: 'DSC-023' },
        },
        'a member of another action': {
          value: { action: 'PROPOSE_AGREEMENT', input: { approve: true } },
          breaks: { pointer: '/input/approve', rule: 'DSC-023', requirement: 'DSC-023' },
        },
      },
    },
    answer: {
      valid: { 'it runs': { actionId: '019a3b10-5c00-7a10-8b20-0c3d4e5f60d1' } },
      invalid: {
        'action id is missing': { value: {}, breaks: { pointer: '', rule: 'required' } },
        'action id is no id': {
          value: { actionId: 'the first' },
          breaks: { pointer: '/actionId', rule: 'pattern' },
        },
      },
    },
  },
});
