import type { RevealGrant, RevealRequest } from '@openwaybill/schemas';
import { type Answer, type Call, callerOf } from '../engine/call.ts';
import { deny } from './deny.ts';
import { passGates } from './gates.ts';
import { askedOf } from './perform-reveal.ts';
import { showFields, showReveal } from './show-reveal.ts';
import type { StoredReveal } from './stored-reveal.ts';

const WITHIN = 60_000;
const USABLE: readonly string[] = ['GRANTED', 'CONSUMED'];

/** A repeated key runs the gates again; the fields are built anew, and only for a minute. */
export const replayReveal = async (call: Call, first: Answer): Promise<Answer> => {
  const { system, unit, now } = call;
  const caller = callerOf(call);
  if (first.status >= 300) return first;
  const asked = askedOf(call.body as RevealRequest);
  const passed = await passGates(unit, caller, asked, now, { isNew: false, mayReveal: true });
  if (!passed.ok) return deny(call, asked, passed);
  const { revealId } = first.body as RevealGrant;
  const reveal = await unit.get<StoredReveal>('reveal', revealId);
  if (reveal === undefined) return deny(call, asked, { ok: false, code: 'NOT_FOUND' });
  const isFresh =
    first.status === 201 &&
    USABLE.includes(reveal.status) &&
    Date.parse(now) - Date.parse(reveal.grantedAt) <= WITHIN;
  return {
    ...first,
    body: isFresh
      ? await showFields(system, unit, reveal, passed.entry, caller)
      : await showReveal(unit, reveal),
  };
};
