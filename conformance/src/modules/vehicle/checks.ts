import { both, type CaseJudge, checkOf, demand, refusal, unchanged } from '../../checks/check.ts';
import { answerOf, isAccepted } from '../../transcript/body.ts';
import type { Check } from '../../words.ts';

const statusIn = (body: { readonly items?: readonly { readonly status?: unknown }[] }): unknown =>
  body?.items?.[0]?.status;

/** What was granted is granted on its day and expired after it. */
const over: CaseJudge = (seen) => {
  const before = seen.one('vehicle-pass-on-its-day');
  const after = seen.one('vehicle-pass-after-its-day');
  if (before === undefined || after === undefined || !isAccepted(after)) return undefined;
  if (statusIn(answerOf(before)) !== 'GRANTED') return undefined;
  return demand(
    statusIn(answerOf(after)) === 'EXPIRED',
    [before, after],
    'a pass that is EXPIRED after its last day',
    'another status',
    { pointer: '/items/0/status', surface: 'body' },
  );
};

/** What the module demands beyond the shape of its messages. */
export const vehicleChecks: readonly Check[] = [
  checkOf('VEH-001', {
    'vehicle-number-taken': refusal('vehicle-number-taken', 409, 'DUPLICATE'),
    'vehicle-number-kept': unchanged('vehicle-number-before', 'vehicle-number-after'),
  }),
  checkOf('VEH-003', {
    'vehicle-pass-uninsured': both(
      refusal('vehicle-pass-uninsured', 422, 'RULE_VIOLATION', { pointer: '/vehicleIds/1' }),
      refusal('vehicle-pass-day-missing', 422, 'RULE_VIOLATION', { pointer: '/vehicleIds/0' }),
    ),
  }),
  checkOf('VEH-005', { 'vehicle-pass-over': { judge: over, needs: 'CLOCK' } }),
];
