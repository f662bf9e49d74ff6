import { actionsOf } from '../actions/actions-of.ts';
import type { Behaviour } from '../engine/call.ts';
import { testCommandsOf } from '../engine/capabilities.ts';

export const listTestControls: Behaviour = async ({ system }) => ({
  status: 200,
  body: {
    commands: testCommandsOf(system.options.role).map((name) =>
      name === 'ACTIONS'
        ? { name, actions: Object.keys(actionsOf(system.options.role)) }
        : { name },
    ),
  },
});
