import type { Walk } from '../models/walk.ts';
import type { TwinMaker } from '../negatives/twin.ts';
import type { Check, Fault, Scenario } from '../words.ts';

/** Everything that the suite has of one module beyond the core exchange, and beyond what the registry alone says. */
export type ModuleSuite = {
  readonly scenarios: readonly Scenario[];
  readonly checks: readonly Check[];
  readonly faults: readonly Fault[];
  /** Requests that can be had accepted, by operation: from each follow requests with one thing wrong. */
  readonly twins?: Readonly<Record<string, TwinMaker>>;
  /** The command of test control without which a twin cannot be had accepted, by operation. */
  readonly twinNeeds?: Readonly<Record<string, string>>;
  /** Lifecycles that can be walked: every command from every state that does not name it is refused. */
  readonly walks?: readonly Walk[];
};
