/** One event of a stream: what it is called, and its data. */
export type ToldEvent = {
  readonly kind: string;
  readonly id?: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a stream tells is narrowed where it is read
  readonly data: any;
};

const eventOf = (frame: string): ToldEvent | undefined => {
  const fields = new Map(
    frame
      .split('\n')
      .filter((line) => !line.startsWith(':') && line.includes(':'))
      .map((line) => {
        const at = line.indexOf(':');
        return [line.slice(0, at), line.slice(at + 1).replace(/^ /, '')];
      }),
  );
  const data = fields.get('data');
  if (data === undefined) return undefined;
  const id = fields.get('id');
  return {
    kind: fields.get('event') ?? 'message',
    ...(id === undefined ? {} : { id }),
    data: JSON.parse(data),
  };
};

/** The events of a stream as they come (`text/event-stream`, one line of data each). */
export async function* toldEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ToldEvent> {
  const decoder = new TextDecoder();
  let left = '';
  for await (const chunk of body) {
    left += decoder.decode(chunk, { stream: true });
    const frames = left.split('\n\n');
    left = frames.pop() ?? '';
    for (const frame of frames) {
      const event = eventOf(frame);
      if (event !== undefined) yield event;
    }
  }
}
