import type { Form } from '../engine/form.ts';
import type { Counterparty } from '../engine/options.ts';
import type { System } from '../engine/system.ts';

/** One request to the control interface, its body judged. */
export type ControlCall = {
  readonly system: System;
  /** Whose world it is: the bearer of the token. */
  readonly tenant: Counterparty;
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  // biome-ignore lint/suspicious/noExplicitAny: every route narrows it to what its form says
  readonly body: any;
  readonly request: Request;
};

/** One route. What it answers is sent as JSON, nothing as 204, a response as it is. */
export type ControlRoute = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: `/_mock/${string}`;
  /** What the body must be; without it there is none. */
  readonly body?: Form;
} & (
  | { readonly answer: (call: ControlCall) => Promise<unknown> }
  /** Without a token: what shows nothing of any tenant. */
  | { readonly open: (system: System, request: Request) => Promise<Response> }
);
