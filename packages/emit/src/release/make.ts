import {
  type Contract,
  fromContract,
  type Registry,
  toContract,
  withVersion,
} from '@openwaybill/schemas';
import type { Artefacts } from '../artefacts.ts';
import { type Staleness, stale } from '../stale.ts';
import {
  type Hashes,
  MANIFEST,
  type Manifest,
  manifestOf,
  manifestText,
  releaseFiles,
} from './manifest.ts';
import type { Release, Status } from './release.ts';

/** What a publisher says of a release; the rest follows from the contract. */
export type ReleaseSetting = {
  readonly version: string;
  readonly status: Status;
  readonly publishedOn: string;
  readonly previous?: Contract;
  readonly handedIn: Artefacts;
};

/** A release of a contract: its registry is read from the contract under its own version, as anybody would read it. */
export const releaseOf = (contract: Contract, setting: ReleaseSetting): Release => {
  const { version, ...rest } = setting;
  return { registry: fromContract(withVersion(contract, version)), ...rest };
};

/** The whole folder of a release, its manifest last. */
export const releaseFolder = (
  release: Release,
  hashes: Required<Hashes>,
  generator: string,
): Artefacts => {
  const files = releaseFiles(release);
  return new Map([
    ...[...files].map(([path, { text }]) => [path, text] as const),
    [MANIFEST, manifestText(manifestOf(release, files, hashes, generator))],
  ]);
};

/** The folder of a release of what the definitions say now. */
export const publish = (
  registry: Registry,
  setting: ReleaseSetting,
  hashes: Required<Hashes>,
  generator: string,
): Artefacts => releaseFolder(releaseOf(toContract(registry), setting), hashes, generator);

/**
 * Every file of a release folder that is not as its own contract, status and date give it. Files that other rooms made
 * are taken from the folder; they are judged by their digests.
 */
export const remade = (
  manifest: Manifest,
  texts: Artefacts,
  previous: Contract | undefined,
  hashes: Required<Hashes>,
): readonly Staleness[] => {
  const release = releaseOf(JSON.parse(texts.get('contract.json') ?? '{}'), {
    version: manifest.version,
    status: manifest.status,
    publishedOn: manifest.publishedOn,
    ...(previous === undefined ? {} : { previous }),
    handedIn: texts,
  });
  const [generator = ''] = Object.values(manifest.generator);
  return stale(
    releaseFolder(release, hashes, generator),
    [...texts.keys()],
    (path) => texts.get(path) ?? '',
  );
};
