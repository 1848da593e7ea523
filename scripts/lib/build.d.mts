export function build(what?: { readonly portal?: boolean }): Promise<void>;
