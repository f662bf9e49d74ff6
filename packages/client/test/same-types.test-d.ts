import type * as standard from '@openwaybill/schemas';
import { expectTypeOf, test } from 'vitest';
import type { components } from '../src/generated/sender.ts';

type Standard = typeof standard;
type Generated = components['schemas'];

type Mutual<A, B> = [A] extends [B] ? ([B] extends [A] ? 'equal' : 'narrower') : 'wider';

/** What the type of a definition is, beside the type that the published schema gives. */
type Compared = {
  [Name in keyof Generated]: Name extends keyof Standard
    ? Standard[Name] extends { readonly static: infer Defined }
      ? Mutual<Defined, Generated[Name]>
      : 'no schema'
    : 'not exported';
};
type Different = {
  [Name in keyof Compared as Compared[Name] extends 'equal' ? never : Name]: Compared[Name];
};

test('the type of every definition is the type of its published schema', () => {
  // biome-ignore lint/complexity/noBannedTypes: no name is left over
  expectTypeOf<Different>().toEqualTypeOf<{}>();
});

test('the comparison sees a difference in either direction', () => {
  expectTypeOf<Mutual<{ a: string }, { a?: string }>>().toEqualTypeOf<'narrower'>();
  expectTypeOf<Mutual<{ a?: string }, { a: string }>>().toEqualTypeOf<'wider'>();
  expectTypeOf<Generated['Money']>().toEqualTypeOf<{ currency: string; minor: number }>();
});
