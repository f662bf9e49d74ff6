import type { System } from '../engine/system.ts';
import type { Unit } from '../store/unit.ts';
import { RESOURCE_DUE } from './change.ts';

/**
 * Lets a decision or an observation happen by itself at an instant, as it does in a party at work. It has nothing to say
 * where the resource has gone on by then.
 */
export const happensAt = (
  system: System,
  unit: Unit,
  dueAt: string,
  of: { readonly collection: string; readonly owner: string; readonly id: string },
  fact: string,
): void =>
  system.schedule(unit, {
    tenant: of.owner,
    kind: RESOURCE_DUE,
    ref: JSON.stringify([of.collection, of.owner, of.id, fact]),
    dueAt,
  });
