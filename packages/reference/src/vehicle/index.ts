export { isInsured, uninsuredPeriods } from './insured-days.ts';
export { isInWindow, isPassValidAt } from './pass-at.ts';
