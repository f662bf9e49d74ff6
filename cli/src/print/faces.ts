import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chineseFaces } from '../installed.ts';
import { searchableFace } from './searchable-face.ts';

const WEIGHTS = { regular: 400, bold: 700 } as const;

/**
 * The page with the faces that are brought along, so that a print is the same whatever faces a machine has; they are put
 * into the folder of the page. Where they were left out, the machine's own are taken.
 */
export const withFaces = async (html: string, folder: string): Promise<string> => {
  const faces = chineseFaces();
  if (faces === undefined) return html;
  const rules = await Promise.all(
    (['regular', 'bold'] as const).map(async (name) => {
      await writeFile(join(folder, `${name}.ttf`), searchableFace(await readFile(faces[name])));
      return `@font-face{font-family:"Noto Sans SC";font-weight:${WEIGHTS[name]};src:url("${name}.ttf")}`;
    }),
  );
  return html.replace('</head>', `<style>${rules.join('')}</style></head>`);
};
