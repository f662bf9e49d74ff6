/** Whether a terminal, an XML reader or the direction of a line would act on it instead of showing it. */
const isActing = (code: number): boolean =>
  code < 0x20 ||
  (code >= 0x7f && code <= 0x9f) ||
  code === 0x2028 ||
  code === 0x2029 ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2066 && code <= 0x2069) ||
  (code >= 0xd800 && code <= 0xdfff) ||
  code === 0xfeff ||
  code >= 0xfffe;

/** A text of a system as one line that only shows: what would act is written as `\u001b`. */
export const plainText = (text: string): string => {
  let shown = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    shown +=
      isActing(code) && code <= 0xffff ? `\\u${code.toString(16).padStart(4, '0')}` : character;
  }
  return shown;
};

/** Text and attribute values of HTML and XML. */
export const escaped = (text: string): string =>
  plainText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
