/**
 * Three-valued truth. `unknown` occurs only when a request leaves context open (See and Prove ask about many requests at
 * once); a request asked as such is always answered with `true` or `false`.
 */
export type Truth = 'true' | 'false' | 'unknown';

export function and(left: Truth, right: Truth): Truth {
  if (left === 'false' || right === 'false') return 'false';
  return left === 'true' && right === 'true' ? 'true' : 'unknown';
}

export function or(left: Truth, right: Truth): Truth {
  if (left === 'true' || right === 'true') return 'true';
  return left === 'false' && right === 'false' ? 'false' : 'unknown';
}

export function not(value: Truth): Truth {
  if (value === 'unknown') return 'unknown';
  return value === 'true' ? 'false' : 'true';
}

export function truth(value: boolean): Truth {
  return value ? 'true' : 'false';
}
