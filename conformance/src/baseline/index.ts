export { applyBaseline, baselineOf, baselineText, type StaleEntry } from './apply-baseline.ts';
export {
  type Baseline,
  type BaselineEntry,
  BaselineForm,
  latestDay,
  type ReadBaseline,
  readBaseline,
} from './baseline.ts';
