import { exampleBody } from '../../drive/example.ts';
import { walkFrom } from '../../models/walk-from.ts';
import type { ModuleSuite } from '../suite.ts';
import { charges } from './charges.ts';
import { pricingChecks } from './checks.ts';
import { pricingFaults } from './faults.ts';
import { quotedOrder } from './quoted-order.ts';
import { quotes } from './quotes.ts';
import { separatedCharges } from './separated-charges.ts';

/** Prices: quotes, tariffs, charges of orders, services that were chosen. */
export const pricingSuite: ModuleSuite = {
  scenarios: [quotes, charges, quotedOrder, separatedCharges],
  checks: pricingChecks,
  faults: pricingFaults,
  walks: [
    walkFrom({
      entity: 'quote',
      role: 'courier',
      read: 'getQuote',
      begin: {
        operation: 'createQuote',
        input: async () => ({ body: exampleBody('createQuote') }),
      },
      // the scenario of quoted orders has one
      unreached: ['USED'],
    }),
  ],
  twins: {
    createQuote: async () => ({ body: exampleBody('createQuote') }),
    recordVasChoice: async (stage) => {
      const made = await stage.prepare('order');
      if ('blocked' in made) return undefined;
      const { orderNo, order } = made;
      return {
        body: {
          ...exampleBody('recordVasChoice'),
          orderNo,
          packageId: order.packages[0]?.packageId,
          chosenAt: new Date(await stage.now()).toISOString(),
        },
      };
    },
  },
};
