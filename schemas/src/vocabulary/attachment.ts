import type { Static } from '@sinclair/typebox';
import { Closed, defineMessage, Line, Optional, privacy, Ref, Whole } from '../define/index.ts';
import { AttachmentId } from './attachment-id.ts';
import { ContentUrl } from './content-url.ts';
import { Sha256 } from './sha256.ts';

/** A file beside the message, never inside it. */
export const Attachment = Closed(
  'Attachment',
  { en: 'Attachment', zh: '附件' },
  {
    en: 'A file by its digest, and where it may be fetched once.',
    zh: '以摘要标识的文件及其一次性获取链接。',
  },
  {
    attachmentId: Ref(AttachmentId),
    mediaType: Line(
      80,
      { en: 'Media type', zh: '媒体类型' },
      { en: 'Type and subtype.', zh: '类型与子类型。' },
      {
        pattern: '[a-z]+/[a-z0-9][a-z0-9.+-]*',
        'x-source': 'RFC 6838',
        ...privacy('business', 'technical'),
      },
    ),
    sha256: Ref(Sha256),
    sizeBytes: Whole(
      1,
      1_073_741_824,
      { en: 'Size', zh: '大小' },
      { en: 'Size in bytes.', zh: '字节数。' },
      { 'x-unit': 'By', ...privacy('business', 'technical') },
    ),
    contentUrl: Optional(Ref(ContentUrl)),
  },
);
export type Attachment = Static<typeof Attachment>;

export const attachmentMessage = defineMessage({
  schema: Attachment,
  requirements: [],
  examples: {
    valid: {
      'a photo': {
        attachmentId: '019398a0-0000-7000-8000-000000000001',
        mediaType: 'image/png',
        sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
        sizeBytes: 48_213,
      },
    },
    invalid: {
      'a digest in upper case': {
        value: {
          attachmentId: '019398a0-0000-7000-8000-000000000001',
          mediaType: 'image/png',
          sha256: 'E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855',
          sizeBytes: 48_213,
        },
        breaks: { pointer: '/sha256', rule: 'pattern' },
      },
      'an id in braces': {
        value: {
          attachmentId: '{019398a0-0000-7000-8000-0000000000}',
          mediaType: 'image/png',
          sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
          sizeBytes: 48_213,
        },
        breaks: { pointer: '/attachmentId', rule: 'pattern' },
      },
    },
  },
});
