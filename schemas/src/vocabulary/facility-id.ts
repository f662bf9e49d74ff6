import { privacy, Word } from '../define/index.ts';

/** Facilities are premises, and so public. */
export const FacilityId = Word(
  'FacilityId',
  { en: 'Facility id', zh: '场所标识' },
  { en: 'Names a facility of the operator.', zh: '标识运营方的场所。' },
  { minLength: 1, maxLength: 40, ...privacy('public', 'none') },
);
