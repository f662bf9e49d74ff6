import type { ConsigneeLookup } from '@openwaybill/schemas';
import { PURPOSE_LIMITS } from '@openwaybill/schemas';
import { record } from '../audit/log.ts';
import { vaultEntriesOf } from '../consignees/vault.ts';
import { type Behaviour, callerOf } from '../engine/call.ts';
import { Refusal } from '../engine/refusal.ts';

const MOST = 100;
const MONTHS_3 = 92 * 86_400_000;

/** The caller's own orders of three months; none found and not yours are one answer. */
export const lookUpConsignee: Behaviour = async (call) => {
  const { system, unit, now } = call;
  const caller = callerOf(call);
  const { kind, value, purpose } = call.body as ConsigneeLookup;
  const isGranted = PURPOSE_LIMITS.some(
    (limit) => limit.purpose === purpose && limit.roles.includes(caller.role),
  );
  if (!isGranted) throw new Refusal('PURPOSE_NOT_GRANTED');
  await record(system, unit, now, { kind: 'LOOKUP', by: caller, purpose });
  const orderNos = (await vaultEntriesOf(unit, caller.partyId))
    .filter(
      ({ contact, registeredAt }) =>
        Date.parse(now) - Date.parse(registeredAt) <= MONTHS_3 &&
        (kind === 'NAME'
          ? contact.name === value
          : contact.mobile === value || contact.landline === value),
    )
    .slice(0, MOST)
    .map(({ orderNo }) => orderNo);
  return { status: 200, body: { orderNos } };
};
