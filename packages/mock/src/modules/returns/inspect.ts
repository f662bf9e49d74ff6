import type { Return, ReturnInspection } from '@openwaybill/schemas';
import type { Behaviour } from '../../engine/call.ts';
import { command } from '../../engine/lifecycle.ts';
import { Refusal, ruleViolated } from '../../engine/refusal.ts';
import type { System } from '../../engine/system.ts';
import { changeResource, collectionNamed } from '../../resources/change.ts';
import type { Receiver, Resource } from '../../resources/hooks.ts';
import { recordRow } from '../../store/resource.ts';
import type { Unit } from '../../store/unit.ts';
import { findOwnReturn } from './observed-return.ts';
import { INSPECTION } from './refund.ts';

/** An inspection is about every line of the return and accepts no more than came back. */
const demandFitting = ({ items }: Return, { lines }: ReturnInspection): void => {
  for (const [index, { lineNo, acceptedCount }] of lines.entries()) {
    const item = items.find((one) => one.lineNo === lineNo);
    if (item === undefined) throw ruleViolated(`/lines/${index}/lineNo`, 'RTN-005');
    if (acceptedCount > item.quantity.value)
      throw ruleViolated(`/lines/${index}/acceptedCount`, 'RTN-005');
  }
  if (lines.length !== items.length) throw ruleViolated('/lines', 'RTN-005');
};

const inspect = async (
  system: System,
  unit: Unit,
  now: string,
  inspection: ReturnInspection,
): Promise<Resource> => {
  const found = await findOwnReturn(system, unit, inspection.rmaNo);
  if (found === undefined) throw new Refusal('NOT_FOUND');
  const { owner, resource } = found;
  const on = 'report-return-inspection';
  const { to } = command(system.lifecycle('return'), resource.status, on);
  demandFitting(resource, inspection);
  unit.put(recordRow(INSPECTION, inspection.rmaNo, owner, now, inspection));
  return changeResource(
    { system, unit, now, owner, on, path: {}, body: inspection },
    collectionNamed(system, 'returns'),
    { ...resource, status: to },
    resource,
  );
};

/** A warehouse says what it found. */
export const reportInspection: Behaviour = async ({ system, unit, now, body }) => ({
  status: 200,
  body: await inspect(system, unit, now, body as ReturnInspection),
});

/** The same, told by an event. One that comes too late, or is about nothing of ours, changes nothing. */
export const hearOfInspection: Receiver = async (system, unit, now, _from, data) => {
  const inspection = data as ReturnInspection;
  const found = await findOwnReturn(system, unit, inspection.rmaNo);
  if (found?.resource.status === 'RECEIVED') await inspect(system, unit, now, inspection);
};
