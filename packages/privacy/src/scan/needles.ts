import type { Canary } from './canary.ts';
import type { Digest } from './digest.ts';
import { digestFormsOf, encodingsOf } from './encodings.ts';
import { type Form, formsOf, type ValueKind } from './forms.ts';

/** A text that gives a person away wherever it is found, and what to call it in a finding. */
export type Needle = {
  readonly canary: string;
  readonly kind: ValueKind;
  /** Form and encoding, such as `dashed, base64 at 1`; never the value. */
  readonly label: string;
  readonly text: string;
  /** Counts only where no digit stands before or behind. */
  readonly isPart?: true;
};

/** The shortest text that is no coincidence. */
const LEAST = 2;
const LEAST_ENCODED = 6;

const encoder = new TextEncoder();
const DIGITS = /^[0-9]+$/u;

const encoded = (canary: string, form: Form): readonly Needle[] =>
  encodingsOf(form.text).flatMap(([encoding, text]) => {
    if (text.length < (encoding === 'raw' ? LEAST : LEAST_ENCODED)) return [];
    if (form.isShared === true && encoding !== 'raw') return [];
    // the end of a part is lost in base64, and with it whose it is; what is decoded shows it
    if (form.isPart === true && encoding.startsWith('base64')) return [];
    // digits beside digits, and a hexadecimal digit beside one, would be found in any long number
    const isPart = form.isPart === true && DIGITS.test(text);
    return [
      {
        canary,
        kind: form.kind,
        label: encoding === 'raw' ? form.name : `${form.name}, ${encoding}`,
        text,
        ...(isPart ? { isPart } : {}),
      },
    ];
  });

const digested = (canary: string, form: Form, digests: readonly Digest[]): readonly Needle[] =>
  digests.flatMap(({ name, of }) =>
    digestFormsOf(of(encoder.encode(form.text))).map(([writing, text]) => ({
      canary,
      kind: form.kind,
      label: `${form.name}, ${name} in ${writing}`,
      text,
    })),
  );

/** Every text that gives a person away: about four hundred with the usual five digests. */
export const needlesOf = (canary: Canary, digests: readonly Digest[]): readonly Needle[] => {
  const needles = new Map<string, Needle>();
  for (const form of formsOf(canary)) {
    for (const needle of encoded(canary.id, form))
      if (!needles.has(needle.text)) needles.set(needle.text, needle);
    if (form.isWhole === true)
      for (const needle of digested(canary.id, form, digests)) needles.set(needle.text, needle);
  }
  return [...needles.values()];
};
