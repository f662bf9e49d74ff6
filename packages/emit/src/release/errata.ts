import { jsonText } from '../json-text.ts';
import type { ReleaseEmitter } from './release.ts';

/** What was found wrong in the version before and is right in this one; the first release corrects nothing. */
export const errata: ReleaseEmitter = ({ registry }) =>
  new Map([['errata.json', jsonText({ version: registry.version, errata: [] })]]);
