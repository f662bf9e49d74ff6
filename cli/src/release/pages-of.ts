import { getDocumentProxy } from 'unpdf';

/** The page of each anchor of a print, from 1: a browser that prints keeps the place of every link. */
export const pagesOf = async (print: Uint8Array): Promise<ReadonlyMap<string, number>> => {
  // the reader takes the bytes for itself
  const pdf = await getDocumentProxy(new Uint8Array(print));
  const places = Object.entries<readonly unknown[]>(await pdf.getDestinations());
  const pages = await Promise.all(
    places.map(async ([anchor, [page]]) => {
      const at = await pdf.getPageIndex(page as Parameters<typeof pdf.getPageIndex>[0]);
      return [decodeURIComponent(anchor), at + 1] as const;
    }),
  );
  return new Map(pages);
};
