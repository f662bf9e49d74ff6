import { type RequirementEntry, registry } from '@openwaybill/schemas';

const byId = new Map(registry.requirements.map((requirement) => [requirement.id, requirement]));

/** Every requirement of the registry, in the order of its ids. */
export const requirements: readonly RequirementEntry[] = registry.requirements;

/** The requirement of an id; throws on an unknown one, which is a bug of a check. */
export const requirementOf = (id: string): RequirementEntry => {
  const found = byId.get(id as RequirementEntry['id']);
  if (found === undefined) throw new Error(`the registry has no requirement ${id}`);
  return found;
};

export const isExcluded = (requirement: RequirementEntry): boolean => 'excluded' in requirement;
