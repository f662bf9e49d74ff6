import type { Static } from '@sinclair/typebox';
import type { Frozen } from './frozen.ts';
import type {
  CaseForm,
  CoverageForm,
  FindingForm,
  RequirementForm,
  ResultForm,
  TransitionForm,
  VerdictForm,
  WarningForm,
} from './result-schema.ts';

export type CaseResult = Frozen<Static<typeof CaseForm>>;
export type RequirementResult = Frozen<Static<typeof RequirementForm>>;

/** One violated case, ready for a card. */
export type FindingCard = Frozen<Static<typeof FindingForm>>;
export type VerdictRow = Frozen<Static<typeof VerdictForm>>;
export type Warning = Frozen<Static<typeof WarningForm>>;

/** A cell of a lifecycle table: what became of a command or an observation in a state. */
export type TransitionCell = Frozen<Static<typeof TransitionForm>>;

/** What of the contract a run reached. */
export type Coverage = Frozen<Static<typeof CoverageForm>>;

/** Everything that a run found; every report is a function of it and of the transcript. */
export type Result = Frozen<Static<typeof ResultForm>>;
