import type { Order, Waybill, WaybillCreation } from '@openwaybill/schemas';
import { type Answer, type Call, callerOf } from '../engine/call.ts';
import { command, demandGuard, stateIllegal } from '../engine/lifecycle.ts';
import { Refusal, ruleViolated } from '../engine/refusal.ts';
import { boundOrder } from '../orders/follow-binding.ts';
import { livePackages, orderOf } from '../orders/stored-order.ts';
import type { Unit } from '../store/unit.ts';
import { courierWorld } from '../world/courier-world.ts';
import { countInto, remainingOf } from './account.ts';
import { issue } from './issue.ts';
import { formatMeant, issueLabel } from './label/issue-label.ts';
import { localDate } from './local-date.ts';
import { takeReserved } from './reserve.ts';
import { freeNumber } from './reuse.ts';
import { routingOf } from './routing.ts';
import { scenarioAsked } from './scenario-asked.ts';
import {
  putPastWaybill,
  putWaybill,
  type StoredWaybill,
  waybillOf,
  waybillUnder,
} from './stored-waybill.ts';
import { unusedNumbers } from './unused-numbers.ts';

/** States of an order in which its packages get numbers (9.4). */
const BINDING: readonly Order['status'][] = [
  'ACCEPTED',
  'ALLOCATED',
  'PICKUP_SCHEDULED',
  'IN_FULFILMENT',
];

type Number = { readonly waybillNo: string; readonly allocatedOn: string };

/** The number that the mode brings, with the guards of the table. */
const numberFor = async (call: Call, creation: WaybillCreation): Promise<Number> => {
  const { system, unit, now } = call;
  const owner = callerOf(call).partyId;
  const lifecycle = system.lifecycle('waybill');
  if (creation.allocationMode === 'POOL') return takeReserved(system, unit, owner, creation);
  if (creation.allocationMode === 'SUPPLIED') {
    const { waybillNo } = creation;
    if (waybillNo === undefined) throw ruleViolated('/waybillNo', 'DSC-023');
    const { isFree, past } = await freeNumber(unit, waybillNo, now);
    demandGuard(lifecycle, 'create-waybill', 'NUMBER_FREE', isFree, { pointer: '/waybillNo' });
    if (past !== undefined) putPastWaybill(unit, past);
    return { waybillNo, allocatedOn: localDate(now) };
  }
  const left = await remainingOf(system, unit, owner, creation.carrierAccountId);
  if (left < 1) throw new Refusal('BALANCE_EXHAUSTED');
  const scenario = await scenarioAsked(call, creation.orderNo);
  const [waybillNo = ''] = await unusedNumbers(unit, scenario, 1, now);
  await countInto(unit, owner, creation, { allocatedCount: 1 });
  return { waybillNo, allocatedOn: localDate(now) };
};

/** A later attempt replaces one that has ended without being used. */
const demandFormerEnded = async (
  unit: Unit,
  owner: string,
  key: Pick<Waybill, 'orderNo' | 'packageId' | 'attempt'>,
): Promise<void> => {
  if (key.attempt === 1) return;
  const former = await waybillUnder(unit, owner, { ...key, attempt: key.attempt - 1 });
  if (former === undefined) throw ruleViolated('/attempt', 'WBL-003');
  if (!['VOIDED', 'EXPIRED'].includes(former.waybill.status))
    throw stateIllegal(former.waybill.status, 'create-waybill');
};

const withLabel = async (call: Call, order: Order, stored: StoredWaybill): Promise<Waybill> => ({
  ...stored.waybill,
  label: await issueLabel(call, stored, order, stored.labelFormat),
});

/** Binds a number to a package and issues its label, or answers what the same package got before. */
export const create = async (call: Call): Promise<Answer> => {
  const { system, unit, now } = call;
  const owner = callerOf(call).partyId;
  const creation = call.body as WaybillCreation;
  const { packageId, attempt = 1, parentWaybillNo, branchCode } = creation;
  const labelFormat = formatMeant(creation.labelFormat);
  const stored = await orderOf(unit, owner, creation.orderNo);
  const plan = stored.order.packages.find((one) => one.packageId === packageId);
  if (plan === undefined) throw new Refusal('NOT_FOUND');
  const mother =
    parentWaybillNo === undefined ? undefined : await waybillOf(unit, owner, parentWaybillNo);

  const key = { orderNo: creation.orderNo, packageId, attempt };
  const bound = await waybillUnder(unit, owner, key);
  if (bound !== undefined)
    return {
      status: 200,
      body: await withLabel(call, stored.order, bound),
      headers: { 'Idempotency-Replayed': 'true' },
    };

  if (!BINDING.includes(stored.order.status) || !livePackages(stored).includes(packageId))
    throw stateIllegal(stored.order.status, 'create-waybill');
  await demandFormerEnded(unit, owner, key);
  const world = courierWorld(system.options);
  if (!world.labelFormats.includes(labelFormat)) throw ruleViolated('/labelFormat', 'DSC-023');

  const lifecycle = system.lifecycle('waybill');
  const number = await numberFor(call, creation);
  const { to } = command(
    lifecycle,
    creation.allocationMode === 'POOL' ? 'RESERVED' : undefined,
    'create-waybill',
    { NUMBER_RESERVED_FOR_ACCOUNT: true, RESERVED_NUMBER_LEFT: true, NUMBER_FREE: true },
  );
  const made: Parameters<typeof issue>[3] = {
    owner,
    carrierAccountId: creation.carrierAccountId,
    labelFormat,
    ...(branchCode === undefined ? {} : { branchCode }),
    waybill: {
      waybillNo: number.waybillNo,
      carrierCode: world.carrierCode as Waybill['carrierCode'],
      allocatedOn: number.allocatedOn,
      ...key,
      ...(mother === undefined ? {} : { parentWaybillNo: mother.waybill.waybillNo }),
      status: to as Waybill['status'],
      routing: routingOf(stored.order, world.network),
      printCount: 0,
      ...(plan.weightGrams === undefined ? {} : { weightGrams: plan.weightGrams }),
      ...(plan.dimensions === undefined ? {} : { dimensions: plan.dimensions }),
      ...(stored.order.service.vas === undefined ? {} : { vas: stored.order.service.vas }),
      revision: 1,
      createdAt: now,
      updatedAt: now,
    },
  };
  const labelled = await issue(system, unit, now, made);
  if (mother !== undefined) joinMother(call, mother, number.waybillNo);
  const after = await boundOrder(system, unit, now, owner, stored, labelled.waybill);
  return { status: 201, body: await withLabel(call, after.order, labelled) };
};

const joinMother = ({ unit, now }: Call, mother: StoredWaybill, child: string): void =>
  putWaybill(unit, {
    ...mother,
    waybill: {
      ...mother.waybill,
      childWaybillNos: [...(mother.waybill.childWaybillNos ?? []), child],
      revision: mother.waybill.revision + 1,
      updatedAt: now,
    },
  });
