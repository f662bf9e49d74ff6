import type { Text } from './text.ts';

/** What every module has to heed and none contains: a folder of requirements, without messages or operations. */
export type Concern = {
  readonly noun: 'concern';
  /** The folder's name. */
  readonly name: string;
  /** The prefixes of its requirement ids. */
  readonly prefixes: readonly [Uppercase<string>, ...Uppercase<string>[]];
  readonly title: Text;
  readonly description: Text;
  /** Clauses of the policy that it answers, the first being the default of its requirements. */
  readonly clauses: readonly [string, ...string[]];
};

export const defineConcern = (concern: Omit<Concern, 'noun'>): Concern => ({
  noun: 'concern',
  ...concern,
});
