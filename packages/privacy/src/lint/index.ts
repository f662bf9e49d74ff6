export type { PrivacyFinding, PrivacyRule } from './finding.ts';
export { lintPrivacy } from './lint-privacy.ts';
