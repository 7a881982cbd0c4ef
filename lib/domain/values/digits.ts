const digit = /\p{Nd}/u;

/**
 * Returns the text with the digits of every script as 0–9: "๒๕๖๘", "២៥៦៨", "၂၅၆၈" and "໒໕໖໘" all become "2568". Nothing
 * else changes. Unicode assigns the ten decimal digits of a script to consecutive code points (Unicode Standard, 4.6).
 */
export function toPlainDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (character) => {
    const point = character.codePointAt(0) ?? 0;
    let start = point;
    while (digit.test(String.fromCodePoint(start - 1))) start -= 1;
    return String((point - start) % 10);
  });
}
