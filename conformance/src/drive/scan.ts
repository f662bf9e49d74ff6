import type { Exchange } from '../transcript/format.ts';
import { observation } from './observation.ts';
import type { Stage } from './stage.ts';
import { TEST_CARRIER } from './test-carrier.ts';

/**
 * One observation of a parcel: by test control or, at a relay, as its courier tells of it. One that is meant to be
 * refused names its accepted twin.
 */
export const scan = async (
  stage: Stage,
  waybillNo: string,
  eventCode: string,
  more: Readonly<Record<string, unknown>> = {},
  probe?: string,
  twinOf?: number,
): Promise<Exchange> => {
  const named = probe === undefined ? {} : { probe };
  const twin = twinOf === undefined ? {} : { twinOf };
  if (stage.claim.role === 'hub')
    return stage.deliver(await observation(stage, waybillNo, eventCode, more), {
      as: 'courier',
      ...named,
      ...twin,
      ...(twinOf === undefined ? {} : { intent: 'NEGATIVE' as const }),
    });
  return stage.call('recordTestScan', {
    body: { carrierCode: TEST_CARRIER, waybillNo, eventCode, ...more },
    ...(twinOf === undefined ? { intent: 'TEST_CONTROL' as const } : twin),
    ...named,
  });
};
