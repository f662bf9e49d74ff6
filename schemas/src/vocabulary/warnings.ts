import { Type } from '@sinclair/typebox';
import { idOf, Ref, words } from '../define/index.ts';
import { Warning } from './warning.ts';

/** The member `warnings` of a successful answer to a create or update. */
export const Warnings = Type.Array(Ref(Warning), {
  $id: idOf('Warnings'),
  ...words(
    { en: 'Warnings', zh: '警告' },
    { en: 'Findings that never change the outcome.', zh: '不影响结果的提示。' },
  ),
  minItems: 0,
  maxItems: 100,
});
