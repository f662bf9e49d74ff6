import { type Head, handOn, type Outgoing, type Receive } from './hand-on.ts';

/** A request of `node:http` whose body nobody has read. */
export type Incoming = AsyncIterable<Uint8Array> & Head;

/** More than any event; what follows is read but not kept, so that the refusal can still be sent. */
const KEPT_BYTES = 262_144;

/** An endpoint as a listener of `node:http`, where nothing before it has read the body. */
export const toNodeListener =
  (receive: Receive) =>
  async (incoming: Incoming, outgoing: Outgoing): Promise<void> => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of incoming) {
      if (length <= KEPT_BYTES) chunks.push(new Uint8Array(chunk));
      length += chunk.length;
    }
    await handOn(receive, incoming, chunks, outgoing);
  };
