import { requirements } from '../catalogue/catalogue.ts';
import { checks } from '../checks/index.ts';
import { scenarios } from '../scenarios/index.ts';
import type { AppliedSet } from '../sets/frozen-set.ts';
import { digestOf } from '../transcript/chain.ts';
import { SUITE_VERSION } from '../version.ts';
import type { Result } from './result.ts';

/** What the suite declares: its scenarios with what they touch, and what each of its checks reports on. */
const declared = () =>
  JSON.stringify({
    version: SUITE_VERSION,
    scenarios: scenarios.map(({ id, tier, touches }) => ({ id, tier, touches })),
    checks: checks.map((check) => check.requirements),
  });

let known: string | undefined;

/** Which suite judged. The digest is over what the suite declares, so that it is the same from sources and bundled. */
export const suiteIdentity = (): Result['suite'] => {
  known ??= digestOf(declared());
  return { name: '@openwaybill/conformance', version: SUITE_VERSION, digest: known };
};

/** What a digest of requirements is over: their sentences, and what they bind. */
type Sentence = Pick<
  (typeof requirements)[number],
  'id' | 'level' | 'roles' | 'position' | 'tier' | 'text' | 'when' | 'class'
>;

/** The digest of requirements as they bind, of a contract of any age. */
export const requirementsDigest = (of: readonly Sentence[]): string =>
  digestOf(
    JSON.stringify(
      of.map(({ id, level, roles, position, tier, text, when, ...rest }) => ({
        id,
        level,
        roles,
        position,
        class: rest.class,
        tier,
        text,
        when,
      })),
    ),
  );

let working: string | undefined;

/** The digest of the working contract: of the sentences of its requirements, and of what they bind. */
export const contractDigest = (): string => {
  working ??= requirementsDigest(requirements);
  return working;
};

/** By which set was judged; without one, by the working contract, which no statement may be general about. */
export const setIdentity = (set: AppliedSet | undefined): Result['set'] =>
  set === undefined
    ? { version: 'next', stage: 'NEXT', digest: contractDigest() }
    : { version: set.version, stage: set.stage, digest: set.digest };
