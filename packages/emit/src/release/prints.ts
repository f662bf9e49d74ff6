import { jsonText } from '../json-text.ts';
import { digestsOf, type Hashes, type Manifest, type ManifestFile } from './manifest.ts';

/** Where the manifest of the prints stands: their bytes differ from browser to browser, so they are in no other one. */
export const PRINT_MANIFEST = 'print/MANIFEST.json';

/** `print/MANIFEST.json`: the prints of a release, in the form in which its manifest lists files. */
export type PrintManifest = Pick<Manifest, 'name' | 'version' | 'status' | 'publishedOn'> & {
  readonly files: readonly ManifestFile[];
};

/** Whether a file of a release folder is a print, or the manifest of prints. */
export const isOfPrints = (path: string): boolean =>
  path === PRINT_MANIFEST || /^print\/[^/]+\.pdf$/.test(path);

/** The manifest of the prints of a release, as it stands in the folder. */
export const printManifestText = (
  { name, version, status, publishedOn }: Omit<PrintManifest, 'files'>,
  prints: ReadonlyMap<string, Uint8Array>,
  hashes: Required<Hashes>,
): string => {
  const files = [...prints]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, bytes]) => ({
      path,
      bytes: bytes.length,
      mediaType: 'application/pdf',
      normative: false,
      ...digestsOf(bytes, hashes),
    }));
  const manifest: PrintManifest = { name, version, status, publishedOn, files };
  return jsonText(manifest);
};
