// check digits, as section 4 writes them down
export const B64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
export const isRef = (value: string): boolean => {
  const digits = [...value.slice(4)].map((one) => B64.indexOf(one));
  const check = digits.pop();
  const sum = digits.reverse().reduce((total, digit, place) => {
    const part = place % 2 === 0 ? digit * 2 : digit;
    return total + Math.floor(part / 64) + (part % 64);
  }, 0);
  return check === (64 - (sum % 64)) % 64;
};
export const isGs1 = (value: string): boolean => {
  const [check = 0, ...body] = [...value].reverse().map(Number);
  const sum = body.reduce((total, digit, place) => total + digit * (place % 2 === 0 ? 3 : 1), 0);
  return check === (10 - (sum % 10)) % 10;
};
export const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY';
export const isCredit = (value: string): boolean => {
  const digits = [...value].map((one) => CREDIT.indexOf(one));
  if (digits.includes(-1)) return false;
  let weight = 1;
  let sum = 0;
  for (const digit of digits.slice(0, 17)) {
    sum += digit * weight;
    weight = (weight * 3) % 31;
  }
  return digits[17] === (31 - (sum % 31)) % 31;
};
export const isS10 = (value: string): boolean => {
  const digits = [...value.slice(2, 11)].map(Number);
  const sum = [8, 6, 4, 2, 3, 5, 9, 7].reduce(
    (total, weight, place) => total + weight * (digits[place] ?? 0),
    0,
  );
  const check = 11 - (sum % 11);
  const name = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  return digits[8] === (check === 10 ? 0 : check === 11 ? 5 : check) && isCountry(name, value);
};
export const isCountry = (names: Intl.DisplayNames, value: string): boolean => {
  const code = value.slice(-2);
  return (
    !/^(Q[M-Z]|X.|ZZ|AA|EU|EZ|UN|AC|CP|CQ|DG|EA|IC|TA)$/.test(code) && names.of(code) !== undefined
  );
};
