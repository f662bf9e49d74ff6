/** What befalls an answer once the engine has given it, at the shore. */
export type OnTheWay = {
  /** How much of the body arrives before the connection is lost. */
  readonly cutAtPercent?: number;
  /** The body comes in pieces of so many bytes, with a pause before each. */
  readonly drip?: { readonly bytes: number; readonly pause: () => Promise<void> };
};

const marks = new WeakMap<Response, OnTheWay>();

/** Marks an answer: the shore that it leaves by sees to it. */
export const marked = (response: Response, mark: OnTheWay | undefined): Response => {
  if (mark !== undefined) marks.set(response, mark);
  return response;
};

/** What is to befall an answer. */
export const onTheWay = (response: Response): OnTheWay | undefined => marks.get(response);

/** Pieces of a body, each after its pause. */
const dripping = (
  body: Uint8Array<ArrayBuffer>,
  { bytes, pause }: NonNullable<OnTheWay['drip']>,
): ReadableStream<Uint8Array<ArrayBuffer>> => {
  let at = 0;
  return new ReadableStream({
    pull: async (controller) => {
      await pause();
      if (at < body.length) controller.enqueue(body.slice(at, at + bytes));
      at += bytes;
      if (at >= body.length) controller.close();
    },
  });
};

/** As much of a body as arrives before the connection is lost. */
export const beginning = (
  body: Uint8Array<ArrayBuffer>,
  percent: number,
): Uint8Array<ArrayBuffer> => body.slice(0, Math.floor((body.length * percent) / 100));

const copyOf = (
  response: Response,
  body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>,
): Response => new Response(body, { status: response.status, headers: response.headers });

/** An answer that comes slowly, where it is to; any other as it is. */
export const dripped = async (response: Response): Promise<Response> => {
  const drip = onTheWay(response)?.drip;
  return drip === undefined || response.body === null
    ? response
    : copyOf(response, dripping(new Uint8Array(await response.arrayBuffer()), drip));
};

/** An answer where there is no connection that could be lost, in a test or a browser: what arrives of a body is all. */
export const arriving = async (response: Response): Promise<Response> => {
  const percent = onTheWay(response)?.cutAtPercent;
  return percent === undefined || response.body === null
    ? dripped(response)
    : copyOf(response, beginning(new Uint8Array(await response.arrayBuffer()), percent));
};
