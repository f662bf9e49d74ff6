import type { Status } from './release/release.ts';

/** A version of the standard: `1.2.0`, `1.2.0-draft.3` (Semantic Versioning 2.0.0). */
const VERSION =
  /^(0|[1-9][0-9]{0,4})\.(0|[1-9][0-9]{0,4})\.(0|[1-9][0-9]{0,4})(?:-(draft|ballot)(?:\.(0|[1-9][0-9]{0,4}))?)?$/;

/** Stages before publication, in the order in which a version passes them; a version without one is published. */
const STAGES = ['draft', 'ballot', undefined];

type Parts = { readonly numbers: readonly number[]; readonly stage: string | undefined };

const partsOf = (version: string): Parts | undefined => {
  const found = VERSION.exec(version);
  if (found === null) return undefined;
  const [, major, minor, patch, stage, round = 0] = found;
  return {
    numbers: [major, minor, patch, STAGES.indexOf(stage), round].map(Number),
    stage,
  };
};

/** Major, minor and patch; of a text that is no version, nothing. */
export const numbersOf = (version: string): readonly [number, number, number] | undefined => {
  const [major, minor, patch] = partsOf(version)?.numbers ?? [];
  return major === undefined || minor === undefined || patch === undefined
    ? undefined
    : [major, minor, patch];
};

/** Whether a text is a version of the standard. */
export const isVersion = (text: string): boolean => partsOf(text) !== undefined;

/** The number that a version has or will have: that of a draft and of a ballot without its stage. */
export const numberFor = (version: string): string => version.replace(/-.*$/, '');

/** Less than 0 where the first version comes before the second. Both are versions. */
export const compareVersions = (a: string, b: string): number => {
  const [left, right] = [a, b].map((version) => partsOf(version)?.numbers ?? []);
  const at = (left ?? []).findIndex((number, index) => number !== right?.[index]);
  return at < 0 ? 0 : (left?.[at] ?? 0) - (right?.[at] ?? 0);
};

/**
 * The version under which something is released: what is not authorised never has the number that the authorised one
 * will have, since every `$id` carries it and is for ever. `undefined` where the version names another stage.
 */
export const versionFor = (asked: string, status: Status): string | undefined => {
  const stage = partsOf(asked)?.stage;
  if (stage === undefined) return status === 'published' ? asked : `${asked}-${status}`;
  return stage === status ? asked : undefined;
};
