import { type Call, callerOf } from '../engine/call.ts';
import { refuse } from '../engine/refuse.ts';
import { courierWorld } from '../world/courier-world.ts';
import { defaultsOf } from '../world/defaults.ts';

const HEADER = 'Mock-Scenario';

const unknownScenario = (known: readonly string[]) =>
  refuse('PARAMETER_INVALID', {
    pointer: `/${HEADER}`,
    seen: { en: `${HEADER} names no scenario of this mock`, zh: `${HEADER} 不是已载入的场景` },
    remedy: {
      en: `Write the two digits of one of ${known.join(', ')}.`,
      zh: `请写两位编号：${known.join('、')}。`,
    },
  });

/**
 * The two digits of the scenario that a caller asks for: by header, by an order number such as `MOCK-05-1`, or what its
 * tenant has by default.
 */
export const scenarioAsked = async (call: Call, orderNo?: string): Promise<string> => {
  const { system, unit, headers } = call;
  const header = headers.get(HEADER);
  if (header === null) {
    const byOrder = /^MOCK-([0-9]{2})-/.exec(orderNo ?? '')?.[1];
    return byOrder ?? (await defaultsOf(unit, callerOf(call).partyId)).scenario;
  }
  const known = courierWorld(system.options).scenarios.map(({ id }) => id);
  const isKnown = known.length === 0 ? /^[0-9]{2}$/.test(header) : known.includes(header);
  if (!isKnown) throw unknownScenario(known);
  return header;
};
