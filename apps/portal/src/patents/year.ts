/** The year that an address names; it may hold anything. */
export const yearIn = (text: string | undefined): number | null =>
  /^\d{4}$/.test(text ?? '') ? Number(text) : null;
