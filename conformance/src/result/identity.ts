import { requirements } from '../catalogue/catalogue.ts';
import { checks } from '../checks/index.ts';
import { scenarios } from '../scenarios/index.ts';
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

let known: Promise<string> | undefined;

/** Which suite judged. The digest is over what the suite declares, so that it is the same from sources and bundled. */
export const suiteIdentity = async (): Promise<Result['suite']> => {
  known ??= digestOf(declared());
  return { name: '@openwaybill/conformance', version: SUITE_VERSION, digest: await known };
};

/** The sentences of a set of requirements, and what they bind. */
const sentences = (): string =>
  JSON.stringify(
    requirements.map(({ id, level, roles, position, tier, text, when, ...rest }) => ({
      id,
      level,
      roles,
      position,
      class: rest.class,
      tier,
      text,
      when,
    })),
  );

let working: Promise<string> | undefined;

/** By which set was judged: so far there is the working one, which is no set that a statement may be general about. */
export const setIdentity = async (version: string): Promise<Result['set']> => {
  working ??= digestOf(sentences());
  return { version, stage: 'NEXT', digest: await working };
};
