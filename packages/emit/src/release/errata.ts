import type { Text } from '@openwaybill/schemas';
import { jsonText } from '../json-text.ts';
import type { ReleaseEmitter } from './release.ts';

/** Where the errata stand in a release. */
export const ERRATA = 'errata.json';

/** Something that was wrong in published versions, and is right in the one that lists it. */
export type Erratum = {
  readonly id: string;
  /** Versions that have it. */
  readonly affects: readonly string[];
  /** What it is in, and the place there: `OrderSubmission /payMode`. */
  readonly pointer: string;
  readonly wrong: Text;
  readonly right: Text;
  readonly reason: Text;
  /** Days, as `2027-03-01`. */
  readonly noticeOn: string;
  readonly effectiveOn: string;
};

/** The errata of a version as they are handed in. */
export const errataText = (version: string, errata: readonly Erratum[]): string =>
  jsonText({ version, errata });

/** What a release corrects of those before it: what people recorded, for no comparison can know what was meant. */
export const errata: ReleaseEmitter = ({ registry, handedIn }) =>
  new Map([[ERRATA, handedIn.get(ERRATA) ?? errataText(registry.version, [])]]);
