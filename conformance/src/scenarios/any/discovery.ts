import { claimedRoutes } from '../../checks/discovery.ts';
import { FAR_MINOR, OTHER_MAJOR } from '../../drive/far-versions.ts';
import { operationOf } from '../../drive/operations.ts';
import { TEST_CARRIER } from '../../drive/test-carrier.ts';
import { defineScenario, step, text } from '../scenario.ts';

const NOWHERE: Readonly<Record<string, string>> = {
  carrierCode: TEST_CARRIER,
  waybillNo: 'ZZ9999999999',
  orderNo: 'OW-NOWHERE',
  agreementId: 'agr_0000000000000000000000',
};

/** What a system says of itself, and whether every route that it claims is there. */
export const discovery = defineScenario({
  id: 'discovery',
  title: text('The system says what it is', '系统说明自身'),
  system: 'any',
  tier: 'W',
  touches: [
    'DSC-001',
    'DSC-002',
    'DSC-004',
    'DSC-005',
    'DSC-006',
    'DSC-017',
    'DSC-021',
    'DSC-024',
    'CTY-009',
  ],
  run: async function* (stage) {
    yield step(
      'CALL',
      'Capabilities, keys and health without a token',
      '不带令牌读取能力、公钥与健康状态',
    );
    const capabilities = await stage.callAs('nobody', 'getCapabilities', {
      probe: 'capabilities-without-token',
    });
    await stage.call('getCapabilities', { withToken: true, probe: 'capabilities-with-token' });
    await stage.callAs('nobody', 'getKeys', { probe: 'keys' });
    await stage.callAs('nobody', 'getHealth', { probe: 'health' });

    yield step('CALL', 'Versions of the standard', '标准版本');
    const twin = await stage.callAs('nobody', 'getHealth');
    await stage.callAs('nobody', 'getHealth', {
      headers: { 'OpenWaybill-Version': FAR_MINOR },
      probe: 'version-1-9',
    });
    await stage.callAs('nobody', 'getHealth', {
      headers: { 'OpenWaybill-Version': OTHER_MAJOR },
      probe: 'version-2',
      twinOf: twin.seq,
    });
    if (capabilities.response === undefined) return;

    if (stage.claim.document.environment === 'PRODUCTION') {
      yield step('CALL', 'No test control in production', '生产环境无测试控制');
      for (const operationId of ['listTestControls', 'getTestClock', 'listTestParcels']) {
        await stage.call(operationId, { intent: 'PROBE', probe: 'control-in-production' });
        await stage.call(operationId, {
          token: null,
          intent: 'PROBE',
          probe: 'control-in-production',
        });
      }
      return;
    }

    yield step('CALL', 'Every claimed route', '声明的每条路由');
    for (const operationId of claimedRoutes(stage.claim)) {
      const { method, pathParameters } = operationOf(operationId);
      const path = Object.fromEntries(
        pathParameters.map((name) => [name, NOWHERE[name] ?? stage.invent.uuid()]),
      );
      await stage.call(operationId, {
        path,
        probe: 'route',
        intent: method === 'GET' ? 'PROBE' : 'NEGATIVE',
        ...(method === 'POST' ? { raw: '{}', idempotencyKey: null } : {}),
        ...(method === 'PATCH' ? { raw: '{}', ifMatch: null } : {}),
      });
    }
  },
});
