import type { Shore } from '@openwaybill/conformance';
import { nodeIo } from '../io.ts';
import { nodeShore as shoreOver } from './node-shore.ts';

/** What a conformance run may do to the world, over sockets, for a system's own tests: nobody is asked, nothing is told. */
export const nodeShore = ({
  seed = 1,
  hostname = '127.0.0.1',
}: {
  readonly seed?: number;
  readonly hostname?: string;
} = {}): Shore =>
  shoreOver(nodeIo(), { seed, hostname, ask: async () => 'CANNOT', tell: () => undefined });
