import type { Artefacts } from '../artefacts.ts';
import { isVersion } from '../version.ts';

/** Addresses on other hosts, and those that are no files, are not looked at: nothing is fetched. */
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** A path from the root of a folder, from one that is relative to a file in it; what leads out of the folder begins with `..`. */
const resolved = (from: string, to: string): string => {
  const steps = from.split('/').slice(0, -1);
  for (const step of to.split('/'))
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else if (step !== '.') steps.push(step);
  return steps.join('/');
};

type Link = { readonly path: string; readonly target: string; readonly anchor?: string };

const linksOf = (path: string, text: string): readonly Link[] =>
  [...text.matchAll(/\b(?:href|src)="([^"]*)"/g)].flatMap(([, to = '']) => {
    if (ELSEWHERE.test(to)) return [];
    const [address = '', anchor] = to.split('#');
    return [
      {
        path,
        target: address === '' ? path : resolved(path, decodeURI(address)),
        ...(anchor === undefined || anchor === '' ? {} : { anchor: decodeURIComponent(anchor) }),
      },
    ];
  });

/** Releases stand side by side; what is in another one is not looked at here. */
const isOfOtherRelease = (target: string): boolean => {
  const [up, version = ''] = target.split('/');
  return up === '..' && isVersion(version);
};

export type LinkCount = {
  readonly pageCount: number;
  readonly linkCount: number;
  /** `page -> target`, of links that lead to no file or to no place in it. */
  readonly broken: readonly string[];
};

/** Every link between the pages of a folder, and from them to its other files. */
export const countLinks = (files: Artefacts): LinkCount => {
  const pages = [...files].filter(([path]) => path.endsWith('.html'));
  const ids = new Map(
    pages.map(([path, text]) => [
      path,
      new Set([...text.matchAll(/\bid="([^"]*)"/g)].map(([, id]) => id)),
    ]),
  );
  const links = pages.flatMap(([path, text]) => linksOf(path, text));
  return {
    pageCount: pages.length,
    linkCount: links.length,
    broken: links
      .filter(
        ({ target, anchor }) =>
          (!files.has(target) && !isOfOtherRelease(target)) ||
          (anchor !== undefined && ids.get(target)?.has(anchor) === false),
      )
      .map(({ path, target, anchor }) =>
        anchor === undefined ? `${path} -> ${target}` : `${path} -> ${target}#${anchor}`,
      ),
  };
};
