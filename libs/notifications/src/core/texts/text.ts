/** One notice: a line, what to do next, and where the portal opens it. */
export interface Text {
  readonly title: string;
  readonly body: string;
  readonly link: string;
}

/** What is told of one kind of fact, by what happened. */
export type Texts<F> = Readonly<Record<string, (fact: F) => Text>>;

export const quoted = (title: string): string => `《${title}》`;
