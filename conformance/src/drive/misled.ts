import { brokenAt } from '../checks/broken-form.ts';
import type { Session } from './session.ts';

/** Where the system broke the form of a message in the scenario that runs: what fails after that is no fault of ours. */
export const brokenInScenario = ({
  recorder,
  active,
  claim,
}: Pick<Session, 'recorder' | 'active' | 'claim'>): readonly number[] | undefined =>
  brokenAt(
    {
      entries: recorder.entries.filter(
        (entry) =>
          entry.kind === 'head' ||
          (entry.kind === 'exchange' && entry.scenario === active.scenario),
      ),
    },
    claim,
  );
