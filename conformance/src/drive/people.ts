import { type Canary, type Corpus, corpusOf } from '@openwaybill/privacy/scan';
import type { CanaryEntry, ParcelStage, Party } from '../transcript/format.ts';
import { randomOf } from './random.ts';

/** The last run's, which is asked for by who drives it and by who judges it. */
let last: { readonly run: string; readonly corpus: Corpus } | undefined;

/** The people of a run: new with its id, and the same whenever its transcript is judged again. */
export const corpusOfRun = ({
  seed,
  runId,
}: {
  readonly seed: number;
  readonly runId: string;
}): Corpus => {
  const run = `${seed} ${runId}`;
  if (last?.run !== run) last = { run, corpus: corpusOf(randomOf(seed, `people:${runId}`)) };
  return last.corpus;
};

/** Whom the values of a person are given to, as whom, and at what stage of the parcel. */
export type Holder = CanaryEntry['holder'];

/** Gives scenarios people, and writes down whom each was given to. */
export type People = {
  readonly person: (scenario: string, label: string, stage: ParcelStage) => Canary;
};

export const createPeople = (
  run: { readonly seed: number; readonly runId: string },
  holder: { readonly party: Party; readonly organisation: string; readonly role: Holder['role'] },
  record: (entry: Pick<CanaryEntry, 'kind' | 'scenario' | 'number' | 'label' | 'holder'>) => void,
): People => {
  const known = new Map<string, Canary>();
  let corpus: Corpus | undefined;
  return {
    person: (scenario, label, stage) => {
      const name = `${scenario}:${label}`;
      const met = known.get(name);
      if (met !== undefined) return met;
      corpus ??= corpusOfRun(run);
      const number = known.size;
      const person = corpus.canary(number);
      known.set(name, person);
      record({ kind: 'canary', scenario, number, label, holder: { ...holder, stage } });
      return person;
    },
  };
};
