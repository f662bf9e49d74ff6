export { isLicensed, mayBeActive } from './licence-term.ts';
