import { withPageNumbers } from '@openwaybill/emit';
import type { Io, Printed } from '../io.ts';
import { pagesOf } from './pages-of.ts';

const DOCUMENT = /^print\/.+\.html$/;

type Failed = Extract<Printed, { readonly ok: false }>;

/** A document as PDF with its page numbers: it is laid out once to learn them, and printed with them. */
const printOf = async (html: string, io: Io): Promise<Printed> => {
  const proof = await io.print(html, 'proof');
  if (!proof.ok) return proof;
  const pages = await pagesOf(proof.bytes);
  const final = await io.print(withPageNumbers(html, pages), 'final');
  if (!final.ok) return final;
  const moved = [...(await pagesOf(final.bytes))].find(([id, page]) => pages.get(id) !== page);
  if (moved !== undefined)
    throw new Error(
      `#${moved[0]} is on page ${moved[1]} of the print and was on page ${pages.get(moved[0])} of its proof. Page numbers have a place of fixed width: nothing else may follow from them.`,
    );
  return final;
};

/** The documents of a release as PDF, beside their pages; or why the first of them could not be printed. */
export const printsOf = async (
  files: ReadonlyMap<string, string>,
  io: Io,
): Promise<{ readonly prints: ReadonlyMap<string, Uint8Array> } | { readonly failed: Failed }> => {
  const documents = [...files].filter(([path]) => DOCUMENT.test(path));
  const printed = await Promise.all(
    documents.map(async ([path, html]) => ({
      path: path.replace(/[.]html$/, '.pdf'),
      print: await printOf(html, io),
    })),
  );
  const prints = new Map<string, Uint8Array>();
  for (const { path, print } of printed) {
    if (!print.ok) return { failed: print };
    prints.set(path, print.bytes);
  }
  return { prints };
};
