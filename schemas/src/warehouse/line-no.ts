import { privacy, Whole } from '../define/index.ts';

/** Names a line within its document. */
export const lineNo = Whole(
  1,
  1000,
  { en: 'Line number', zh: '行号' },
  { en: 'Names the line within the document.', zh: '在单据内标识该行。' },
  privacy('business', 'technical'),
);
