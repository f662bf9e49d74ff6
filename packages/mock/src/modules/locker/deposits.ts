import { isLocked, mayExtend, mayRemind, storageFee, tryCode } from '@openwaybill/reference/locker';
import type {
  CellReservation,
  DepositExtension,
  DepositRemoval,
  LockerDeposit,
} from '@openwaybill/schemas';
import { type Behaviour, type Call, callerOf } from '../../engine/call.ts';
import { instantOf } from '../../engine/clock.ts';
import { Refusal } from '../../engine/refusal.ts';
import { changeResource, collectionNamed, findResource } from '../../resources/change.ts';
import type { Happening, Hooks, Resource } from '../../resources/hooks.ts';
import { performPlainly } from '../../resources/plain-behaviour.ts';
import { KEYPADS, keypadOf, putKeypad } from './keypad.ts';
import { findLocker, RESERVATIONS } from './lockers.ts';
import { PARTIES, type Parties, partiesOf } from './parties.ts';
import { sendCode } from './pickup-codes.ts';
import { tellScan } from './tracking.ts';

const DAY_SECONDS = 86_400;
const WAITING: readonly string[] = ['NOTIFIED', 'OVERDUE'];

/** Refuses a second reminder within a day, and says when the next may come. */
const demandReminder = async ({ unit, now }: Happening, depositId: string): Promise<void> => {
  const { lastRemindedAt } = await keypadOf(unit, depositId);
  if (lastRemindedAt === undefined || mayRemind(lastRemindedAt, now)) return;
  const passed = Math.floor((Date.parse(now) - Date.parse(lastRemindedAt)) / 1000);
  throw new Refusal('RATE_LIMITED', {
    headers: { 'Retry-After': String(DAY_SECONDS - passed) },
  });
};

/** What each fact and command does to a deposit beside its state. */
const effects: Readonly<
  Record<string, (happening: Happening, deposit: LockerDeposit) => Promise<Resource>>
> = {
  FREE_STORAGE_ENDED: async ({ now }, deposit) => ({ ...deposit, overdueSinceAt: now }),
  'extend-deposit': async ({ body }, { overdueSinceAt: _, ...deposit }) => ({
    ...deposit,
    freeUntilAt: (body as DepositExtension).untilAt,
  }),
  'remind-deposit': async ({ unit, now, owner }, deposit) => {
    const keypad = await keypadOf(unit, deposit.depositId);
    putKeypad(unit, now, owner, deposit.depositId, { ...keypad, lastRemindedAt: now });
    return { ...deposit, remindCount: deposit.remindCount + 1 };
  },
  CODE_WRONG: async ({ unit, now, owner }, { lockedUntilAt: _, ...deposit }) => {
    const keypad = await keypadOf(unit, deposit.depositId);
    const { lock } = tryCode(keypad.lock, Date.parse(now), false);
    putKeypad(unit, now, owner, deposit.depositId, { ...keypad, lock });
    return {
      ...deposit,
      ...(lock.lockedUntil === undefined ? {} : { lockedUntilAt: instantOf(lock.lockedUntil) }),
    };
  },
  CODE_ACCEPTED: async ({ body }, { lockedUntilAt: _, ...deposit }) => ({
    ...deposit,
    collectedBy: body.collectedBy ?? 'CONSIGNEE',
  }),
};

const demandParties = async (happening: Happening, depositId: string): Promise<Parties> => {
  const parties = await partiesOf(happening.unit, depositId);
  if (parties === undefined) throw new Error(`nobody reserved the cell of ${depositId}`);
  return parties;
};

/** The reservation goes on with the deposit that it became: it holds the cell. */
const follow = async (happening: Happening, deposit: LockerDeposit): Promise<void> => {
  const { system, unit, owner } = happening;
  const collection = collectionNamed(system, RESERVATIONS);
  const found = await findResource(unit, collection, owner, deposit.depositId);
  const reservation = found?.resource as CellReservation | undefined;
  if (reservation === undefined || reservation.status === deposit.status) return;
  const followed = { ...reservation, status: deposit.status };
  await changeResource({ ...happening, on: 'FOLLOWED' }, collection, followed, reservation);
};

/** From the closing of the door on. */
export const deposits: Hooks = {
  beside: (_, depositId) => [
    [KEYPADS, depositId],
    [PARTIES, depositId],
  ],
  guards: async (happening, before) => {
    const { unit, now, on, body } = happening;
    const deposit = before as LockerDeposit;
    const isWaiting = WAITING.includes(deposit.status);
    if (on === 'remind-deposit' && isWaiting) await demandReminder(happening, deposit.depositId);
    return {
      ONCE_A_DAY: true,
      NOTICE_COMPLETE: true,
      TWO_PERSONS_LOGGED: true,
      LATER_AND_PAID: on !== 'extend-deposit' || mayExtend(deposit, body as DepositExtension, now),
      NOT_LOCKED: !isLocked((await keypadOf(unit, deposit.depositId)).lock, Date.parse(now)),
      // couriers take out what they carry; who else asks has nothing to do with the parcel
      ACTOR_ASSIGNED: on !== 'remove-deposit' || (body as DepositRemoval).actor.kind === 'COURIER',
    };
  },
  draft: async (happening, next) =>
    (await effects[happening.on]?.(happening, next as LockerDeposit)) ?? next,
  recipients: async (happening, next) => {
    const { courier, platform } = await demandParties(happening, next.depositId);
    return [courier, platform];
  },
  changed: async (happening, next, before) => {
    const deposit = next as LockerDeposit;
    if (before?.status === deposit.status) return;
    const parties = await demandParties(happening, deposit.depositId);
    await follow(happening, deposit);
    await tellScan(happening, deposit, [parties.courier, parties.platform]);
    if (deposit.status === 'DEPOSITED') sendCode(happening.system, parties, deposit);
  },
};

/** The call as the courier's, whose deposit it is: its platform may make it too. */
const forTheCourier = async (call: Call): Promise<Call> => {
  const { partyId } = callerOf(call);
  const parties = await partiesOf(call.unit, call.path.depositId ?? '');
  const courier =
    parties?.platform === partyId ? call.system.counterparty(parties.courier) : call.caller;
  return { ...call, caller: courier };
};

/** What the registry says of the operation, for courier and platform alike. */
export const shared: Behaviour = async (call) => performPlainly(await forTheCourier(call));

/** The fee of this moment; of a deposit that has ended, that of its end. */
export const getDepositFee: Behaviour = async (call) => {
  const { system, unit, now, path } = call;
  const { partyId } = callerOf(await forTheCourier(call));
  const collection = collectionNamed(system, 'locker-deposits');
  const found = await findResource(unit, collection, partyId, path.depositId ?? '');
  if (found === undefined) throw new Refusal('NOT_FOUND');
  const { depositId, lockerId, freeUntilAt, status, updatedAt } = found.resource as LockerDeposit;
  const tariff = (await findLocker(unit, lockerId))?.feeAfterFree;
  if (tariff === undefined) throw new Refusal('NOT_FOUND');
  const at = status === 'COLLECTED' || status === 'REMOVED' ? updatedAt : now;
  return {
    status: 200,
    body: { depositId, ...storageFee(freeUntilAt, at, tariff), freeUntilAt },
  };
};
