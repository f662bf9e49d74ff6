import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** Where an installed file is; nothing where its package was left out. */
export const placeOf = (specifier: string): string | undefined => {
  try {
    return resolve(specifier);
  } catch {
    return undefined; // the caller offers less
  }
};

/** Where the faces of Noto Sans SC are (SIL Open Font License), with the Chinese of labels and prints; nothing where they were left out. */
export const chineseFaces = (): { readonly regular: string; readonly bold: string } | undefined => {
  const [regular, bold] = ['400Regular', '700Bold'].map((weight) =>
    placeOf(`@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`),
  );
  return regular === undefined || bold === undefined ? undefined : { regular, bold };
};
