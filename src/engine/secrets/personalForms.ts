export function isEmailAddress(word: string): boolean {
  const text = word.startsWith('mailto:') ? word.slice('mailto:'.length) : word;
  const at = text.indexOf('@');
  if (at <= 0 || at !== text.lastIndexOf('@')) return false;
  const domain = text.slice(at + 1);
  const labels = domain.split('.');
  return (
    /^[0-9A-Za-z.!#$%&'*+=?^_`{|}~-]{1,64}$/.test(text.slice(0, at)) &&
    labels.length >= 2 &&
    labels.every((label) => /^[0-9A-Za-z-]{1,63}$/.test(label)) &&
    /^[A-Za-z]{2,}$/.test(labels.at(-1) ?? '')
  );
}

/** 13 to 19 digits of a card network's range whose check digit is right. */
export function isCardNumber(word: string): boolean {
  const digits = word.replaceAll('-', '');
  return /^(?:3[47]|4|5[1-5]|2[2-7]|6)\d{12,18}$/.test(digits) && digits.length <= 19 && passesLuhn(digits);
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const counted = place % 2 === 0 ? digit : digit * 2;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum % 10 === 0;
}

/** Written with its hyphens; areas 000, 666 and 900 to 999, group 00 and serial 0000 are never given out. */
export function isSocialSecurityNumber(word: string): boolean {
  return /^(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}$/.test(word);
}
