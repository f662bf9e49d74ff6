import { privacy, Word } from '../define/index.ts';

/** The file behind it moves; its id does not. */
export const AttachmentId = Word(
  'AttachmentId',
  { en: 'Attachment id', zh: '附件标识' },
  { en: 'Names one attachment.', zh: '标识一个附件。' },
  {
    pattern: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
    maxLength: 36,
    'x-source': 'RFC 9562',
    ...privacy('pseudonymous', 'opaque-ref'),
  },
);
