/** The server reads so many characters of a search and no more; an address with a page in it is refused by servers. */
export const MAX_SEARCH = 400;

/** What was typed or pasted, as it is looked for and stands in an address. */
export const searchWords = (text: string): string => text.trim().slice(0, MAX_SEARCH).trim();
