import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation, Ref, words } from '../define/index.ts';
import { BindingModel } from '../vocabulary/binding-model-codes.ts';
import { ConsigneeRef } from '../vocabulary/consignee-ref.ts';
import { Duration } from '../vocabulary/duration.ts';
import { RevealPurpose } from '../vocabulary/reveal-purpose-codes.ts';
import { WaybillNo } from '../vocabulary/waybill-no.ts';
import { ContactBinding } from './contact-binding.ts';

export const ContactBindingRequest = Closed(
  'ContactBindingRequest',
  { en: 'Request for a contact binding', zh: '联系绑定请求' },
  {
    en: 'Asks for a way to reach the person of one parcel for one purpose.',
    zh: '为某一目的申请联系某包裹当事人的途径。',
  },
  {
    consigneeRef: Ref(ConsigneeRef),
    waybillNo: Ref(WaybillNo),
    purpose: Ref(RevealPurpose),
    model: Ref(BindingModel),
    ttl: Ref(
      Duration,
      words(
        { en: 'Life', zh: '期限' },
        {
          en: "How long the binding shall live, PT1H to P30D; cut to the purpose's longest life.",
          zh: '绑定时长，PT1H 至 P30D；不超过该目的的最长期限。',
        },
      ),
    ),
  },
);
export type ContactBindingRequest = Static<typeof ContactBindingRequest>;

const request: ContactBindingRequest = {
  consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw4',
  waybillNo: 'ZZ0000000001',
  purpose: 'FULFIL_DELIVER',
  model: 'AXN_EXT',
  ttl: 'P1D',
};

export const bindContact = defineOperation({
  name: 'bind-contact',
  since: '1.0',
  title: { en: 'Bind a contact', zh: '绑定联系方式' },
  servedBy: ['platform'],
  calledBy: ['courier', 'merchant', 'isv', 'locker', 'service-point'],
  method: 'POST',
  path: '/v1/contact-bindings',
  request: ContactBindingRequest,
  answer: { status: 201, body: ContactBinding },
  problems: [
    'NOT_FOUND',
    'PURPOSE_NOT_GRANTED',
    'STAGE_NOT_PERMITTED',
    'ASSIGNMENT_REQUIRED',
    'CONSENT_MISSING',
    'NUMBER_NOT_FILED',
    'RULE_VIOLATION',
    'CHECK_DIGIT_INVALID',
  ],
  requirements: [
    {
      id: 'CSN-012',
      level: 'MUST',
      roles: ['platform'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'Number and extension of a binding are separate, and the number does not share the last four digits of the real one.',
        zh: '虚拟号与分机分列，且尾号不同于真实号码。',
      },
      wire: 'binding of a known test consignee',
      judgedBy: 'check',
    },
  ],
  examples: {
    request: {
      valid: {
        'a number for the delivery': request,
        'a service point calls both sides': {
          ...request,
          purpose: 'FULFIL_COLLECT',
          model: 'CLICK_TO_CALL',
          ttl: 'PT1H',
        },
      },
      invalid: {
        'purpose is missing': {
          value: {
            consigneeRef: request.consigneeRef,
            waybillNo: request.waybillNo,
            model: 'AXB',
            ttl: 'P1D',
          },
          breaks: { pointer: '', rule: 'required' },
        },
        'model is unknown': {
          value: { ...request, model: 'REAL' },
          breaks: { pointer: '/model', rule: 'enum' },
        },
        'the reference has a wrong check character': {
          value: { ...request, consigneeRef: 'cr1_AAECAwQFBgcICQoLDA0ODw5' },
          breaks: { pointer: '/consigneeRef', rule: 'check-digit' },
        },
        'half an hour is too short': {
          value: { ...request, ttl: 'PT30M' },
          breaks: { pointer: '/ttl', rule: 'DSC-023', requirement: 'DSC-023' },
        },
      },
    },
  },
});
