import { actionsOf } from '../actions/actions-of.ts';
import type { Behaviour } from '../engine/call.ts';

export const listTestControls: Behaviour = async ({ system }) => ({
  status: 200,
  body: {
    commands: [
      { name: 'CLOCK' },
      ...(system.options.role === 'courier' ? [{ name: 'SCANS' }] : []),
      { name: 'PARCELS' },
      { name: 'ACTIONS', actions: Object.keys(actionsOf(system.options.role)) },
      { name: 'INTERRUPTIONS' },
      { name: 'RESET' },
    ],
  },
});
