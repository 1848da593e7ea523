/** The file that starts a program, `apps/server` or `apps/cli`. */
export function bundleOf(program: string): string;
