import type { Common } from '../common.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Io } from '../io.ts';

export type CoverageOptions = Common & {
  readonly run?: string;
  readonly set?: string;
  readonly freeze?: string;
  readonly out?: string;
};

export const coverage = async (_options: CoverageOptions, _io: Io): Promise<ExitCode> => EXIT.ok;
