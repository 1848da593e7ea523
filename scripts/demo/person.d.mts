export class Refused extends Error {
  readonly code: string;
}
export class Person {
  constructor(url: string, name: string);
  readonly name: string;
  signIn(email: string, password: string): Promise<Person>;
  query<T>(document: string, variables?: object): Promise<T>;
  mutate<T>(document: string, input: object): Promise<T>;
  download(path: string): Promise<Buffer>;
}
