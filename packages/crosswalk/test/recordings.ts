import { readFileSync } from 'node:fs';
import { valueAt } from '@openwaybill/validate';
import type { AdaptedVocabulary, Context } from '../src/index.ts';

const REAL = new URL('../../../seeds/real/', import.meta.url);

/** A file of the recorded data of others. */
export const recorded = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(file, REAL), 'utf8'));

/** One line of the index of the recorded data. */
export type Recording = {
  readonly kind: 'document' | 'code';
  readonly file: string;
  readonly pointer: string;
  readonly vocabulary: string;
  readonly version: string;
  readonly context?: Context;
};

/** The index of the recorded data. */
export const recordings = recorded('recordings.json') as readonly Recording[];

/** What a line of the index names. */
export const recordedValue = ({ file, pointer }: Recording): unknown =>
  valueAt(recorded(file), pointer);

/** The key under which the package reads documents of a recording. */
export const vocabularyOf = ({ vocabulary, version }: Recording): AdaptedVocabulary =>
  `${vocabulary}/${version}` as AdaptedVocabulary;
