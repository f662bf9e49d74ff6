import type { Language } from './language.ts';

/** What every command is told. */
export type Common = {
  readonly language: Language;
  /** One JSON document on standard output, for programs. */
  readonly json: boolean;
};
