import { requirementOf, requirements } from '../catalogue/catalogue.ts';
import { scenarios } from '../scenarios/index.ts';
import type { Requirement, RequirementId, Scenario } from '../words.ts';

/** Words of `--only` that choose scenarios of one kind. */
const KINDS: Readonly<Record<string, string>> = { negatives: 'negatives', models: 'model-' };

const isScenario = (word: string): boolean => scenarios.some(({ id }) => id === word);

/** Whether a word of `--only` names a requirement: by its id, a prefix (`WBL-*`) or its module. */
const names = (word: string, { id, module }: Requirement): boolean =>
  word.endsWith('*') ? id.startsWith(word.slice(0, -1)) : word === id || word === module;

/** Whether a word of `--only` chooses a scenario, by its id, its kind, or a requirement that it touches. */
export const chooses = (word: string, scenario: Scenario): boolean => {
  // the scenario `discovery` is not the module of that name, which `DSC-*` chooses
  if (isScenario(word)) return word === scenario.id;
  const kind = KINDS[word];
  if (kind !== undefined) return scenario.id.startsWith(kind);
  return scenario.touches.some((id) => names(word, requirementOf(id)));
};

/** The requirements that words of `--only` ask about: those that are named, and all that a named scenario touches. */
export const askedBy = (words: readonly string[]): readonly RequirementId[] => {
  const touched = new Set(
    scenarios.flatMap((scenario) =>
      words.some((word) => (isScenario(word) || word in KINDS) && chooses(word, scenario))
        ? scenario.touches
        : [],
    ),
  );
  return requirements
    .filter(
      (one) => touched.has(one.id) || words.some((word) => !isScenario(word) && names(word, one)),
    )
    .map(({ id }) => id);
};

/** Every word that `--only` knows; prefixes with `*` are made of them. */
export const chosenBy = (): readonly string[] => [
  ...scenarios.map(({ id }) => id),
  ...Object.keys(KINDS),
  ...new Set(requirements.map(({ module }) => module)),
  ...requirements.map(({ id }) => id),
];
