export {
  type OpenedConsignee,
  openSealedConsignee,
  SealRefused,
} from './reveal/open-sealed-consignee.ts';
export type { PlainFields } from './reveal/plain-fields.ts';
export { type FieldOf, type Purpose, REVEALABLE, type SealedPurpose } from './reveal/purposes.ts';
export {
  createRevealer,
  type Revealer,
  type RevealerOptions,
  type RevealQuestion,
  type RevealResult,
  type RevealState,
} from './reveal/revealer.ts';
