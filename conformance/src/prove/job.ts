import { nullSystems } from '../null-systems/null-systems.ts';
import { weakSystems } from '../null-systems/weak-systems.ts';
import { check } from '../run.ts';
import type { CapabilityDocument, Fault, Role } from '../words.ts';
import { type Clean, cleanOf, cleanRowOf, differencesBetween, factsOf } from './clean.ts';
import { differencesOfGolden, type Golden } from './golden.ts';
import { proveNull, proveWeak } from './hollow.ts';
import { proveFault } from './prove-fault.ts';
import { type ReferenceMaker, referenceOf } from './reference.ts';
import type { CleanRow, DeterminismRow, FaultRow, GoldenRow, HollowRow } from './report.ts';
import { type WitnessMaker, witnessOf } from './witness.ts';

/** Everything that jobs are done with. */
export type World<Options = unknown> = {
  readonly maker: ReferenceMaker<Options>;
  readonly witnesses: Readonly<Partial<Record<Role, WitnessMaker>>>;
  readonly goldens: readonly Golden[];
  readonly faultOf: (id: string) => Fault | undefined;
  /** Milliseconds on a clock that never jumps. */
  readonly elapsed: () => number;
  readonly seed: number;
};

/** One piece of the proof: data alone, so that it can be handed to another thread. */
export type Job =
  | { readonly kind: 'REFERENCE'; readonly role: Role; readonly claims?: Fault['claims'] }
  | { readonly kind: 'AGAIN'; readonly role: Role; readonly facts: readonly string[] }
  | { readonly kind: 'WITNESS'; readonly role: Role }
  | {
      readonly kind: 'NULL' | 'WEAK';
      readonly id: string;
      readonly role: Role;
      readonly document: CapabilityDocument;
    }
  | { readonly kind: 'GOLDEN'; readonly id: string }
  | { readonly kind: 'FAULT'; readonly id: string; readonly clean: Clean };

/** What came of a piece. */
export type Done =
  | {
      readonly kind: 'REFERENCE';
      readonly row: CleanRow;
      readonly clean: Clean;
      /** What another run with the same seed must come to. */
      readonly facts: readonly string[];
    }
  | { readonly kind: 'AGAIN'; readonly row: DeterminismRow }
  | { readonly kind: 'WITNESS'; readonly row: CleanRow }
  | { readonly kind: 'NULL' | 'WEAK'; readonly row: HollowRow }
  | { readonly kind: 'GOLDEN'; readonly row: GoldenRow }
  | { readonly kind: 'FAULT'; readonly row: Omit<FaultRow, 'digest'> };

const found = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`there is no ${what}`);
  return value;
};

const clean = async <Options>(
  { maker, elapsed, seed }: World<Options>,
  role: Role,
  claims: Fault['claims'],
) => {
  const began = elapsed();
  const system = await referenceOf(maker, { role, claims, isLogging: true, isPrinting: true });
  const checked = await check({ ...system, role, seed });
  const milliseconds = Math.round(elapsed() - began);
  return {
    row: cleanRowOf(checked, { role, claims, defects: system.defects, milliseconds }),
    clean: cleanOf(checked),
    facts: factsOf(checked.result),
  };
};

/** Does one piece of the proof. */
export const work = async <Options>(job: Job, world: World<Options>): Promise<Done> => {
  const { elapsed } = world;
  const began = elapsed();
  const since = (): number => Math.round(elapsed() - began);
  switch (job.kind) {
    case 'REFERENCE':
      return { kind: 'REFERENCE', ...(await clean(world, job.role, job.claims)) };
    case 'AGAIN': {
      const { facts } = await clean(world, job.role, undefined);
      const differences = differencesBetween(job.facts, facts);
      return { kind: 'AGAIN', row: { role: job.role, differences, milliseconds: since() } };
    }
    case 'WITNESS': {
      const { role } = job;
      const system = await witnessOf(role, found(world.witnesses[role], `witness ${role}`));
      const checked = await check({ ...system, role, seed: world.seed });
      const row = cleanRowOf(checked, { role, defects: system.defects, milliseconds: since() });
      return { kind: 'WITNESS', row };
    }
    case 'NULL': {
      const system = found(
        nullSystems.find(({ id }) => id === job.id),
        job.id,
      );
      return { kind: 'NULL', row: await proveNull(system, { ...job, elapsed }) };
    }
    case 'WEAK': {
      const system = found(
        weakSystems.find(({ id }) => id === job.id),
        job.id,
      );
      return { kind: 'WEAK', row: await proveWeak(system, { ...job, elapsed }) };
    }
    case 'GOLDEN': {
      const one = found(
        world.goldens.find(({ id }) => id === job.id),
        `golden ${job.id}`,
      );
      const differences = await differencesOfGolden(one);
      const { id, role } = one;
      return { kind: 'GOLDEN', row: { id, role, differences, milliseconds: since() } };
    }
    case 'FAULT': {
      const fault = found(world.faultOf(job.id), `fault ${job.id}`);
      const { maker, seed } = world;
      const row = await proveFault(fault, { clean: job.clean, maker, elapsed, seed });
      return { kind: 'FAULT', row };
    }
  }
};
