import { connect, type Socket } from 'node:net';

/** A connection that asks one thing after another. */
export type Wire = {
  /** Sends a whole request, and answers the status once the whole answer is there. */
  readonly ask: (request: string) => Promise<number>;
  readonly close: () => void;
};

const HEAD_END = '\r\n\r\n';
const LAST_CHUNK = Buffer.from('0\r\n\r\n');

/** The status of an answer that is there whole; nothing before. */
const statusIn = (answer: Buffer): number | undefined => {
  const headEnd = answer.indexOf(HEAD_END);
  if (headEnd < 0) return undefined;
  const head = answer.latin1Slice(0, headEnd);
  const length = /\r\ncontent-length: *([0-9]+)/i.exec(head)?.[1];
  const isWhole =
    length === undefined
      ? answer.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK)
      : answer.length >= headEnd + HEAD_END.length + Number(length);
  return isWhole ? Number(/^HTTP\/1\.1 ([0-9]{3})/.exec(head)?.[1]) : undefined;
};

const asking = (socket: Socket): Wire => {
  let waiting: {
    readonly resolve: (status: number) => void;
    readonly reject: (error: Error) => void;
  };
  let got: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    got = got.length === 0 ? chunk : Buffer.concat([got, chunk]);
    const status = statusIn(got);
    if (status === undefined) return;
    got = Buffer.alloc(0);
    waiting.resolve(status);
  });
  let failure = new Error('the server has closed the connection');
  socket.on('error', (error) => {
    failure = error;
  });
  socket.on('close', () => waiting?.reject(failure));
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        if (socket.destroyed) reject(failure);
        else socket.write(request);
      }),
    close: () => socket.destroy(),
  };
};

/**
 * A client over a bare socket. One of `node:http` takes more of a processor than most servers that it is to measure, so
 * that on two of them it would measure itself.
 */
export const openWire = (port: number): Promise<Wire> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => {
      socket.off('error', reject);
      resolve(asking(socket));
    });
    socket.once('error', reject);
  });
