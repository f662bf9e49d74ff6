import { jsonText } from '../json-text.ts';
import type { Release } from './release.ts';
import { ARTEFACTS, type ArtefactKind } from './table.ts';

/** Digests of raw bytes as 64 hexadecimal digits. A runtime may lack SM3 (GB/T 32905). */
export type Hashes = {
  readonly sha256: (bytes: Uint8Array) => string;
  readonly sm3?: (bytes: Uint8Array) => string;
};

export type Digests = { readonly sha256: string; readonly sm3?: string };

export type ManifestFile = Digests & {
  readonly path: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly normative: boolean;
};

/** `MANIFEST.json`: what a release is, and every other file of it. */
export type Manifest = {
  readonly name: 'openwaybill';
  readonly version: string;
  readonly status: Release['status'];
  readonly publishedOn: string;
  readonly previous?: string;
  readonly contract: Digests;
  readonly codeLists: Readonly<Record<string, string>>;
  readonly generator: Readonly<Record<string, string>>;
  readonly files: readonly ManifestFile[];
};

export const MANIFEST = 'MANIFEST.json';

/** Beside the manifest, where a release is signed: a signature of its bytes. */
export const SIGNATURE = 'MANIFEST.json.jws';

/** By the ending of a path. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  csv: 'text/csv',
  ttl: 'text/turtle',
  mmd: 'text/vnd.mermaid',
  md: 'text/markdown',
  txt: 'text/plain',
  ts: 'text/typescript',
  yaml: 'application/yaml',
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
};

const mediaTypeOf = (path: string): string => {
  const ending = path.slice(path.lastIndexOf('.') + 1);
  const mediaType = MEDIA_TYPES[ending];
  if (mediaType === undefined)
    throw new Error(
      `${path} ends in .${ending}, for which no media type is known. A manifest names one for every file: add it to the table.`,
    );
  return mediaType;
};

/** A file of a release with the kind of artefact that it is of. */
export type ReleaseFile = { readonly text: string; readonly kind: ArtefactKind };

/** Every file of a release but its manifest, in the order of paths. Throws where two kinds write one path. */
export const releaseFiles = (release: Release): ReadonlyMap<string, ReleaseFile> => {
  const files = new Map<string, ReleaseFile>();
  const written = new Map<string, string>();
  for (const kind of ARTEFACTS)
    for (const [path, text] of kind.emit(release, written)) {
      const other = files.get(path)?.kind.name;
      if (other !== undefined)
        throw new Error(`${path} is written by ${other} and by ${kind.name}. One of them owns it.`);
      files.set(path, { text, kind });
      written.set(path, text);
    }
  return new Map([...files].toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

/** The digests of some bytes, as far as the runtime has the algorithms. */
export const digestsOf = (bytes: Uint8Array, { sha256, sm3 }: Hashes): Digests => ({
  sha256: sha256(bytes),
  ...(sm3 === undefined ? {} : { sm3: sm3(bytes) }),
});

/** The manifest of the files of a release, with both digests. `generator` is the version of the program that wrote them. */
export const manifestOf = (
  release: Release,
  files: ReadonlyMap<string, ReleaseFile>,
  hashes: Required<Hashes>,
  generator: string,
): Manifest => {
  const { registry, status, publishedOn, previous } = release;
  const encoder = new TextEncoder();
  const listed = [...files].map(([path, { text, kind }]): ManifestFile => {
    const bytes = encoder.encode(text);
    return {
      path,
      bytes: bytes.length,
      mediaType: mediaTypeOf(path),
      normative: kind.isNormative,
      ...digestsOf(bytes, hashes),
    };
  });
  const contract = files.get('contract.json')?.text ?? '';
  return {
    name: 'openwaybill',
    version: registry.version,
    status,
    publishedOn,
    ...(previous === undefined ? {} : { previous: previous.version }),
    contract: digestsOf(encoder.encode(contract), hashes),
    codeLists: Object.fromEntries(registry.codeLists.map(({ name, version }) => [name, version])),
    generator: { '@openwaybill/emit': generator },
    files: listed,
  };
};

/** A manifest as it stands in the folder. */
export const manifestText = (manifest: Manifest): string => jsonText(manifest);
