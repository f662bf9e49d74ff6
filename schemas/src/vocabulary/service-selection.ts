import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, ListOf, Optional, Ref, words } from '../define/index.ts';
import { ServiceProduct } from './service-product-codes.ts';
import { VasCode } from './vas-code-codes.ts';

/** What is ordered from the courier. */
export const ServiceSelection = Closed(
  'ServiceSelection',
  { en: 'Selected service', zh: '所选服务' },
  { en: 'Product and value-added services.', zh: '产品与增值服务。' },
  {
    product: Ref(ServiceProduct),
    vas: Optional(
      ListOf(Ref(VasCode), 0, 20, {
        uniqueItems: true,
        ...words(
          { en: 'Value-added services', zh: '增值服务' },
          { en: 'Services that were chosen.', zh: '已选择的服务。' },
        ),
      }),
    ),
  },
);
export type ServiceSelection = Static<typeof ServiceSelection>;

export const serviceSelectionMessage = defineMessage({
  schema: ServiceSelection,
  requirements: [],
  examples: {
    valid: { 'insured express': { product: 'EXPRESS', vas: ['INSURE'] } },
    invalid: {
      'a product of no list': {
        value: { product: 'ROCKET' },
        breaks: { pointer: '/product', rule: 'enum' },
      },
    },
  },
});
