const PLACE = /<span class="page" data-of="([^"]+)"><\/span>/g;

/** Anchors of a document whose page its contents and its index name. */
export const pagedAnchors = (html: string): readonly string[] => [
  ...new Set([...html.matchAll(PLACE)].flatMap(([, id]) => id ?? [])),
];

/**
 * The document with the page of each anchor in its contents and index. No browser counts pages of links, and the pages
 * are known when the document was laid out once; each number has a place of fixed width, so that they stay where they are.
 * Throws where an anchor has no page.
 */
export const withPageNumbers = (html: string, pages: ReadonlyMap<string, number>): string =>
  html.replace(PLACE, (_, id: string) => {
    const page = pages.get(id);
    if (page === undefined)
      throw new Error(
        `the print has no page for #${id}, which the contents name. A browser that prints links keeps the place of each: print it with one.`,
      );
    return `<span class="page">${page}</span>`;
  });
