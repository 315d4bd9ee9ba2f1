/** `null` among the texts that are compared: no text is equal to it. */
export const NULL = 'null ';

/** What an operator of truth or order comes to where its operands tell; undefined otherwise, and for arithmetic. */
export function operated(operator: string, texts: readonly (string | undefined)[]): boolean | undefined {
  const [left, right] = texts;
  if (operator === '!') return left === 'true' ? false : left === 'false' ? true : undefined;
  if (operator === '&&' || operator === '||') return connected(operator === '||', texts);
  if (left === undefined || right === undefined) return undefined;
  if (operator === '==') return left === right;
  return operator === '!=' ? left !== right : ordered(operator, Number(left), Number(right));
}

/** One side that is `decisive` decides alone. */
function connected(decisive: boolean, texts: readonly (string | undefined)[]): boolean | undefined {
  if (texts.includes(String(decisive))) return decisive;
  return texts.includes(undefined) ? undefined : !decisive;
}

function ordered(operator: string, left: number, right: number): boolean | undefined {
  if (Number.isNaN(left) || Number.isNaN(right)) return undefined;
  switch (operator) {
    case '>':
      return left > right;
    case '<':
      return left < right;
    case '>=':
      return left >= right;
    case '<=':
      return left <= right;
    default:
      return undefined;
  }
}
