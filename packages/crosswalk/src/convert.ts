import { type AdaptedVocabulary, adapters } from './adapters/index.ts';
import type { Context, Conversion } from './conversion.ts';

/** A document of another vocabulary as events of the standard. Pure; a second call gives the same events. */
export const convert = (
  vocabulary: AdaptedVocabulary,
  document: unknown,
  context: Context = {},
): Conversion => adapters[vocabulary](document, context);

/** Whether the package reads documents of a vocabulary. */
export const isAdapted = (vocabulary: string): vocabulary is AdaptedVocabulary =>
  Object.hasOwn(adapters, vocabulary);
