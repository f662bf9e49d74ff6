import { pickupCode } from '@openwaybill/reference/locker';
import { epochMillis, type LockerDeposit, type PickupCodeDelivery } from '@openwaybill/schemas';
import { CompactEncrypt, importJWK, type JWK } from 'jose';
import { callWithRetries } from '../../actions/call-with-retries.ts';
import { addressOf } from '../../engine/address.ts';
import { type Behaviour, callerOf } from '../../engine/call.ts';
import { DAY, instantOf } from '../../engine/clock.ts';
import type { Counterparty } from '../../engine/options.ts';
import { Refusal } from '../../engine/refusal.ts';
import type { System } from '../../engine/system.ts';
import { isRelay } from '../../relay/carrier.ts';
import { handCodeOn } from '../../relay/hand-code-on.ts';
import { causeFact } from '../../resources/fact.ts';
import { recordRow } from '../../store/resource.ts';
import type { Parties } from './parties.ts';

/** How long a code opens its cell: longer than any storage that is asked for. */
const CODE_LIFE = 30 * DAY;

const ALG = 'ECDH-ES+A256KW';

/** A code that only the platform can read (RFC 7516). */
const seal = async (code: string, { keys }: Counterparty): Promise<string | undefined> => {
  const key = keys.find(({ use }) => use === 'enc');
  if (key === undefined) return undefined;
  return new CompactEncrypt(new TextEncoder().encode(code))
    .setProtectedHeader({ alg: ALG, enc: 'A256GCM', kid: String(key.kid) })
    .encrypt(await importJWK(key as JWK, ALG));
};

/** Makes a code, hands it to the platform and forgets it. Whoever cannot be told leaves the deposit as it is. */
export const sendCode = (
  system: System,
  { courier, platform }: Parties,
  { depositId, waybillNo, depositedAt }: LockerDeposit,
): void =>
  system.background(async () => {
    const known = system.counterparty(platform);
    if (known === undefined) return;
    const to = await system.transact(platform, (unit) => addressOf(unit, known));
    if (to.baseUrl === undefined) return;
    const sealedCode = await seal(pickupCode(system.random), to);
    if (sealedCode === undefined) return;
    const expiresAt = instantOf(epochMillis(depositedAt) + CODE_LIFE);
    const body: PickupCodeDelivery = { depositId, waybillNo, sealedCode, expiresAt };
    const answer = await callWithRetries(system, to, {
      method: 'POST',
      path: '/v1/pickup-codes',
      body,
    });
    if (answer.status !== 204) return;
    const at = await system.transact(courier, async (unit, now) => {
      const kept = await unit.get<LockerDeposit>('locker-deposits', `${courier}/${depositId}`);
      // the courier may have been faster
      if (kept?.status === 'DEPOSITED')
        await causeFact(system, unit, now, {
          collection: 'locker-deposits',
          owner: courier,
          id: depositId,
          fact: 'CODE_SENT',
        });
      return Date.parse(now);
    });
    await system.advance(courier, at);
  });

/** A platform takes a code for a parcel of its own and passes it on; it is never shown again. */
export const deliverPickupCode: Behaviour = async (call) => {
  if (isRelay(call.system)) return handCodeOn(call);
  const { unit, now } = call;
  const { partyId } = callerOf(call);
  const delivery = call.body as PickupCodeDelivery;
  const waybills = await unit.list({ collection: 'bound-waybill' });
  const isOurs = waybills.some(
    ({ body }) => (body as { readonly waybillNo: string }).waybillNo === delivery.waybillNo,
  );
  if (!isOurs) throw new Refusal('NOT_FOUND');
  unit.put(recordRow('pickup-code', `${partyId}/${delivery.depositId}`, partyId, now, delivery));
  return { status: 204 };
};
