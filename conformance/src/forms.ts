import type { TSchema } from '@sinclair/typebox';
import { ResultForm } from './result/result-schema.ts';

/** The forms of the suite's own files, which are published beside it; a file is named by the `$id` of its form. */
export const FORMS: readonly TSchema[] = [ResultForm];
