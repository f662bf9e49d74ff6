import { marked, type OnTheWay } from '../shores/on-the-way.ts';

/** An answer as it leaves. Making a `Response` of it costs more than most answers, so a port takes it as it is. */
export class Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Nothing where there is no body, or none to be sent. */
  readonly text: string | undefined;
  /** What befalls it at the shore. */
  readonly mark: OnTheWay | undefined;

  constructor(
    status: number,
    headers: Readonly<Record<string, string>>,
    text: string | undefined,
    mark?: OnTheWay,
  ) {
    this.status = status;
    this.headers = headers;
    this.text = text;
    this.mark = mark;
  }

  /** The same as fetch knows it. */
  response(): Response {
    const { status, headers, text = null } = this;
    return marked(new Response(text, { status, headers }), this.mark);
  }
}

/** An answer that leaves again and again: what a port makes of it to write it is worth keeping. */
export class KeptReply extends Reply {}

/** What a party answers a port with: text and headers, or a `Response` where more is needed, a stream above all. */
export type Served = Reply | Response;

/** Whatever was answered, as fetch knows it. */
export const responseOf = (served: Served): Response =>
  served instanceof Reply ? served.response() : served;
