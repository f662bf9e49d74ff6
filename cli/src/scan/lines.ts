/** One line of a stream, its number, and how many bytes have come so far. */
export type Line = { readonly line: number; readonly text: string; readonly bytes: number };

/** A line longer than this is cut: nothing of the standard is so long, and memory ends somewhere. */
const LONGEST = 16 * 1024 * 1024;

/** The lines of a stream as they come, without their ends; empty ones are left out. */
export const linesOf = async function* (
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Line, void> {
  const decoder = new TextDecoder();
  let rest = '';
  let line = 0;
  let bytes = 0;
  const take = function* (all: boolean): Generator<Line, void> {
    let from = 0;
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', from)) {
      line += 1;
      const text = rest.slice(from, end).replace(/\r$/u, '');
      from = end + 1;
      if (text !== '') yield { line, text, bytes };
    }
    rest = rest.slice(from);
    if (rest !== '' && (all || rest.length > LONGEST)) {
      line += 1;
      yield { line, text: rest, bytes };
      rest = '';
    }
  };
  for await (const chunk of chunks) {
    bytes += chunk.length;
    rest += decoder.decode(chunk, { stream: true });
    yield* take(false);
  }
  rest += decoder.decode();
  yield* take(true);
};
