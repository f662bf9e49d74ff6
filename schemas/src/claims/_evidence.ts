import { ListOf, Ref, type Text, words } from '../define/index.ts';
import { Attachment } from '../vocabulary/attachment.ts';

/** Files that show what happened; each by its digest, and fetched apart from the message. */
export const evidenceOf = (minItems: 0 | 1, description: Text) =>
  ListOf(Ref(Attachment), minItems, 20, words({ en: 'Evidence', zh: '证据' }, description));
