import { describe, expect, test } from 'vitest';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';
import { releaseOf } from '../src/release/make.ts';
import { releaseFiles } from '../src/release/manifest.ts';
import { SMALL_CONTRACT } from './_small.ts';

const files = releaseFiles(
  releaseOf(SMALL_CONTRACT, {
    version: '1.0.0',
    status: 'published',
    publishedOn: '2026-11-22',
    handedIn: new Map(),
  }),
);
const ROOT = 'file:///release/';
const settings = JSON.parse(files.get('editor/vscode-settings.json')?.text ?? '');

/** An editor that has the release open as a folder, and no network. */
const editor = getLanguageService({
  workspaceContext: {
    resolveRelativePath: (relative, resource) => new URL(relative, resource).href,
  },
  schemaRequestService: async (uri) => {
    const file = files.get(uri.replace(ROOT, ''));
    if (file === undefined) throw new Error(`${uri} is no file of the release`);
    return file.text;
  },
});
editor.configure({
  validate: true,
  schemas: settings['json.schemas'].map(
    ({ fileMatch, url }: { fileMatch: string[]; url: string }) => ({
      fileMatch,
      uri: new URL(url, ROOT).href,
    }),
  ),
});

/** What the editor offers where `|` stands in a file. */
const offered = async (name: string, given: string): Promise<readonly string[]> => {
  const offset = given.indexOf('|');
  const document = TextDocument.create(`${ROOT}${name}`, 'json', 1, given.replace('|', ''));
  const list = await editor.doComplete(
    document,
    document.positionAt(offset),
    editor.parseJSONDocument(document),
  );
  return list?.items.map(({ label }) => label) ?? [];
};

const problems = async (name: string, given: string): Promise<readonly string[]> => {
  const document = TextDocument.create(`${ROOT}${name}`, 'json', 1, given);
  const found = await editor.doValidation(document, editor.parseJSONDocument(document));
  return found.map(({ message }) => String(message));
};

describe('an editor', () => {
  test('offers the members of an order', async () => {
    const labels = await offered('new.order-submission.openwaybill.json', '{ | }');
    expect(labels).toEqual(expect.arrayContaining(['orderNo', 'consignee', 'packages']));
  });

  test('offers the codes of a member', async () => {
    const labels = await offered('my.waybill-cancellation.openwaybill.json', '{ "reason": | }');
    expect(labels).toEqual(expect.arrayContaining(['"BUYER_CANCELLED"', '"OUT_OF_STOCK"']));
  });

  test('underlines what is missing and what is no code', async () => {
    const name = 'my.waybill-cancellation.openwaybill.json';
    expect(await problems(name, '{}')).toEqual([expect.stringContaining('reason')]);
    expect(await problems(name, '{"reason":"PROSE"}')).toHaveLength(1);
    expect(await problems(name, '{"reason":"BUYER_CANCELLED"}')).toEqual([]);
  });

  test('offers no member in a file of another name', async () => {
    expect(await offered('order.json', '{ | }')).toEqual(['$schema']);
  });
});

test('the catalog names a file of the release for each message, once', () => {
  const { version, schemas } = JSON.parse(files.get('catalog.json')?.text ?? '');
  expect(version).toBe(1);
  const urls = schemas.map(({ url }: { url: string }) => url);
  expect(urls.filter((url: string) => !files.has(url))).toEqual([]);
  const matches = schemas.flatMap(({ fileMatch }: { fileMatch: string[] }) => fileMatch);
  expect(new Set(matches).size).toBe(urls.length);
  expect(matches).toContain('*.order-submission.openwaybill.json');
  expect(settings['json.schemas'].map(({ url }: { url: string }) => url.slice(2))).toEqual(urls);
});
