import { PERSONAL, redact } from '@openwaybill/privacy';
import { maskText, maskValue } from '@openwaybill/privacy/scan';
import { registry } from '@openwaybill/schemas';
import type { Common } from '../common.ts';
import { complain } from '../complaint.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { fileComplaint } from '../file-complaint.ts';
import type { Io } from '../io.ts';
import { linesOf } from '../scan/lines.ts';
import { unknownSchema } from './scan.ts';

export type MaskOptions = Common & {
  readonly file: string;
  readonly schema?: string;
};

const jsonIn = (text: string): { readonly value: unknown } | undefined => {
  if (!/^\s*[[{"]/u.test(text)) return undefined;
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
};

/** One line as it may be kept. By a schema, what is no such message is nobody's to judge, and nothing of it is shown. */
const masked = (text: string, schema: string | undefined): string => {
  const read = jsonIn(text);
  if (schema !== undefined)
    return JSON.stringify(read === undefined ? PERSONAL : redact(read.value, schema, registry));
  return read === undefined
    ? maskText(text, { registry })
    : JSON.stringify(maskValue(read.value, registry));
};

/** Copies lines with everything masked that tells of a person, until they end or somebody ends it. */
export const mask = async (options: MaskOptions, io: Io): Promise<ExitCode> => {
  const { schema, file } = options;
  if (schema !== undefined && !registry.schemas.has(schema))
    return complain(io, options, unknownSchema(schema));
  const opened = await io.stream(file);
  if (!opened.ok) return complain(io, options, fileComplaint(opened.fault));
  let isOver = false;
  const copied = (async () => {
    try {
      for await (const { text, isCut } of linesOf(opened.chunks)) {
        if (isOver) return;
        io.out(isCut ? PERSONAL : text === '' ? '' : masked(text, schema));
      }
    } catch (error) {
      // an input that is closed because all is over is no defect
      if (!isOver) throw error;
    }
  })();
  isOver = await io.interrupted(copied);
  if (isOver) return EXIT.interrupted;
  await copied;
  return EXIT.ok;
};
