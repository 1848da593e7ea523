import type { ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What was typed after the command's name. */
export interface Typed {
  readonly words: readonly string[];
  /** An option's text; undefined when it was not given. */
  text(name: string): string | undefined;
  flag(name: string): boolean;
}

/** One command of `jihui`. */
export interface Command {
  /** How it is typed, and what each word means, as `--help` shows it. */
  readonly help: string;
  readonly options?: Options;
  /** Most words after the command's name; none when it is left out. */
  readonly words?: number;
  /** @returns the exit code; nothing is 0. */
  run(typed: Typed): Promise<number | undefined>;
}

/** A mistake in what was typed: one line says what it is and where the help stands. */
export class UsageError extends Error {}
