import { camelCase, registry } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { cleanRun } from './clean-run.ts';
import type { ReferenceRole } from './reference.ts';

/** Lifecycles of which every legal transition is to be reached, where a role has them. */
const LIFECYCLES = ['order', 'waybill', 'parcel', 'reveal', 'interruption-notice', 'agreement'];

/** Legal transitions that no run can see, each with the reason that the report gives. */
const UNREACHED: Readonly<Record<string, string>> = {
  // the answer that creates a waybill has its label: nothing is ever shown before
  'waybill BOUND getWaybillLabel': 'LABEL_WITH_CREATION',
  'waybill BOUND updateWaybill': 'LABEL_WITH_CREATION',
  'waybill BOUND cancelWaybill': 'LABEL_WITH_CREATION',
  'waybill BOUND FIRST_PHYSICAL_SCAN': 'LABEL_WITH_CREATION',
  // a counterparty reads a notice, and hears of it, from its issue on
  'interruption-notice DRAFT WITHDRAW': 'SEEN_FROM_ISSUE',
  'interruption-notice PRE_REPORTED WITHDRAW': 'SEEN_FROM_ISSUE',
  // its guard asks for a purpose of a delivery, and none of these waits for anybody
  'reveal PENDING_APPROVAL PARCEL_TERMINAL': 'NO_SUCH_APPROVAL',
};

const isNamed = (entity: string, state: string, by: string): boolean =>
  registry.lifecycles.some(
    (one) =>
      one.entity === entity &&
      one.transitions.some(
        ({ kind, on, from }) =>
          (kind === 'command' ? camelCase(on) : on) === by &&
          (state === 'NONE' ? from.length === 0 : (from as readonly string[]).includes(state)),
      ),
  );

/** Holds that a run over the reference reaches what the tables of the core lifecycles name, but for what is listed. */
export const reachTransitions = (role: ReferenceRole, entities: readonly string[]) =>
  describe(`what the tables name is reached at a ${role}`, async () => {
    const { result } = await cleanRun(role);
    const cells = result.coverage.transitions.filter(({ lifecycle }) =>
      LIFECYCLES.includes(lifecycle),
    );

    test('it has the lifecycles that are its own', () => {
      expect([...new Set(cells.map(({ lifecycle }) => lifecycle))].sort()).toEqual(entities);
    });

    test('every legal transition, but for those that nobody sees', () => {
      const legal = cells.filter(({ lifecycle, state, by }) => isNamed(lifecycle, state, by));
      const wanted = Object.entries(UNREACHED).filter(([name]) =>
        entities.includes(name.slice(0, name.indexOf(' '))),
      );
      expect(
        Object.fromEntries(
          legal
            .filter(({ is }) => is === 'NOT_REACHED')
            .map(({ lifecycle, state, by, reason }) => [`${lifecycle} ${state} ${by}`, reason]),
        ),
      ).toEqual(Object.fromEntries(wanted));
    });

    test('every other command is refused', () => {
      const amiss = cells.filter(
        ({ lifecycle, kind, state, by, is }) =>
          kind === 'COMMAND' &&
          state !== 'BOUND' &&
          !isNamed(lifecycle, state, by) &&
          is !== 'REFUSED',
      );
      expect(amiss).toEqual([]);
    });
  });
