import type { Static } from '@sinclair/typebox';
import {
  Closed,
  defineOperation,
  Flag,
  ListOf,
  Optional,
  Part,
  Ref,
  Whole,
  words,
} from '../define/index.ts';
import { DeliveryPreference } from '../vocabulary/delivery-preference-codes.ts';
import { Dimensions } from '../vocabulary/dimensions.ts';
import { GoodsTrait } from '../vocabulary/goods-trait-codes.ts';
import { Region } from '../vocabulary/region.ts';
import { RejectReason } from '../vocabulary/reject-reason-codes.ts';
import { ServiceProduct } from '../vocabulary/service-product-codes.ts';
import { WeightGrams } from '../vocabulary/weight-grams.ts';

/** Regions alone: a lane needs nobody's address. */
export const ServiceabilityCheck = Closed(
  'ServiceabilityCheck',
  { en: 'Serviceability check', zh: '可达性查询' },
  {
    en: 'Asks whether lanes are served; regions down to the town, and no personal data.',
    zh: '查询线路是否可达；区划至多到乡镇街道，不含个人信息。',
  },
  {
    lanes: ListOf(
      Part(
        {
          origin: Ref(
            Region,
            words({ en: 'Origin', zh: '始发地' }, { en: 'Where it starts.', zh: '始发区划。' }),
          ),
          destination: Ref(
            Region,
            words({ en: 'Destination', zh: '目的地' }, { en: 'Where it goes.', zh: '目的区划。' }),
          ),
          product: Ref(ServiceProduct),
          weightGrams: Optional(Ref(WeightGrams)),
          dimensions: Optional(Ref(Dimensions)),
          traits: Optional(
            ListOf(
              Ref(GoodsTrait),
              0,
              20,
              words(
                { en: 'Traits', zh: '货物特性' },
                { en: 'What the goods are like.', zh: '货物的特性。' },
              ),
            ),
          ),
        },
        words(
          { en: 'Lane', zh: '线路' },
          { en: 'One pair of regions with a product.', zh: '一对区划及所需产品。' },
        ),
      ),
      1,
      100,
      words({ en: 'Lanes', zh: '线路' }, { en: 'What is asked for.', zh: '所查询的线路。' }),
    ),
  },
);
export type ServiceabilityCheck = Static<typeof ServiceabilityCheck>;

/** A refusal here is an answer, not a problem. */
export const ServiceabilityResult = Closed(
  'ServiceabilityResult',
  { en: 'Serviceability', zh: '可达性结果' },
  { en: 'One result a lane, in request order.', zh: '每条线路一个结果，按请求顺序。' },
  {
    results: ListOf(
      Part(
        {
          reachable: Flag(
            { en: 'Reachable', zh: '可达' },
            { en: 'Whether the lane is served as asked.', zh: '该线路是否按所询条件可达。' },
          ),
          products: ListOf(
            Ref(ServiceProduct),
            0,
            20,
            words(
              { en: 'Products', zh: '可用产品' },
              { en: 'Products offered on the lane.', zh: '该线路可用的产品。' },
            ),
          ),
          restrictions: ListOf(
            Ref(RejectReason),
            0,
            20,
            words(
              { en: 'Restrictions', zh: '限制' },
              { en: 'Why it is not served, or not quite.', zh: '不可达或受限的原因。' },
            ),
          ),
          terminalModes: ListOf(
            Ref(DeliveryPreference),
            0,
            5,
            words(
              { en: 'Ways of delivery', zh: '末端方式' },
              { en: 'Ways of delivery offered there.', zh: '当地可用的末端派送方式。' },
            ),
          ),
          minTransitDayCount: Optional(
            Whole(
              0,
              365,
              { en: 'Shortest transit', zh: '最短时效' },
              { en: 'Days from pickup to delivery, at least.', zh: '揽收至签收的最少天数。' },
            ),
          ),
          maxTransitDayCount: Optional(
            Whole(
              0,
              365,
              { en: 'Longest transit', zh: '最长时效' },
              { en: 'Days from pickup to delivery, at most.', zh: '揽收至签收的最多天数。' },
            ),
          ),
        },
        words(
          { en: 'Result of a lane', zh: '线路结果' },
          { en: 'What the courier offers on it.', zh: '快递企业在该线路的服务。' },
        ),
      ),
      1,
      100,
      words({ en: 'Results', zh: '结果' }, { en: 'One a lane.', zh: '每条线路一个。' }),
    ),
  },
);
export type ServiceabilityResult = Static<typeof ServiceabilityResult>;

const lane: ServiceabilityCheck['lanes'][number] = {
  origin: { countryCode: 'CN', regionCode: '210211', regionCodeVersion: 'NBS-2023' },
  destination: {
    countryCode: 'CN',
    regionCode: '210202',
    townCode: '210202001',
    regionCodeVersion: 'NBS-2023',
  },
  product: 'STANDARD',
};
const { product: _, ...laneWithoutProduct } = lane;

const served: ServiceabilityResult['results'][number] = {
  reachable: true,
  products: ['STANDARD', 'EXPRESS'],
  restrictions: [],
  terminalModes: ['DOOR', 'LOCKER'],
  minTransitDayCount: 1,
  maxTransitDayCount: 2,
};

export const checkServiceability = defineOperation({
  name: 'check-serviceability',
  since: '1.0',
  title: { en: 'Check serviceability', zh: '查询可达性' },
  servedBy: ['courier'],
  calledBy: ['platform'],
  method: 'POST',
  path: '/v1/serviceability-checks',
  request: ServiceabilityCheck,
  answer: { status: 200, body: ServiceabilityResult },
  problems: ['BATCH_TOO_LARGE', 'RULE_VIOLATION'],
  requirements: [
    {
      id: 'ORD-014',
      level: 'SHOULD',
      roles: ['courier'],
      position: 'server',
      tier: 'W',
      text: {
        en: 'A serviceability answer and the later order decision agree for the same lane, product and weight.',
        zh: '可达性结果与随后受理结果应一致。',
      },
      wire: 'check, then submit, within 10 minutes',
      judgedBy: 'check',
    },
  ],
  examples: {
    request: {
      valid: {
        'within Dalian': { lanes: [{ ...lane, weightGrams: 1200, traits: ['FRAGILE'] }] },
      },
      invalid: {
        'no lane': { value: { lanes: [] }, breaks: { pointer: '/lanes', rule: 'minItems' } },
        'a lane without product': {
          value: { lanes: [laneWithoutProduct] },
          breaks: { pointer: '/lanes/0', rule: 'required' },
        },
        'an address beside the region': {
          value: { lanes: [{ ...lane, road: '演示路 12 号' }] },
          breaks: { pointer: '/lanes/0', rule: 'additionalProperties' },
        },
      },
    },
    answer: {
      valid: {
        'one lane is served, one is not': {
          results: [
            served,
            { reachable: false, products: [], restrictions: ['OUT_OF_AREA'], terminalModes: [] },
          ],
        },
      },
      invalid: {
        'reachable is a word': {
          value: { results: [{ ...served, reachable: 'yes' }] },
          breaks: { pointer: '/results/0/reachable', rule: 'type' },
        },
        'days in parts': {
          value: { results: [{ ...served, minTransitDayCount: 0.5 }] },
          breaks: { pointer: '/results/0/minTransitDayCount', rule: 'type' },
        },
      },
    },
  },
});
