import { type ConsigneeLookup, type ProblemCode, PURPOSE_LIMITS } from '@openwaybill/schemas';
import { note } from '../audit/log.ts';
import { namesPurpose } from '../consignees/agreed.ts';
import { countLookup, isFound } from '../consignees/lookup.ts';
import { overQuota } from '../consignees/quota.ts';
import { vaultEntriesOf } from '../consignees/vault.ts';
import { effectiveAgreements } from '../engine/agreement.ts';
import { problemAnswer } from '../engine/answer.ts';
import { type Behaviour, type Call, callerOf } from '../engine/call.ts';
import { DAY } from '../engine/clock.ts';

const MOST = 100;
const MONTHS_3 = 92 * DAY;

/** Why a lookup is refused: its purpose, or the quota that it shares with reveals. */
const reasonAgainst = async (
  call: Call,
  purpose: string,
): Promise<
  { readonly code: ProblemCode; readonly gate: string; readonly retryAfter?: number } | undefined
> => {
  const { unit, now } = call;
  const caller = callerOf(call);
  const limits = PURPOSE_LIMITS.filter(
    (limit) => limit.purpose === purpose && limit.roles.includes(caller.role),
  );
  const agreements = await effectiveAgreements(unit, caller.partyId);
  if (!agreements.some((one) => limits.some((limit) => namesPurpose(limit)(one))))
    return { code: 'PURPOSE_NOT_GRANTED', gate: 'ROLE' };
  const asked = { purpose, fields: [], waybillNo: '' };
  const retryAfter = await overQuota(unit, caller, asked, now);
  return retryAfter === undefined
    ? undefined
    : { code: 'REVEAL_QUOTA_EXCEEDED', gate: 'QUOTA', retryAfter };
};

/**
 * The caller's own orders of three months; none found and not yours are one answer. Every call is in the log, and a
 * refusal is an answer and not thrown: its entry has to stay.
 */
export const lookUpConsignee: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const caller = callerOf(call);
  const { kind, value, purpose } = call.body as ConsigneeLookup;
  const refused = await reasonAgainst(call, purpose);
  const { leafIndex } = await note(system, unit, now, {
    kind: 'LOOKUP',
    by: caller,
    purpose,
    ...(refused === undefined ? {} : { gate: refused.gate, problem: refused.code }),
  });
  if (refused !== undefined)
    return problemAnswer(
      {
        code: refused.code,
        details: {
          headers: {
            'Cache-Control': 'no-store',
            ...(refused.retryAfter === undefined
              ? {}
              : { 'Retry-After': String(refused.retryAfter) }),
          },
        },
      },
      system.random,
      Date.parse(now),
    );
  countLookup(unit, now, caller.partyId, leafIndex, purpose);
  const orderNos = (await vaultEntriesOf(unit, caller.partyId))
    .filter(
      (entry) =>
        Date.parse(now) - Date.parse(entry.registeredAt) <= MONTHS_3 &&
        isFound(entry, { kind, value }),
    )
    .slice(-MOST)
    .map(({ orderNo }) => orderNo);
  return { status: 200, body: { orderNos } };
};
