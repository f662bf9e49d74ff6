import type {
  RevealGrant,
  RevealGrantBatchResult,
  RevealRequest,
  RevealRequestBatch,
} from '@openwaybill/schemas';
import { type Answer, type Call, callerOf } from '../engine/call.ts';
import { MINUTE } from '../engine/clock.ts';
import { Refusal } from '../engine/refusal.ts';
import type { Soon } from '../store/soon.ts';
import { deny } from './deny.ts';
import { type Asked, passGates } from './gates.ts';
import { askedOf } from './perform-reveal.ts';
import { showFields, showReveal } from './show-reveal.ts';
import type { StoredReveal } from './stored-reveal.ts';

const WITHIN = MINUTE;

/** Usable as it was, or used up by this very answer; the minute is that of the answer which is repeated. */
const isFresh = ({ idempotencyKey, now }: Call, { status, shown = [] }: StoredReveal): boolean => {
  const answer = shown.find(({ key }) => key !== undefined && key === idempotencyKey);
  return (
    answer !== undefined &&
    (status === 'GRANTED' || (status === 'CONSUMED' && shown.at(-1) === answer)) &&
    Date.parse(now) - Date.parse(answer.at) <= WITHIN
  );
};

/** The gates again; the fields are built anew, and only for a minute. No use and no quota goes. */
const showAgain = async (
  call: Call,
  asked: Asked,
  first: Answer,
  reveal: StoredReveal | undefined,
): Promise<Answer> => {
  const { system, unit, now } = call;
  const caller = callerOf(call);
  const passed = await passGates(unit, caller, asked, now, { wanted: 'REVEAL_AGAIN' });
  if (!passed.ok) return deny(call, asked, passed);
  if (reveal === undefined) return deny(call, asked, { ok: false, code: 'NOT_FOUND' });
  const showed = first.status === 201 || first.status === 200;
  return {
    ...first,
    body:
      showed && isFresh(call, reveal)
        ? await showFields(system, unit, reveal, passed, caller)
        : await showReveal(unit, reveal),
  };
};

const grantOf = (call: Call, answer: Answer): Soon<StoredReveal | undefined> =>
  call.unit.get<StoredReveal>('reveal', (answer.body as RevealGrant).revealId);

/** A repeated key of a request for a reveal. */
export const replayReveal = async (call: Call, first: Answer): Promise<Answer> => {
  if (first.status >= 300) return first;
  const asked = askedOf(call.body as RevealRequest);
  return showAgain(call, asked, first, await grantOf(call, first));
};

/** A repeated key of a use: what is no longer there, or no longer the caller's, is unknown. */
export const replayUse = async (call: Call, first: Answer): Promise<Answer> => {
  if (first.status >= 300) return first;
  const reveal = await grantOf(call, first);
  if (reveal === undefined || reveal.owner !== callerOf(call).partyId)
    throw new Refusal('NOT_FOUND');
  return showAgain(call, reveal, first, reveal);
};

/** A repeated key of a batch: each item alone. */
export const replayBatch = async (call: Call, first: Answer): Promise<Answer> => {
  if (first.status >= 300) return first;
  const { items } = call.body as RevealRequestBatch;
  const { results } = first.body as RevealGrantBatchResult;
  const again = [];
  for (const result of results) {
    const item = items[result.index];
    if (item === undefined || !('resource' in result)) {
      again.push(result);
      continue;
    }
    const { index, status, resource } = result;
    const answer = await replayReveal({ ...call, body: item }, { status, body: resource });
    again.push({
      index,
      status: answer.status,
      ...(answer.status < 300 ? { resource: answer.body } : { problem: answer.body }),
    });
  }
  return { ...first, body: { results: again } };
};
