import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

const folder = new URL('../../browser/', import.meta.url);

/** A classic script, which a page from `file://` may load. */
const script = async (name: string): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(name, folder))],
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    conditions: ['@openwaybill/source'],
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
};

/** The style sheet and the scripts that all pages share, by file name. */
export const assets = async (): Promise<Readonly<Record<string, string>>> => {
  const style = await readFile(new URL('portal.css', folder), 'utf8');
  return {
    'portal.css': (await transform(style, { loader: 'css', minify: true })).code,
    'portal.js': await script('portal.ts'),
    'search.js': await script('search.ts'),
  };
};

/** Every compiled validator with its rules and words, for a page in which messages are tried. */
export const validators = (): Promise<string> => script('validators.ts');
