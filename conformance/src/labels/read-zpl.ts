/** Bytes as two hexadecimal digits each after an underscore, where `^FH` says so. */
const unhexed = (text: string): string => {
  try {
    return decodeURIComponent(
      text.replace(/%/g, '%25').replace(/_([0-9A-Fa-f]{2})/g, (_, pair) => `%${pair}`),
    );
  } catch {
    return text;
  }
};

/** `^BQ` data begins with level and input mode. */
const QR_SWITCHES = /^[HQML][AM][A-Z]?,/;

type Read = { readonly text: string; readonly codes: string[]; readonly metadata: string[] };

/** What a stream of ZPL II prints as text, what stands in its codes, and what its comments and names say. */
export const readZpl = (zpl: string): Read => {
  const text: string[] = [];
  const codes: string[] = [];
  const metadata: string[] = [];
  let barcode = '';
  let isHex = false;
  for (const [, command = '', rest = ''] of zpl.matchAll(/[\^~]([A-Z@][A-Z0-9@])([^^~]*)/g)) {
    const data = isHex ? unhexed(rest) : rest;
    if (/^B[^Y]/.test(command)) barcode = command;
    else if (command === 'FH') isHex = true;
    else if (command === 'FD' || command === 'FV') {
      if (barcode === '') text.push(data.trimEnd());
      else codes.push(barcode === 'BQ' ? data.replace(QR_SWITCHES, '') : data);
    } else if (command === 'FS') {
      barcode = '';
      isHex = false;
    } else if (!/^[FA][OTRBNZ0-9@]|^GB|^BY/.test(command)) metadata.push(rest);
  }
  return { text: text.join('\n'), codes, metadata };
};
