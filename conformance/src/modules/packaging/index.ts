import { exampleBody, freshBody } from '../../drive/example.ts';
import { walkFrom } from '../../models/walk-from.ts';
import type { ModuleSuite } from '../suite.ts';
import { assetCycle } from './asset-cycle.ts';
import { packagingChecks } from './checks.ts';
import { packagingFaults } from './faults.ts';
import { greenCredit } from './green-credit.ts';
import { inventAsset, inventConsumer } from './invent.ts';
import { pricedPackaging } from './priced-packaging.ts';

/** Cycles of assets, and points for bringing them back. */
export const packagingSuite: ModuleSuite = {
  scenarios: [assetCycle, greenCredit, pricedPackaging],
  checks: packagingChecks,
  faults: packagingFaults,
  twins: {
    declarePackaging: async (stage) => ({
      body: freshBody(stage, 'declarePackaging', 'declarationId'),
    }),
    recordRecycling: async (stage) => ({
      as: 'service-point',
      body: freshBody(stage, 'recordRecycling', 'recyclingId'),
    }),
    postGreenCredit: async (stage) => ({
      as: 'packaging-operator',
      body: { ...exampleBody('postGreenCredit'), consumerRef: inventConsumer(stage) },
    }),
    submitProducerReport: async () => ({
      as: 'packaging-operator',
      body: exampleBody('submitProducerReport'),
    }),
    putReusableAsset: async (stage) => ({
      path: { assetId: inventAsset(stage).assetId },
      body: exampleBody('putReusableAsset'),
    }),
  },
  walks: [
    walkFrom({
      entity: 'reusable-asset',
      role: 'packaging-operator',
      read: 'getReusableAsset',
      begin: {
        operation: 'putReusableAsset',
        input: (stage) => ({
          path: { assetId: inventAsset(stage).assetId },
          body: exampleBody('putReusableAsset'),
        }),
      },
      // what is seen at one instant is put in an order of its own, in which a loss comes last
      ends: ['LOST'],
    }),
  ],
};
