import type { Behaviour } from '../engine/call.ts';
import { capabilitiesOf } from '../engine/capabilities.ts';

/** Public throughout; derived from what this process really answers. */
export const getCapabilities: Behaviour = async ({ system }) => ({
  status: 200,
  headers: { 'Cache-Control': 'max-age=300' },
  body: capabilitiesOf(system.options),
});
