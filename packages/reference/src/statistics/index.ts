export { dayOf } from './civil-day.ts';
export {
  DISCLOSURE,
  type DisclosableCell,
  isSafe,
  roundedCount,
  type Sum,
  withheldOf,
} from './disclosure.ts';
export { addLine, type EventLog, emptyLog, mergeLogs } from './event-log.ts';
export {
  type Figure,
  type FiguresWanted,
  figuresOf,
  INDICATOR_CODES,
} from './figures.ts';
export type { RegionTable } from './indicators.ts';
export { type ReadLine, readLogLine } from './log-line.ts';
export { type PeriodKind, periodAround } from './period.ts';
export {
  type CubeCell,
  cellKey,
  cubeSums,
  type PublishedFigure,
  publishedOf,
  regionsIn,
} from './published.ts';
export { EVERYWHERE, levelsOf } from './region-level.ts';
