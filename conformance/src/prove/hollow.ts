import { Unreachable } from '../claim.ts';
import { memoryShore } from '../drive/memory-shore.ts';
import { randomOf } from '../drive/random.ts';
import { type NullSystem, withToken } from '../null-systems/null-systems.ts';
import { WEAK_PASSES } from '../null-systems/weak-passes.ts';
import { reachable, type WeakSystem } from '../null-systems/weak-systems.ts';
import { isBinding } from '../outcome.ts';
import type { Result } from '../result/result.ts';
import { check } from '../run.ts';
import type { CapabilityDocument, RequirementId, Role, Shore } from '../words.ts';
import { addressOf, credentialsFor } from './reference.ts';
import type { HollowRow } from './report.ts';

/** Exit code of a check that could not begin. */
const NOTHING_JUDGED = 5;

type Setting = {
  readonly role: Role;
  /** What the reference says of itself. */
  readonly document: CapabilityDocument;
  readonly elapsed: () => number;
  /** Sees every result before it is judged. */
  readonly look?: (result: Result) => void;
};

const checked = async (
  { role, document, look }: Setting,
  shore: Shore,
): Promise<Result | undefined> => {
  try {
    const { result } = await check({
      url: addressOf(role),
      role,
      shore,
      credentials: await credentialsFor(role),
      claim: { version: 1, role, document },
    });
    look?.(result);
    return result;
  } catch (error) {
    if (error instanceof Unreachable) return undefined;
    throw error;
  }
};

const passedIn = (result: Result | undefined): readonly RequirementId[] =>
  (result?.requirements ?? []).flatMap(({ id, level, outcome }) =>
    isBinding(level) && outcome === 'passed' ? [id] : [],
  );

const conformantIn = (result: Result | undefined): readonly string[] =>
  (result?.verdicts ?? []).flatMap((one) => (one.verdict === 'conformant' ? [one.class] : []));

const shoreOf = (fetch: NullSystem['fetch']): Shore => {
  const shore = memoryShore({ fetch: (request) => fetch(request, shore.pass) });
  return shore;
};

/** Checks a null system, as it is and where even a token is had. */
export const proveNull = async (system: NullSystem, setting: Setting): Promise<HollowRow> => {
  const { role, elapsed } = setting;
  const began = elapsed();
  const results = [];
  for (const { fetch } of [system, withToken(system)])
    results.push(await checked(setting, shoreOf(fetch)));
  const passed = [...new Set(results.flatMap(passedIn))];
  const exits = results.map((result) => result?.exit ?? NOTHING_JUDGED);
  return {
    id: system.id,
    role,
    passed,
    unforeseen: passed,
    conformant: [...new Set(results.flatMap(conformantIn))],
    // the better of both: neither may be a success
    exit: exits.includes(0) ? 0 : (exits[0] ?? NOTHING_JUDGED),
    milliseconds: Math.round(elapsed() - began),
  };
};

/** Checks a weak system, and compares what it passes with what it is known to pass. */
export const proveWeak = async (system: WeakSystem, setting: Setting): Promise<HollowRow> => {
  const { role, document, elapsed } = setting;
  const began = elapsed();
  // random answers to names of chance would pass one thing today and another tomorrow
  const drawn = randomOf(1, system.id);
  const shore: Shore = {
    ...memoryShore({ fetch: (request) => fetch(request) }),
    secure: (bytes) => Uint8Array.from({ length: bytes }, () => Math.floor(drawn() * 256)),
  };
  const fetch = reachable(system, { role, document, now: shore.now, seed: 1 });
  const result = await checked(setting, shore);
  const passed = passedIn(result);
  const known: readonly RequirementId[] = WEAK_PASSES[system.id]?.[role] ?? [];
  return {
    id: system.id,
    role,
    passed,
    unforeseen: passed.filter((id) => !known.includes(id)),
    conformant: conformantIn(result),
    exit: result?.exit ?? NOTHING_JUDGED,
    milliseconds: Math.round(elapsed() - began),
  };
};
