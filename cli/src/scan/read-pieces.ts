import type { Fault, Io } from '../io.ts';
import { jsonIn } from '../json-in.ts';
import { linesOf } from './lines.ts';
import { type Piece, piecesOfDocument, piecesOfLine } from './source.ts';

const WHOLE = /\.(json|har)$/iu;
const MEBIBYTE = 1024 * 1024;
/** How many bytes go by between two signs of life. */
const SIGN_OF_LIFE = 4 * MEBIBYTE;

/** Whether a file is one document by its name, and no lines. */
export const isDocument = (path: string): boolean => WHOLE.test(path);

function* piecesOfText(text: string, schema: string | undefined): Generator<Piece, void> {
  const document = jsonIn(text);
  if (document !== undefined) {
    yield* piecesOfDocument(document.value, schema);
    return;
  }
  // several values, one a line, under the name of a document
  for (const [at, line] of text.split('\n').entries())
    if (line.trim() !== '') yield* piecesOfLine(line, at + 1, schema);
}

/**
 * Reads a file piece by piece, until `take` answers no: lines as they come, a JSON document or a HAR file as a whole.
 * Answers what kept it from being read.
 */
export const readPieces = async (
  path: string,
  schema: string | undefined,
  io: Io,
  take: (piece: Piece) => boolean,
): Promise<Fault | undefined> => {
  if (isDocument(path)) {
    const read = await io.read(path);
    if (!read.ok) return read.fault;
    for (const piece of piecesOfText(new TextDecoder().decode(read.bytes), schema))
      if (!take(piece)) return undefined;
    return undefined;
  }
  const opened = await io.stream(path);
  if (!opened.ok) return opened.fault;
  let next = SIGN_OF_LIFE;
  for await (const { line, text, bytes } of linesOf(opened.chunks)) {
    if (text === '') continue;
    for (const piece of piecesOfLine(text, line, schema)) if (!take(piece)) return undefined;
    if (io.isTerminal && bytes >= next) {
      io.draw(`${path}: ${Math.floor(bytes / MEBIBYTE)} MiB`);
      next = bytes + SIGN_OF_LIFE;
    }
  }
  if (io.isTerminal && next > SIGN_OF_LIFE) io.draw('');
  return undefined;
};
