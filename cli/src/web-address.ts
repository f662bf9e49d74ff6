/** Whether a text is the whole address of something that speaks HTTP. */
export const isWebAddress = (text: string): boolean =>
  /^https?:$/.test(URL.parse(text)?.protocol ?? '');
