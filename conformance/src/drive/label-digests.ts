import { fromBase64, parseJson } from '@openwaybill/validate';
import { digestOf } from '../transcript/chain.ts';

type Label = { readonly content: string; readonly contentSha256: string };

const isLabel = (value: object): value is Label =>
  'content' in value &&
  typeof value.content === 'string' &&
  'contentSha256' in value &&
  typeof value.contentSha256 === 'string';

const labelsIn = (value: unknown): readonly Label[] => {
  if (typeof value !== 'object' || value === null) return [];
  return isLabel(value) ? [value] : Object.values(value).flatMap(labelsIn);
};

const isRight = ({ content, contentSha256 }: Label): boolean => {
  const bytes = fromBase64(content);
  return bytes !== undefined && digestOf(bytes) === `sha256:${contentSha256}`;
};

/** A fact of an exchange: whether each label in it has the digest of its content. Checks compute nothing twice. */
export const labelDigests = (bytes: Uint8Array<ArrayBuffer>): readonly ('RIGHT' | 'WRONG')[] => {
  const parsed = parseJson(bytes, { maxBytes: 64 * 1024 * 1024 });
  if (!parsed.ok) return [];
  return labelsIn(parsed.value).map((label) => (isRight(label) ? 'RIGHT' : 'WRONG'));
};
