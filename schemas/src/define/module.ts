import type { Text } from './text.ts';

/** A chapter of the standard: one folder, one prefix of requirement ids. */
export type Module = {
  readonly noun: 'module';
  /** The folder's name. */
  readonly name: string;
  /** Its place in the document; modules are listed by it. */
  readonly chapter: number;
  readonly prefix: Uppercase<string>;
  readonly title: Text;
  readonly description: Text;
  readonly conformanceClass: string;
  /** Clauses of the policy that it answers, the first being the default of its requirements. */
  readonly clauses: readonly [string, ...string[]];
};

export const defineModule = (module: Omit<Module, 'noun'>): Module => ({
  noun: 'module',
  ...module,
});
