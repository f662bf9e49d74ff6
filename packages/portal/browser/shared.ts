import type { Navigation } from '../src/navigation.ts';

/** What the scripts of a page hand to each other. */
declare global {
  interface Window {
    openwaybillContents?: Navigation;
    openwaybillIndex?: unknown;
    openwaybillSearch?: (dialog: HTMLDialogElement, language: Language) => void;
    openwaybillJudge?: (name: string, text: string, form: string, language: Language) => Judgement;
  }
}

export type Language = 'en' | 'zh';

/** What is said of a message that was tried. */
export type Judgement = {
  readonly ok: boolean;
  readonly issues: readonly {
    readonly pointer: string;
    readonly rule: string;
    readonly text: string;
    readonly isWarning: boolean;
  }[];
};

/** The language of the page. */
export const languageOf = (): Language => (document.documentElement.lang === 'en' ? 'en' : 'zh');

/** An element with a class and a text. */
export const made = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  look = '',
  text = '',
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(name);
  if (look !== '') element.className = look;
  if (text !== '') element.textContent = text;
  return element;
};

const loaded = new Map<string, Promise<void>>();

/** Loads a classic script once: a page from `file://` can load nothing else. */
export const load = (address: string): Promise<void> => {
  const known = loaded.get(address);
  if (known !== undefined) return known;
  const loading = new Promise<void>((done, failed) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => done();
    script.onerror = () => failed(new Error(`${address} is not there`));
    document.head.append(script);
  });
  loaded.set(address, loading);
  return loading;
};
