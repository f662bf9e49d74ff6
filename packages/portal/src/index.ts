export type {
  Crosswalk,
  CrosswalkRow,
  Policy,
  PolicyClause,
  PortalGuide,
  PortalOptions,
  PortalScenario,
  ScenarioStep,
} from './options.ts';
export { LANGUAGES, portal } from './portal.ts';
export { tokenize } from './tokenize.ts';
