/** One line of a stream, its number, and how many bytes have come so far. */
export type Line = {
  readonly line: number;
  readonly text: string;
  readonly bytes: number;
  /** Something may stand across the cut of a line that is too long. */
  readonly isCut: boolean;
};

/** A line longer than this is cut: nothing of the standard is so long, and memory ends somewhere. */
const LONGEST = 16 * 1024 * 1024;

/** The lines of a stream as they come, without their ends. */
export const linesOf = async function* (
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Line, void> {
  const decoder = new TextDecoder();
  let rest = '';
  let line = 1;
  let bytes = 0;
  let isCut = false;
  const take = function* (all: boolean): Generator<Line, void> {
    let from = 0;
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', from)) {
      yield { line, text: rest.slice(from, end).replace(/\r$/u, ''), bytes, isCut };
      line += 1;
      from = end + 1;
      isCut = false;
    }
    rest = rest.slice(from);
    isCut ||= rest.length > LONGEST;
    if (rest !== '' && (all || rest.length > LONGEST)) {
      yield { line, text: rest, bytes, isCut };
      rest = '';
    }
  };
  for await (const chunk of chunks) {
    bytes += chunk.length;
    const text = decoder.decode(chunk, { stream: true });
    rest += text;
    // a long line is not looked through again with every chunk of it
    if (text.includes('\n') || rest.length > LONGEST) yield* take(false);
  }
  rest += decoder.decode();
  yield* take(true);
};
