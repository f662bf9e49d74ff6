import { camelCase, registry } from '@openwaybill/schemas';
import { describe, expect, test } from 'vitest';
import { cleanRun } from './clean-run.ts';
import type { ReferenceRole } from './reference.ts';

/** Legal transitions that no run can see, by role or anywhere, each with the reason that the report gives. */
const UNREACHED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  any: {
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
    // nobody can be made to pay, or to remit, another amount than the one that was instructed
    'cod COLLECTED AMOUNTS_DIFFER': 'AS_INSTRUCTED',
    'cod REMITTED AMOUNTS_DIFFER': 'AS_INSTRUCTED',
    'cod DISCREPANT SETTLED': 'AS_INSTRUCTED',
    // the runner has one entry in a register, and there is no way back from here
    'party REGISTERED PARTY_REMOVED': 'NO_WAY_BACK',
    'party SUSPENDED PARTY_REMOVED': 'NO_WAY_BACK',
  },
  // its copy of a return rests at the receipt
  courier: {
    'return IN_TRANSIT REFUND_BY_AGREED_RULE': 'AFTER_RECEIPT',
    'return RECEIVED REFUND_BY_AGREED_RULE': 'AFTER_RECEIPT',
    'return INSPECTED REFUND_BY_INSPECTION': 'AFTER_RECEIPT',
    'return INSPECTED REFUND_REFUSED': 'AFTER_RECEIPT',
  },
  hub: { 'transport-leg NONE ARRIVED': 'AT_THE_COURIER' },
  regulator: { 'transport-leg NONE ARRIVED': 'AT_THE_COURIER' },
};

const ANY = ['agreement', 'event-subscription', 'interruption-notice'];

/** The lifecycles that each role has. */
const HELD: Readonly<Record<ReferenceRole, readonly string[]>> = {
  platform: ['return', 'reveal'],
  courier: [
    'claim',
    'cod',
    'complaint',
    'dispute',
    'exception',
    'intercept',
    'order',
    'parcel',
    'quote',
    'return',
    'statement',
    'transport-leg',
    'waybill',
  ],
  'service-point': [],
  locker: ['locker-deposit'],
  warehouse: ['inbound-notice', 'outbound-order'],
  'packaging-operator': ['reusable-asset'],
  hub: ['blacklist-entry', 'indicator-report', 'match', 'parcel', 'party', 'transport-leg'],
  'customs-agent': ['customs-declaration'],
  insurer: ['claim'],
  regulator: [
    'complaint',
    'indicator-report',
    'licence',
    'licence-application',
    'outlet-filing',
    'party',
    'pass-permit',
    'transport-leg',
  ],
};

/** The lifecycles that nobody has of whom every legal transition is demanded. */
export const heldByNobody = (): readonly string[] => {
  const held = new Set([...ANY, ...Object.values(HELD).flat()]);
  return registry.lifecycles.map(({ entity }) => entity).filter((entity) => !held.has(entity));
};

/** A cell of a reservation is none of the deposit that it becomes, though both have one table. */
const OF_TWO = 'locker-deposit';

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

/** Holds that a run over the reference reaches all that the tables of its lifecycles name, but for what is listed. */
export const reachTransitions = (role: ReferenceRole) =>
  describe(`what the tables name is reached at a ${role}`, async () => {
    const { result } = await cleanRun(role);
    const cells = result.coverage.transitions;

    test('it has the lifecycles that are its own', () => {
      const own = new Set(cells.map(({ lifecycle }) => lifecycle));
      expect([...own].sort()).toEqual([...ANY, ...HELD[role]].sort());
    });

    test('every legal transition, but for those that nobody sees', () => {
      const held = [...ANY, ...HELD[role]];
      const wanted = Object.entries({ ...UNREACHED.any, ...UNREACHED[role] }).filter(([name]) =>
        held.includes(name.slice(0, name.indexOf(' '))),
      );
      expect(
        Object.fromEntries(
          cells
            .filter(
              ({ lifecycle, state, by, is }) =>
                is === 'NOT_REACHED' && isNamed(lifecycle, state, by),
            )
            .map(({ lifecycle, state, by, reason }) => [`${lifecycle} ${state} ${by}`, reason]),
        ),
      ).toEqual(Object.fromEntries(wanted));
    });

    test('every other command is refused', () => {
      const reasons = Object.values({ ...UNREACHED.any, ...UNREACHED[role] });
      const amiss = cells.filter(
        ({ lifecycle, kind, state, by, is, reason }) =>
          kind === 'COMMAND' &&
          lifecycle !== OF_TWO &&
          !reasons.includes(reason ?? '') &&
          !isNamed(lifecycle, state, by) &&
          is !== 'REFUSED',
      );
      expect(amiss).toEqual([]);
    });
  });
