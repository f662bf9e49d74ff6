/** Where the run listens; 0 is any free port. */
export type Listen = { readonly hostname?: string; readonly port: number };

/** A port, or `host:port`; nothing: any free port of this machine alone. Undefined where it is neither. */
export const listenOf = (text: string | undefined): Listen | undefined => {
  if (text === undefined) return { port: 0 };
  const found = /^(?:(?<hostname>[^\s/]+):)?(?<port>\d{1,5})$/.exec(text)?.groups;
  if (found === undefined) return undefined;
  const { hostname, port } = found;
  return { port: Number(port), ...(hostname === undefined ? {} : { hostname }) };
};
