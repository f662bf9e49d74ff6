import { withTwins } from '../catalogue/twins.ts';
import { concernSuites } from '../concerns/index.ts';
import { suites } from '../modules/index.ts';
import type { Check } from '../words.ts';
import { agreementChecks } from './agreement.ts';
import { callerChecks } from './caller.ts';
import { consigneeChecks } from './consignee.ts';
import { continuityChecks } from './continuity.ts';
import { headerChecks } from './derived/headers.ts';
import { keptChecks } from './derived/kept.ts';
import { ledByTableChecks } from './derived/led-by-table.ts';
import { revisionChecks } from './derived/one-revision.ts';
import { pointerChecks } from './derived/pointers.ts';
import { refusalChecks } from './derived/refusal.ts';
import { replayChecks } from './derived/replay.ts';
import { replayedChecks } from './derived/replayed.ts';
import { roundTripChecks } from './derived/round-trip.ts';
import { shapeChecks } from './derived/shape.ts';
import { toldAgainChecks } from './derived/told-again.ts';
import { transitionChecks } from './derived/transition.ts';
import { discoveryChecks } from './discovery.ts';
import { serverChecks } from './discovery-server.ts';
import { eventChecks } from './events.ts';
import { orderChecks } from './order.ts';
import { receiverChecks } from './receiver.ts';
import { relyingOnForm } from './relying.ts';
import { trackingChecks } from './tracking.ts';
import { waybillChecks } from './waybill.ts';

/** A check that reports for all requirements that say what one of its own says. */
const forTwins = (check: Check): Check => ({
  ...check,
  requirements: withTwins(check.requirements),
  judge: function* (transcript, claim) {
    for (const seen of check.judge(transcript, claim))
      for (const requirement of withTwins([seen.requirement])) yield { ...seen, requirement };
  },
});

/** Every check of the suite. */
export const checks: readonly Check[] = [
  ...shapeChecks,
  ...headerChecks,
  ...roundTripChecks,
  ...revisionChecks,
  ...toldAgainChecks,
  ...keptChecks,
  ...pointerChecks,
  ...replayedChecks,
  ...refusalChecks,
  ...replayChecks,
  ...transitionChecks,
  ...ledByTableChecks,
  ...discoveryChecks,
  ...serverChecks,
  ...eventChecks,
  ...continuityChecks,
  ...agreementChecks,
  ...orderChecks,
  ...waybillChecks,
  ...trackingChecks,
  ...receiverChecks,
  ...callerChecks,
  ...consigneeChecks,
  ...[...suites, ...concernSuites].flatMap((suite) => suite.checks),
]
  .map(relyingOnForm)
  .map(forTwins);
