export type {
  Crosswalk,
  CrosswalkRow,
  Policy,
  PolicyClause,
  PortalOptions,
  PortalScenario,
  ScenarioStep,
} from './options.ts';
export { LANGUAGES, portal } from './portal.ts';
export { tokenize } from './tokenize.ts';
