import type { Finding } from './change.ts';
import type { Contract } from './contract.ts';
import { isBreak } from './document/view.ts';
import type { RuleId } from './rules.ts';
import type { Side } from './side.ts';

/** The schema of a discovery document. */
export const CAPABILITIES = 'CapabilityDocument';

/** What of a party's own document a candidate touches. Names of things of the standard, never a value of the document. */
export type PartyReason = {
  readonly kind: 'module' | 'event' | 'code-list' | 'limit' | 'algorithm';
  readonly name: string;
  /** Rows of the compatibility policy that it comes from, as far as it can be told. */
  readonly behind: readonly RuleId[];
  /** Changes that touch it. */
  readonly changeCount: number;
};

/** A party that declares something that a candidate touches. */
export type PartyImpact = { readonly party: string; readonly reasons: readonly PartyReason[] };

/** As much of a discovery document as decides. */
type Capabilities = {
  readonly organisation: { readonly partyId: string };
  readonly revision?: number;
  readonly claims: readonly { readonly role: string; readonly modules: readonly string[] }[];
  readonly codeLists: readonly { readonly name: string; readonly version: string }[];
  readonly events?: { readonly sends?: readonly string[]; readonly receives?: readonly string[] };
};

type Table = { readonly [member: string]: unknown };
const isTable = (value: unknown): value is Table => typeof value === 'object' && value !== null;

/** Whether a value is a discovery document, whatever file it was in: one that names its party and what it claims. */
export const isCapabilities = (value: unknown): boolean =>
  isTable(value) &&
  isTable(value.organisation) &&
  typeof value.organisation.partyId === 'string' &&
  ['claims', 'codeLists', 'specVersions'].every((member) => Array.isArray(value[member])) &&
  (value.claims as readonly unknown[]).every(
    (claim) => isTable(claim) && typeof claim.role === 'string' && Array.isArray(claim.modules),
  );

type Touch = Pick<PartyReason, 'kind' | 'name'> & { readonly behind: readonly RuleId[] };

/** Modules by what a change may be about: a message of an operation, an event, or the thing itself. */
const modulesOf = (contract: Contract) => {
  const operations = new Map<string, string>(
    contract.operations.map(({ name, module }) => [name, module]),
  );
  const events = new Map<string, string>(contract.events.map(({ type, module }) => [type, module]));
  const lifecycles = new Map<string, string>(
    contract.lifecycles.map(({ entity, module }) => [entity, module]),
  );
  const requirements = new Map<string, string>(
    contract.requirements.map(({ id, module }) => [id, module]),
  );
  return {
    ofMessage: (message: string): string | undefined =>
      events.get(message) ?? operations.get(message.split(' ')[0] ?? ''),
    ofSubject: ({ kind, name }: Finding['subject']): string | undefined =>
      ({
        operation: operations.get(name),
        event: events.get(name),
        lifecycle: lifecycles.get(name),
        requirement: requirements.get(name),
        module: name,
      })[kind as string],
  };
};

/** Every module and role that a break hurts, once a break. */
const hurtPairs = (
  finding: Finding,
  modules: ReturnType<typeof modulesOf>,
): readonly (readonly [module: string, role: string])[] => {
  const pairs = [
    ...finding.effects.flatMap(({ message, hurt }) =>
      hurt.flatMap(({ roles }) => roles.map((role) => [modules.ofMessage(message), role] as const)),
    ),
    ...finding.hurt.flatMap(({ roles }) =>
      roles.map((role) => [modules.ofSubject(finding.subject), role] as const),
    ),
  ];
  return pairs.flatMap(([module, role]) => (module === undefined ? [] : [[module, role] as const]));
};

/** What the candidate's own schema refuses of a declaration that the older one took, by the member that it stands in. */
const refusedParts = (document: unknown, old: Side, young: Side): readonly Touch[] => {
  const issues = (side: Side) =>
    CAPABILITIES in side.contract.schemas
      ? side.judge(CAPABILITIES, document, 'sender').map(({ pointer }) => pointer)
      : [];
  const known = new Set(issues(old));
  return issues(young)
    .filter((pointer) => !known.has(pointer))
    .flatMap((pointer): readonly Touch[] => {
      const [, part, name = ''] = pointer.split('/');
      if (part === 'limits') return [{ kind: 'limit', name, behind: [] }];
      return part === 'authentication' ? [{ kind: 'algorithm', name, behind: [] }] : [];
    });
};

const touches = (
  document: Capabilities,
  findings: readonly Finding[],
  [old, young]: readonly [Side, Side],
): readonly Touch[] => {
  const modules = modulesOf(old.contract);
  const claimed = new Set(
    document.claims.flatMap(({ role, modules: own }) => own.map((module) => `${module} ${role}`)),
  );
  const breaks = findings.filter(isBreak);
  const events = new Set([...(document.events?.sends ?? []), ...(document.events?.receives ?? [])]);
  const lists = new Map(young.contract.codeLists.map(({ name, version }) => [name, version]));
  return [
    ...breaks.flatMap((finding): readonly Touch[] => {
      const own = hurtPairs(finding, modules).filter((pair) => claimed.has(pair.join(' ')));
      return [...new Set(own.map(([module]) => module))].map((name) => ({
        kind: 'module',
        name,
        behind: [finding.rule],
      }));
    }),
    ...breaks.flatMap((finding): readonly Touch[] =>
      [...new Set([finding.subject.name, ...finding.effects.map(({ message }) => message)])]
        .filter((name) => events.has(name))
        .map((name) => ({ kind: 'event', name, behind: [finding.rule] })),
    ),
    ...document.codeLists
      .filter(({ name, version }) => lists.get(name) !== version)
      .map(
        ({ name }): Touch => ({
          kind: 'code-list',
          name,
          behind: findings
            .filter(({ subject }) => subject.kind === 'code-list' && subject.name === name)
            .map(({ rule }) => rule),
        }),
      ),
    // what a contract no longer takes of security is of everybody who has it
    ...breaks
      .filter(({ rule }) => rule === 'CMP-090')
      .map(
        ({ subject, rule }): Touch => ({ kind: 'algorithm', name: subject.name, behind: [rule] }),
      ),
    ...refusedParts(document, old, young),
  ];
};

/** Each reason once, with the rules behind it and how often it was met. */
const counted = (all: readonly Touch[]): readonly PartyReason[] => {
  const reasons = new Map<string, PartyReason>();
  for (const { kind, name, behind } of all) {
    const known = reasons.get(`${kind} ${name}`);
    reasons.set(`${kind} ${name}`, {
      kind,
      name,
      behind: [...new Set([...(known?.behind ?? []), ...behind])].toSorted(),
      changeCount: (known?.changeCount ?? 0) + Math.max(behind.length, 1),
    });
  }
  return [...reasons.values()];
};

/** Gathers discovery documents, the newest of each party, and tells whom a candidate touches. */
export const partyTally = (findings: readonly Finding[], sides: readonly [Side, Side]) => {
  const newest = new Map<string, Capabilities>();
  return {
    add: (value: unknown): void => {
      const document = value as Capabilities;
      const { partyId } = document.organisation;
      const known = newest.get(partyId);
      if ((known?.revision ?? -1) <= (document.revision ?? 0)) newest.set(partyId, document);
    },
    partyCount: (): number => newest.size,
    parties: (): readonly PartyImpact[] =>
      [...newest]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([party, document]) => ({
          party,
          reasons: counted(touches(document, findings, sides)),
        }))
        .filter(({ reasons }) => reasons.length > 0),
  };
};
