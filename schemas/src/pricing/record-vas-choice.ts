import type { Static } from '@sinclair/typebox';
import { Closed, defineOperation, Optional, Ref, Resource, words } from '../define/index.ts';
import { ConsentId } from '../vocabulary/consent-id.ts';
import { Instant } from '../vocabulary/instant.ts';
import { Money } from '../vocabulary/money.ts';
import { OrderNo } from '../vocabulary/order-no.ts';
import { PackageId } from '../vocabulary/package-id.ts';
import { storedMembers } from '../vocabulary/stored-members.ts';
import { Uuid } from '../vocabulary/uuid.ts';
import { VasCode } from '../vocabulary/vas-code-codes.ts';
import { vasChoice } from './_examples.ts';

const chosen = {
  orderNo: Ref(OrderNo),
  packageId: Ref(PackageId),
  vasCode: Ref(VasCode),
  chosenAt: Ref(
    Instant,
    words(
      { en: 'Chosen at', zh: '选择时刻' },
      { en: 'When the consumer chose it.', zh: '消费者选择的时刻。' },
    ),
  ),
  price: Ref(
    Money,
    words(
      { en: 'Price', zh: '价格' },
      { en: 'What the consumer was told that it costs.', zh: '向消费者列明的价格。' },
    ),
  ),
  consentId: Optional(
    Ref(
      ConsentId,
      words(
        { en: 'Consent', zh: '同意记录' },
        { en: 'For a service whose offer says consentNeeded.', zh: '服务报价注明须经同意时给出。' },
      ),
    ),
  ),
};

/** Chosen, never presumed. */
export const VasChoiceRequest = Closed(
  'VasChoiceRequest',
  { en: 'Choice of a service', zh: '增值服务选择请求' },
  {
    en: 'Tells the courier that a service was chosen for a package.',
    zh: '告知快递企业某包裹选择了一项增值服务。',
  },
  chosen,
);
export type VasChoiceRequest = Static<typeof VasChoiceRequest>;

/** One a service of a package: a second choice of it with other content is a duplicate. */
export const VasChoice = Resource(
  'VasChoice',
  { en: 'Recorded choice of a service', zh: '增值服务选择' },
  {
    en: 'A service that was chosen for a package; what is not recorded is not charged.',
    zh: '包裹所选的一项增值服务；未记录者不得收费。',
  },
  {
    vasChoiceId: Ref(
      Uuid,
      words(
        { en: 'Choice id', zh: '选择标识' },
        { en: 'Names the choice at the courier.', zh: '在快递企业标识该选择。' },
      ),
    ),
    ...chosen,
    ...storedMembers,
  },
);
export type VasChoice = Static<typeof VasChoice>;

const {
  vasChoiceId: _id,
  revision: _revision,
  createdAt: _created,
  updatedAt: _updated,
  ...request
} = vasChoice;
const { price: _price, ...withoutPrice } = request;
const { vasChoiceId: _choice, ...withoutId } = vasChoice;

export const recordVasChoice = defineOperation({
  name: 'record-vas-choice',
  since: '1.0',
  title: { en: 'Record the choice of a service', zh: '记录增值服务选择' },
  description: {
    en: 'Before pickup. A repeat with equal content answers the existing choice.',
    zh: '须在揽收前。内容相同的重复请求返回已有记录。',
  },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'POST',
  path: '/v1/vas-choices',
  request: VasChoiceRequest,
  answer: { status: 201, also: [200], body: VasChoice },
  problems: ['NOT_FOUND', 'DUPLICATE', 'STATE_ILLEGAL', 'CONSENT_MISSING', 'UNSERVICEABLE'],
  requirements: [],
  examples: {
    request: {
      valid: {
        'declared value for a yuan': request,
        'a check of identity, with consent': {
          ...request,
          vasCode: 'ID_CHECK',
          price: { currency: 'CNY', minor: 150 },
          consentId: '0193a5c0-7d4e-7a11-8c00-0000000000c1',
        },
      },
      invalid: {
        'price is missing': { value: withoutPrice, breaks: { pointer: '', rule: 'required' } },
        'a service of no list': {
          value: { ...request, vasCode: 'GIFT_WRAP' },
          breaks: { pointer: '/vasCode', rule: 'enum' },
        },
        'chosen at no time of this world': {
          value: { ...request, chosenAt: '2026-02-30T09:28:00+08:00' },
          breaks: { pointer: '/chosenAt', rule: 'format' },
        },
      },
    },
    answer: {
      valid: { 'as it was sent': vasChoice },
      invalid: {
        'id is missing': { value: withoutId, breaks: { pointer: '', rule: 'required' } },
        'revision zero': {
          value: { ...vasChoice, revision: 0 },
          breaks: { pointer: '/revision', rule: 'minimum' },
        },
      },
    },
  },
});
