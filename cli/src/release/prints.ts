import {
  type Hashes,
  PRINT_MANIFEST,
  printManifestText,
  type ReleaseSetting,
  withPageNumbers,
} from '@openwaybill/emit';
import type { Complaint } from '../complaint.ts';
import { EXIT } from '../exit-codes.ts';
import type { Io, Printed } from '../io.ts';
import type { Language } from '../language.ts';
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

/** What is said while it lasts, which may be a minute. */
const PRINTING = { en: 'printing the document (PDF)', zh: '正在打印标准文本（PDF）' } as const;

/** Why there is no print, and how there can be one. */
const noPrint = (failed: Failed): Complaint => ({
  code: EXIT.environment,
  seen:
    failed.why === 'absent'
      ? { en: 'there is no Chromium here', zh: '此处没有 Chromium' }
      : { en: `Chromium printed nothing: ${failed.said}`, zh: `Chromium 未能打印：${failed.said}` },
  wanted: {
    en: 'the document of a published version has a print in PDF',
    zh: '已发布版本的标准文本须附 PDF 打印件',
  },
  remedy: {
    en: 'install Chromium, name it in OPENWAYBILL_CHROMIUM, or give --no-pdf',
    zh: '请安装 Chromium，或用 OPENWAYBILL_CHROMIUM 指明，或加 --no-pdf',
  },
});

/**
 * The prints of a release with their manifest. Without a browser a draft has none and says so; a published version is
 * refused.
 */
export const releasePrints = async (
  { version, status, publishedOn }: Pick<ReleaseSetting, 'version' | 'status' | 'publishedOn'>,
  files: ReadonlyMap<string, string>,
  digests: Required<Hashes>,
  language: Language,
  io: Io,
): Promise<ReadonlyMap<string, string | Uint8Array> | { readonly complaint: Complaint }> => {
  if (io.isTerminal) io.draw(PRINTING[language]);
  const made = await printsOf(files, io);
  if (io.isTerminal) io.draw('');
  if ('prints' in made) {
    const facts = { name: 'openwaybill', version, status, publishedOn } as const;
    return new Map<string, string | Uint8Array>([
      ...made.prints,
      [PRINT_MANIFEST, printManifestText(facts, made.prints, digests)],
    ]);
  }
  const complaint = noPrint(made.failed);
  if (status === 'published') return { complaint };
  io.err(`${complaint.seen[language]} (PDF)`);
  return new Map();
};
