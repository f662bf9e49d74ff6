import { fromBase64, parseJson } from '@openwaybill/validate';

/** What a stranger reads from a label: its text layer, its codes, and everything beside them. */
export type LabelReading = {
  /** Rows of the text layer; absent where the label is a mere picture. */
  readonly text?: string;
  /** The contents of its codes as a scanner reads them; absent where nothing could look. */
  readonly codes?: readonly string[];
  /** Information, comments, descriptions, names inside the file. */
  readonly metadata: readonly string[];
};

export type LabelReader = (
  format: string,
  content: Uint8Array<ArrayBuffer>,
) => Promise<LabelReading | undefined>;

const MOST_BYTES = 64 * 1024 * 1024;

/** What an answer that is a label, or has one, says; nothing where there is none. */
export const labelReading = async (
  read: LabelReader,
  answer: Uint8Array<ArrayBuffer>,
): Promise<LabelReading | undefined> => {
  const parsed = parseJson(answer, { maxBytes: MOST_BYTES });
  if (!parsed.ok || typeof parsed.value !== 'object' || parsed.value === null) return undefined;
  const { format, content } = parsed.value as Record<string, unknown>;
  if (typeof format !== 'string' || typeof content !== 'string') return undefined;
  const bytes = fromBase64(content);
  return bytes === undefined ? undefined : read(format, bytes);
};
