import { ABOUT_EVENTS, asyncApiDocument } from '../asyncapi.ts';
import { inChinese } from '../in-chinese.ts';
import { jsonText } from '../json-text.ts';
import { announced } from './open-documents.ts';
import type { ReleaseEmitter } from './release.ts';

/** AsyncAPI 3 of a release, with its texts in English and in Chinese. */
export const asyncApiDocuments: ReleaseEmitter = (release) => {
  const document = asyncApiDocument(release.registry, announced(release, ABOUT_EVENTS));
  return new Map([
    ['asyncapi-3.json', jsonText(document)],
    ['asyncapi-3.zh.json', jsonText(inChinese(document))],
  ]);
};
