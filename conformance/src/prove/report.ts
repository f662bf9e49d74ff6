import type { Static } from '@sinclair/typebox';
import type { Frozen } from '../result/frozen.ts';
import type {
  AcceptedForm,
  CleanRowForm,
  DemandForm,
  DeterminismRowForm,
  EvidenceForm,
  FaultRowForm,
  GoldenRowForm,
  HollowRowForm,
  InvalidityForm,
  JudgementForm,
  ProveForm,
  SumForm,
  TotalsForm,
} from './report-schema.ts';

export type Judgement = Static<typeof JudgementForm>;
export type Invalidity = Static<typeof InvalidityForm>;
export type Evidence = Frozen<Static<typeof EvidenceForm>>;

/** Everything that the run with one fault came to: one row of the kill matrix. */
export type FaultRow = Frozen<Static<typeof FaultRowForm>>;
export type CleanRow = Frozen<Static<typeof CleanRowForm>>;
export type HollowRow = Frozen<Static<typeof HollowRowForm>>;
export type DeterminismRow = Frozen<Static<typeof DeterminismRowForm>>;
export type GoldenRow = Frozen<Static<typeof GoldenRowForm>>;
export type Sum = Frozen<Static<typeof SumForm>>;
export type Totals = Frozen<Static<typeof TotalsForm>>;

/** A fault that may stay as it is for now, with the reason in writing. */
export type Accepted = Frozen<Static<typeof AcceptedForm>>;
export type Demand = Frozen<Static<typeof DemandForm>>;

/** Everything that a proof of the suite found; the kill matrix and every table are functions of it. */
export type Prove = Frozen<Static<typeof ProveForm>>;
