export class Person {
  readonly name: string;
  query<T>(document: string, variables?: object): Promise<T>;
  mutate<T>(document: string, input: object): Promise<T>;
  download(path: string): Promise<Buffer>;
}
