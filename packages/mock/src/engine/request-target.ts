/** What a request is about: where it goes, as far as the engine looks. */
export type RequestTarget = {
  readonly href: string;
  readonly pathname: string;
  readonly query: URLSearchParams;
};

const NO_QUERY = new URLSearchParams();

/** The parts of the URL of a `Request`, which is written in its one form already: it is cut, and not parsed again. */
export const targetIn = (href: string): RequestTarget => {
  const fragmentAt = href.indexOf('#');
  const whole = fragmentAt < 0 ? href : href.slice(0, fragmentAt);
  const queryAt = whole.indexOf('?');
  const upToPath = queryAt < 0 ? whole : whole.slice(0, queryAt);
  return {
    href,
    pathname: upToPath.slice(upToPath.indexOf('/', upToPath.indexOf('://') + 3)),
    query: queryAt < 0 ? NO_QUERY : new URLSearchParams(whole.slice(queryAt)),
  };
};
