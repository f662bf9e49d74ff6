import { type Exchange, headerOf } from '@openwaybill/conformance';

/** What a component of a signature is of this request (RFC 9421 section 2); a token is not shown. */
const componentOf = (exchange: Exchange, component: string): string => {
  const { method, url, headers } = exchange.request;
  if (component === '@method') return method;
  if (component === '@target-uri') return url;
  return headerOf(headers, component) ?? '';
};

/** The base of the signature of a request, one line a component, as it was signed. */
export const signedLines = (exchange: Exchange): readonly string[] => {
  const input = headerOf(exchange.request.headers, 'signature-input') ?? '';
  const parameters = input.slice(input.indexOf('=') + 1);
  const components = [...(/\(([^)]*)\)/.exec(parameters)?.[1] ?? '').matchAll(/"([^"]+)"/g)];
  return [
    ...components.map(([, name = '']) => `"${name}": ${componentOf(exchange, name)}`),
    `"@signature-params": ${parameters}`,
  ];
};
