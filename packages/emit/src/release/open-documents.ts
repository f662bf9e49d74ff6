import type { PlainSchema, Text } from '@openwaybill/schemas';
import { inChinese } from '../in-chinese.ts';
import { jsonText } from '../json-text.ts';
import { type Dialect, OPENAPI_30, OPENAPI_31 } from '../openapi/dialect.ts';
import { ABOUT, wholeDocument } from '../openapi-documents.ts';
import { chineseOverlay } from '../overlay.ts';
import { bannerOf, type Release, type ReleaseEmitter } from './release.ts';

/** A description that begins with the banner of what is not authorised. */
export const announced = (release: Release, about: Text): Text => {
  const banner = bannerOf(release);
  return banner === undefined
    ? about
    : { en: `**${banner.en}.** ${about.en}`, zh: `**${banner.zh}。**${about.zh}` };
};

const documentIn = (release: Release, dialect: Dialect): PlainSchema => {
  const { info, ...rest } = wholeDocument(release.registry, dialect, announced(release, ABOUT));
  const { openapi, ...others } = rest;
  return { openapi, info: { ...(info as PlainSchema), 'x-status': release.status }, ...others };
};

/** OpenAPI 3.1 and its twin 3.0, each with its texts in English and in Chinese, and the overlay between the two. */
export const openApiDocuments: ReleaseEmitter = (release) => {
  const document = documentIn(release, OPENAPI_31);
  const twin = documentIn(release, OPENAPI_30);
  return new Map([
    ['openapi-3.1.json', jsonText(document)],
    ['openapi-3.1.zh.json', jsonText(inChinese(document))],
    ['openapi-3.0.json', jsonText(twin)],
    ['openapi-3.0.zh.json', jsonText(inChinese(twin))],
    ['overlay.zh.json', jsonText(chineseOverlay(document, release.registry.version))],
  ]);
};
