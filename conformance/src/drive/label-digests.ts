import { parseJson } from '@openwaybill/validate';

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

const digestOf = async (content: string): Promise<string> => {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
  } catch {
    return '';
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** A fact of an exchange: whether each label in it has the digest of its content. Checks compute nothing twice. */
export const labelDigests = async (
  bytes: Uint8Array<ArrayBuffer>,
): Promise<readonly ('RIGHT' | 'WRONG')[]> => {
  const parsed = parseJson(bytes, { maxBytes: 64 * 1024 * 1024 });
  if (!parsed.ok) return [];
  return Promise.all(
    labelsIn(parsed.value).map(async ({ content, contentSha256 }) =>
      (await digestOf(content)) === contentSha256 ? 'RIGHT' : 'WRONG',
    ),
  );
};
