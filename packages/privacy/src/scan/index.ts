export * from './canary.ts';
export type { Digest } from './digest.ts';
export { type Form, formsOf, idEnds, type ValueKind } from './forms.ts';
export { type MaskedMember, maskedMembers } from './masked-members.ts';
export { type Needle, needlesOf } from './needles.ts';
export { type Hit, scannerOf } from './scan-text.ts';
export { ALLOWED, beyondOneForm, type Shown, shownIn } from './shown.ts';
export { withoutPlain } from './without-plain.ts';
