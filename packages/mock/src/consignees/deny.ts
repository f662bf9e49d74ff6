import { record } from '../audit/log.ts';
import { problemAnswer } from '../engine/answer.ts';
import type { Answer, Call } from '../engine/call.ts';
import { callerOf } from '../engine/call.ts';
import { type Asked, type Denied, refOf } from './gates.ts';

/** A refusal by a gate is an answer and not a thrown refusal: its entry in the log has to stay. */
export const deny = async (call: Call, asked: Asked, denied: Denied): Promise<Answer> => {
  const { system, unit, now } = call;
  const { gate } = denied;
  const ref = refOf(asked);
  const auditReceipt = await record(system, unit, now, {
    kind: 'REVEAL_DENIED',
    by: callerOf(call),
    purpose: asked.purpose,
    fields: asked.fields,
    problem: denied.code,
    ...(asked.actorId === undefined ? {} : { actorId: asked.actorId }),
    ...(gate === undefined ? {} : { gate }),
    ...(ref === undefined ? {} : { consigneeRef: ref }),
  });
  return problemAnswer(
    {
      code: denied.code,
      details: {
        // nothing tells that the log has an entry for a parcel that the caller may not know of
        ...(gate === undefined ? {} : { members: { auditReceipt } }),
        headers: {
          'Cache-Control': 'no-store',
          ...(denied.retryAfter === undefined ? {} : { 'Retry-After': String(denied.retryAfter) }),
        },
      },
    },
    system.random,
    Date.parse(now),
  );
};
