import { nameOf } from '@openwaybill/schemas';
import { judge, problemOf } from '@openwaybill/validate';
import type { Behaviour, Call } from '../engine/call.ts';
import { Refusal } from '../engine/refusal.ts';
import { isSameValue } from '../engine/same-value.ts';
import { knownCodes } from './known-codes.ts';

const bodyOf = ({ system, operation: { request }, body }: Call): unknown => {
  if (request === undefined || body === undefined) return body;
  const known = knownCodes(system.options.registry.schemas, request, body);
  if (isSameValue(known, body)) return body;
  const verdict = judge(nameOf(request), known, 'sender');
  if (!verdict.ok) throw new Refusal(problemOf(verdict.issues), { issues: verdict.issues });
  return known;
};

/** A behaviour that never sees a code of a later list, but the fallback of its list. */
export const understood =
  (behaviour: Behaviour): Behaviour =>
  async (call) =>
    behaviour({ ...call, body: bodyOf(call) });
