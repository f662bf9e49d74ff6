import type { TSchema } from '@sinclair/typebox';
import { BaselineForm } from './baseline/baseline.ts';
import { CheckConfig } from './config/check-config.ts';
import { ClaimFileForm } from './config/claim-file.ts';
import { UseFileForm } from './config/use-file.ts';
import { ProveForm } from './prove/report-schema.ts';
import { ResultForm } from './result/result-schema.ts';
import { ErrataForm, FrozenSetForm } from './sets/frozen-set.ts';
import { StatementForm } from './statement/statement-form.ts';
import { TranscriptForm } from './transcript/transcript-form.ts';

/** The forms of the suite's own files, which are published beside it; a file is named by the `$id` of its form. */
export const FORMS: readonly TSchema[] = [
  BaselineForm,
  CheckConfig,
  ClaimFileForm,
  ErrataForm,
  FrozenSetForm,
  ProveForm,
  ResultForm,
  StatementForm,
  TranscriptForm,
  UseFileForm,
];
