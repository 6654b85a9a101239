// Names that nobody else makes: of lines, of saves, of tabs.

/** That many random bytes, as two hex digits each. */
export function hex(bytes) {
  const numbers = crypto.getRandomValues(new Uint8Array(bytes));
  return Array.from(numbers, (one) => one.toString(16).padStart(2, "0")).join("");
}

export const newRef = () => `l${hex(8)}`;
export const newKey = () => hex(16);
