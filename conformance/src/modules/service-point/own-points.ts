import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { answerOf } from '../../transcript/body.ts';

/** What an operator says of its own points. */
export const ownPoints = defineScenario({
  id: 'service-point-own',
  title: text('Points of an operator', '运营方的服务点'),
  system: ['service-point', 'hub', 'courier'],
  when: { claims: 'service-point' },
  tier: 'W',
  touches: ['SVP-001', 'DSC-021'],
  run: async function* (stage) {
    yield step('CALL', 'They are listed, and the first is read', '列表并查询首个服务点');
    const list = await stage.call('listServicePoints');
    const pointId: unknown = answerOf(list)?.items?.[0]?.pointId;
    if (typeof pointId === 'string') await stage.call('getServicePoint', { path: { pointId } });
  },
});
