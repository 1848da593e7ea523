export class Refused extends Error {
  readonly code: string;
}
export class Person {
  constructor(url: string, name: string, headers?: Readonly<Record<string, string>>);
  /** Where it speaks to: another once the server has come back elsewhere. */
  url: string;
  readonly name: string;
  /** Once signed in: the first that the person belongs to. */
  readonly organisation?: { readonly id: string; readonly name: string };
  signIn(email: string, password: string): Promise<Person>;
  query<T>(document: string, variables?: object): Promise<T>;
  mutate<T>(document: string, input: object): Promise<T>;
  put(path: string, bytes: Uint8Array): Promise<unknown>;
  download(path: string): Promise<Buffer>;
}
