import { exampleBody } from '../../drive/example.ts';
import { defineScenario, step, text } from '../../scenarios/scenario.ts';
import { isAccepted } from '../../transcript/body.ts';

/** A point is registered; a village without its code, and a town without its own, are tried beside it. */
export const directory = defineScenario({
  id: 'service-point-directory',
  title: text('Points and their tiers', '服务点及其层级'),
  system: ['hub', 'courier'],
  when: { claims: 'service-point' },
  tier: 'W',
  touches: ['SVP-002', 'DSC-021'],
  run: async function* (stage) {
    if (!stage.has('service-point')) return;
    const put = (body: object, probe: string, more: object = {}) =>
      stage.callAs('service-point', 'putServicePoint', {
        path: { pointId: stage.invent.uuid() },
        body,
        probe,
        ...more,
      });
    const point = exampleBody('putServicePoint');
    const { villageCode: _, ...town } = point.address.region;
    const { townCode: __, ...district } = town;
    const placed = (tier: string, region: object) => ({
      ...point,
      tier,
      address: { ...point.address, region },
    });

    yield step('CALL', 'A village station is registered', '登记村级服务点');
    const registered = await put(point, 'service-point-registered');
    if (!isAccepted(registered)) return;
    await put(placed('TOWN', town), 'service-point-registered');
    await put(placed('URBAN', district), 'service-point-registered');

    yield step('CALL', 'Tiers without the code of their level', '层级缺少相应代码');
    const twin = { twinOf: registered.seq };
    await put(placed('VILLAGE', town), 'service-point-uncoded', twin);
    await put(placed('TOWN', district), 'service-point-uncoded', twin);
  },
});
