import type { Complaint } from './complaint.ts';
import { EXIT } from './exit-codes.ts';
import { fileComplaint } from './file-complaint.ts';
import type { Io } from './io.ts';

export type JsonFile<T> =
  | { readonly value: T; readonly text: string }
  | { readonly complaint: Complaint };

/** A file of the user that is to be one JSON document. */
export const readJsonFile = async <T>(io: Io, path: string): Promise<JsonFile<T>> => {
  const read = await io.read(path);
  if (!read.ok) return { complaint: fileComplaint(read.fault) };
  // an editor may have put a mark of byte order before it
  const text = new TextDecoder().decode(read.bytes);
  try {
    return { value: JSON.parse(text), text };
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const place = /line \d+ column \d+/.exec(said)?.[0];
    return {
      complaint: {
        code: EXIT.usage,
        seen: {
          en: `${path} is not JSON${place === undefined ? '' : ` (${place})`}`,
          zh: `${path} 不是 JSON${place === undefined ? '' : `（${place}）`}`,
        },
        wanted: { en: 'one JSON document is needed', zh: '需要一个 JSON 文档' },
        remedy: { en: 'repair it, or name another file', zh: '请修正，或指定其他文件' },
      },
    };
  }
};
