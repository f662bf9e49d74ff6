import type { Registry } from '@openwaybill/schemas';
import type { Artefacts, Emitter } from './artefacts.ts';
import { asyncApi } from './asyncapi.ts';
import { codeLists } from './code-lists.ts';
import { contract } from './contract.ts';
import { printedDocument } from './document/document.ts';
import { schemas } from './json-schema.ts';
import { lifecycles } from './lifecycles.ts';
import { openApi } from './openapi-documents.ts';
import { policy } from './policy.ts';
import { privacyPage } from './privacy-page.ts';
import { problems } from './problems.ts';
import { requirements } from './requirements.ts';
import { ruleLayer } from './rules.ts';
import { vectors } from './vectors.ts';

export type { Artefacts, Emitter } from './artefacts.ts';
export { type Staleness, stale } from './stale.ts';

const PARTS = {
  contract,
  schemas,
  openapi: openApi,
  asyncapi: asyncApi,
  'code-lists': codeLists,
  requirements,
  problems,
  rules: ruleLayer,
  lifecycles,
  policy: (registry) => new Map([...policy(registry), ...privacyPage(registry)]),
  vectors,
} as const satisfies Readonly<Record<string, Emitter>>;

/** Every file of the working contract, by path. */
export const emit: Emitter = (registry: Registry): Artefacts =>
  new Map(
    Object.values(PARTS)
      .flatMap((emitter) => [...emitter(registry)])
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

/** The standard as a document, as it stands in the definitions now. */
const workingDocument: Emitter = (registry) =>
  printedDocument({ registry, status: 'draft', publishedOn: '', handedIn: new Map() });

/** One emitter for each product that may be asked for by name. */
export const emitters = { ...PARTS, all: emit, document: workingDocument } as const;
export { CROSSWALKS } from './document/crosswalks-annex.ts';
export { pagedAnchors, withPageNumbers } from './document/page-numbers.ts';
export type { Finding } from './lint/finding.ts';
export { LINT_RULES, type LintFinding, lint } from './lint/lint.ts';
export type { Linted, LintRule } from './lint/rule.ts';
export { lintSarif } from './lint/sarif.ts';
export { waivedFindings } from './lint/waived.ts';
export type { Guide, GuideCell, GuidePart } from './migration/guide.ts';
export { guidesOf } from './migration/guides.ts';
export { DIFF } from './release/diff-from-previous.ts';
export { ERRATA, type Erratum, errataText } from './release/errata.ts';
export { publish, type ReleaseSetting, releaseOf, remade } from './release/make.ts';
export {
  type Digests,
  type Hashes,
  MANIFEST,
  type Manifest,
  SIGNATURE,
} from './release/manifest.ts';
export { isOfPrints, PRINT_MANIFEST, printManifestText } from './release/prints.ts';
export { QUALITY, type Quality, type QualityFacts } from './release/quality.ts';
export { type Recheck, recheck } from './release/recheck.ts';
export { STATUSES, type Status } from './release/release.ts';
export { ARTEFACTS, type ArtefactKind } from './release/table.ts';
export { type FolderFinding, manifestIn, verifyFolder } from './release/verify-folder.ts';
export { compareVersions, isVersion, numberFor, versionFor } from './version.ts';
