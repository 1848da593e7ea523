export const cliWords: readonly string[];
