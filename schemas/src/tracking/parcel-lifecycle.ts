import { defineLifecycle, type State, type Transition } from '../define/index.ts';
import { type ParcelStatus, parcelStatusEntries } from './parcel-status-codes.ts';
import { NEXT_STATUSES } from './parcel-transitions.ts';

const ALL = Object.keys(parcelStatusEntries) as readonly ParcelStatus[];

const states = Object.fromEntries(
  ALL.map((status) => {
    const { en, zh, terminal } = parcelStatusEntries[status];
    return [status, { en, zh, terminal }];
  }),
) as Readonly<Record<ParcelStatus, State>>;

/** One row a status: an event that gives it is legal from these. What the fold adds to the table is no row of it. */
const rows: readonly Transition<ParcelStatus>[] = ALL.filter((to) => to !== 'UNKNOWN').map(
  (to) => ({
    kind: 'observation',
    on: to,
    from: ALL.filter((from) => NEXT_STATUSES[from].includes(to)),
    to,
    requirement: 'TRK-002',
  }),
);

/** The table of the fold as a lifecycle, for readers. It has no commands: an observation is never refused. */
export const parcelLifecycle = defineLifecycle({
  entity: 'parcel',
  title: { en: 'Parcel', zh: '包裹' },
  refusals: 'TRK-002',
  states,
  transitions: [
    {
      kind: 'observation',
      on: 'NOTHING_OBSERVED',
      from: [],
      to: 'UNKNOWN',
      requirement: 'TRK-001',
    },
    ...rows,
  ],
});
