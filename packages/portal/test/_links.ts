import { posix } from 'node:path';

/** Addresses that a page links to, with their anchors, as paths from the root. */
export const linksOf = (path: string, text: string): readonly string[] =>
  [...text.matchAll(/\b(?:href|src)="([^"]*)"/g)].map(([, to = '']) => {
    const [address = '', anchor] = to.split('#');
    const target = address === '' ? path : posix.join(posix.dirname(path), address);
    return anchor === undefined ? target : `${target}#${anchor}`;
  });

/** Links of pages that lead to no file, or to no place in it. */
export const dangling = (given: ReadonlyMap<string, string>): readonly string[] => {
  const ids = new Map(
    [...given]
      .filter(([path]) => path.endsWith('.html'))
      .map(([path, text]) => [
        path,
        new Set([...text.matchAll(/\bid="([^"]*)"/g)].map(([, id]) => id)),
      ]),
  );
  return [...given]
    .filter(([path]) => path.endsWith('.html'))
    .flatMap(([path, text]) =>
      linksOf(path, text)
        .filter((link) => {
          const [target = '', anchor] = link.split('#');
          return !given.has(target) || (anchor !== undefined && !ids.get(target)?.has(anchor));
        })
        .map((link) => `${path} -> ${link}`),
    );
};
