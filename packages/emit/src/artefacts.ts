import type { Registry } from '@openwaybill/schemas';

/** Files of a release by path, the text of each whole. */
export type Artefacts = ReadonlyMap<string, string>;

/** One artefact of a release: a pure function of the registry. */
export type Emitter = (registry: Registry) => Artefacts;
